import type { Clock } from "../base/index.ts";

/** A clock that can be put forward; whoever sleeps on it wakes when its time has come that way. */
export interface SettableClock extends Clock {
  readonly advance: (ms: number) => void;
}

export function createSettableClock(base: Clock): SettableClock {
  let aheadMs = 0;
  const sleepers = new Set<AbortController>();
  const nowMs = () => base.nowMs() + aheadMs;

  const sleep = async (ms: number, signal?: AbortSignal): Promise<void> => {
    const dueAtMs = nowMs() + ms;
    do {
      const sleeper = new AbortController();
      const stop = () => sleeper.abort();
      signal?.addEventListener("abort", stop, { once: true });
      sleepers.add(sleeper);
      await base.sleep(dueAtMs - nowMs(), sleeper.signal);
      sleepers.delete(sleeper);
      signal?.removeEventListener("abort", stop);
    } while (nowMs() < dueAtMs && !signal?.aborted);
  };

  return {
    nowMs,
    sleep: (ms, signal) => (signal?.aborted ? Promise.resolve() : sleep(ms, signal)),
    advance: (ms) => {
      aheadMs += ms;
      for (const sleeper of sleepers) sleeper.abort();
    },
  };
}
