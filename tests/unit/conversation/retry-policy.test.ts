import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { afterFailedSend, afterFailedTurn, retryPolicy } from "../../../bot/conversation/retry-policy.ts";

const MINUTE_MS = 60_000;

describe("after a failed turn", () => {
  it("waits a little longer each time, then sets aside", () => {
    expect([1, 2, 3, 4].map((attempts) => afterFailedTurn(attempts, retryPolicy))).toEqual([
      { delayMs: 1_000 },
      { delayMs: 5_000 },
      "set-aside",
      "set-aside",
    ]);
  });

  it("repeats the last delay when there are more attempts than delays", () => {
    const policy = { ...retryPolicy, turnAttempts: 9, turnDelaysMs: [10, 20] };
    expect(afterFailedTurn(7, policy)).toEqual({ delayMs: 20 });
  });
});

describe("after a failed send", () => {
  const middle = (attempts: number, retryAfterMs?: number) =>
    afterFailedSend(attempts, retryAfterMs, 0.5, retryPolicy);

  it.each([
    [1, 1_000],
    [2, 2_000],
    [3, 4_000],
    [10, 512_000],
    [11, 600_000],
    [29, 600_000],
  ])("waits, after call %i, %i ms", (attempts, delayMs) => {
    expect(middle(attempts)).toEqual({ delayMs });
  });

  it("gives up after the last attempt", () => {
    expect(middle(retryPolicy.sendAttempts)).toBe("give-up");
  });

  it.each([
    ["waits as long as the far end asks", 90_000, 90_000],
    ["not shorter than its own delay", 10, 1_000],
    ["not longer than half an hour", 24 * 60 * MINUTE_MS, 30 * MINUTE_MS],
  ])("%s", (_name, retryAfterMs, delayMs) => {
    expect(middle(1, retryAfterMs)).toEqual({ delayMs });
  });

  it("keeps trying for hours, and ends before the platform's 48 free hours do", () => {
    let totalMs = 0;
    for (let attempts = 1; ; attempts++) {
      const next = middle(attempts);
      if (next === "give-up") break;
      totalMs += next.delayMs;
    }
    expect(totalMs / MINUTE_MS / 60).toBeGreaterThan(3);
    expect(totalMs / MINUTE_MS / 60).toBeLessThan(6);
  });

  it("spreads retries by a fifth at most, for every attempt and chance", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: retryPolicy.sendAttempts - 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (attempts, chance) => {
          const [spread, plain] = [
            afterFailedSend(attempts, undefined, chance, retryPolicy),
            middle(attempts),
          ];
          if (spread === "give-up" || plain === "give-up") throw new Error("gave up too early");
          expect(spread.delayMs / plain.delayMs).toBeGreaterThanOrEqual(0.799);
          expect(spread.delayMs / plain.delayMs).toBeLessThanOrEqual(1.201);
        },
      ),
    );
  });
});

describe("the policy as shipped", () => {
  it("leases an outgoing lane for longer than a call may take", () => {
    expect(retryPolicy.outLeaseMs).toBeGreaterThan(retryPolicy.sendDeadlineMs);
  });
});
