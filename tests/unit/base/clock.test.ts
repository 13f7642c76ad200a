import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { systemClock, vietnamDate } from "../../../bot/base/index.ts";

const DAY_MS = 86_400_000;

describe("vietnamDate", () => {
  it.each([
    ["the last millisecond of a day", "2026-07-17T16:59:59.999Z", "2026-07-17"],
    ["midnight in Vietnam", "2026-07-17T17:00:00.000Z", "2026-07-18"],
    ["new year in Vietnam, the old year elsewhere", "2026-12-31T17:00:00.000Z", "2027-01-01"],
    ["a leap day", "2028-02-28T20:00:00.000Z", "2028-02-29"],
  ])("gives the day at %s", (_when, at, day) => {
    expect(vietnamDate(Date.parse(at))).toBe(day);
  });

  it("goes on by one day every 24 hours", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), (atMs) => {
        const [today, tomorrow] = [vietnamDate(atMs), vietnamDate(atMs + DAY_MS)].map(Date.parse);
        expect((tomorrow ?? 0) - (today ?? 0)).toBe(DAY_MS);
      }),
    );
  });
});

describe("systemClock", () => {
  it("sleeps no shorter than it is told", async () => {
    const start = systemClock.nowMs();
    await systemClock.sleep(30);
    // Timers may fire a millisecond early by the wall clock.
    expect(systemClock.nowMs() - start).toBeGreaterThanOrEqual(28);
  });

  it("wakes when the signal is given, and does not fall asleep after it", async () => {
    const stop = new AbortController();
    const asleep = systemClock.sleep(60_000, stop.signal);
    stop.abort();
    await asleep;
    await systemClock.sleep(60_000, stop.signal);
  });

  it("leaves no listener behind on a signal that lives on", async () => {
    const { signal } = new AbortController();
    const added = new Set<unknown>();
    const watched: AbortSignal = Object.assign(signal, {
      addEventListener: (_type: string, listener: unknown) => added.add(listener),
      removeEventListener: (_type: string, listener: unknown) => added.delete(listener),
    });
    await systemClock.sleep(1, watched);
    expect(added.size).toBe(0);
  });
});
