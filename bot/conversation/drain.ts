import type { Clock } from "../base/index.ts";

export interface Drainable {
  /** Takes up nothing new; resolves when nothing is in hand. */
  readonly drain: () => Promise<void>;
}

/** Stops all at once and waits for them together. @returns false when `withinMs` was not enough */
export async function drainAll(
  workers: readonly Drainable[],
  withinMs: number,
  clock: Clock,
): Promise<boolean> {
  const done = new AbortController();
  const finished = Promise.all(workers.map((worker) => worker.drain())).then(() => true);
  const late = clock.sleep(withinMs, done.signal).then(() => false);
  const inTime = await Promise.race([finished, late]);
  done.abort("drained");
  return inTime;
}
