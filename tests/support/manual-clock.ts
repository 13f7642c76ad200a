import type { Clock } from "../../bot/base/index.ts";

/** A clock that only moves when told, or when something sleeps on it. */
export interface ManualClock extends Clock {
  readonly advance: (ms: number) => void;
  /** Every sleep so far, ms. */
  readonly slept: readonly number[];
}

/** Sleeping moves the time on at once, so waits cost a test nothing. */
export function manualClock(startMs = Date.UTC(2026, 10, 24, 2)): ManualClock {
  let nowMs = startMs;
  const slept: number[] = [];
  return {
    nowMs: () => nowMs,
    sleep: async (ms) => {
      slept.push(ms);
      nowMs += ms;
      await new Promise((resolve) => setImmediate(resolve));
    },
    advance: (ms) => {
      nowMs += ms;
    },
    slept,
  };
}
