import { describe, expect, it } from "vitest";
import { systemClock } from "../../../bot/base/index.ts";
import { createSettableClock } from "../../../bot/simulator/settable-clock.ts";

const DAY_MS = 24 * 60 * 60_000;

describe("a clock that can be put forward", () => {
  it("tells the new time at once", () => {
    const clock = createSettableClock(systemClock);
    const before = clock.nowMs();
    clock.advance(DAY_MS);
    expect(clock.nowMs() - before).toBeGreaterThanOrEqual(DAY_MS);
  });

  it("wakes who would have woken in that time, and nobody else", async () => {
    const clock = createSettableClock(systemClock);
    const woken: string[] = [];
    const stop = new AbortController();
    const soon = clock.sleep(DAY_MS).then(() => woken.push("tomorrow"));
    const late = clock.sleep(3 * DAY_MS, stop.signal).then(() => woken.push("in three days"));
    clock.advance(2 * DAY_MS);
    await soon;
    expect(woken).toEqual(["tomorrow"]);
    stop.abort();
    await late;
    expect(woken).toEqual(["tomorrow", "in three days"]);
  });

  it("lets real time pass as well", async () => {
    const clock = createSettableClock(systemClock);
    const before = clock.nowMs();
    await clock.sleep(30);
    expect(clock.nowMs() - before).toBeGreaterThanOrEqual(30);
  });

  it("does not sleep for who has given up already", async () => {
    const clock = createSettableClock(systemClock);
    await clock.sleep(DAY_MS, AbortSignal.abort());
  });
});
