import { beforeEach, describe, expect, it } from "vitest";
import { DAY_MS, dead, grant, HOUR_MS, type TokenBench, tokenBench } from "../../support/token-bench.ts";

let clock: TokenBench["clock"];
let store: TokenBench["store"];
let used: TokenBench["used"];
let answers: TokenBench["answers"];
let alarms: TokenBench["alarms"];
let fresh: TokenBench["fresh"];
let keeper: TokenBench["keeper"];

beforeEach(() => {
  ({ clock, store, used, answers, alarms, fresh, keeper } = tokenBench());
});

describe("tokens from the configuration", () => {
  it("are taken when the store has none, and renewed within the hour", async () => {
    store.row = undefined;
    answers.push(grant(2));
    const tokens = keeper({ accessToken: "seeded", refreshToken: "r-seed" });
    expect(await tokens.accessToken()).toBe("seeded");
    clock.advance(HOUR_MS);
    expect(await tokens.accessToken()).toBe("a2");
    expect(used).toEqual(["r-seed"]);
  });

  it("may be a refresh token alone", async () => {
    store.row = undefined;
    answers.push(grant(2));
    expect(await keeper({ refreshToken: "r-seed" }).accessToken()).toBe("a2");
  });

  it("may be an access token alone, which ends", async () => {
    store.row = undefined;
    const tokens = keeper({ accessToken: "seeded" });
    expect(await tokens.accessToken()).toBe("seeded");
    clock.advance(26 * HOUR_MS);
    await expect(tokens.accessToken()).rejects.toMatchObject({ family: "oauth" });
  });

  it("never replace a pair that works, and replace a dead one once", async () => {
    expect(await keeper({ accessToken: "seeded", refreshToken: "r" }).accessToken()).toBe("a1");
    store.row = { ...fresh(), version: 4, lostAtMs: 1 };
    answers.push(dead());
    const tokens = keeper({ accessToken: "seeded", refreshToken: "r" });
    expect(await tokens.accessToken()).toBe("seeded");
    clock.advance(26 * HOUR_MS);
    await expect(tokens.accessToken()).rejects.toThrow();
    await expect(tokens.accessToken()).rejects.toThrow();
    expect(used).toEqual(["r"]);
  });
});

describe("looking after the tokens", () => {
  it("tells from fourteen days before the refresh token ends, once a day", async () => {
    const tokens = keeper();
    store.row = { ...fresh(), accessExpiresAtMs: clock.nowMs() + 200 * DAY_MS, version: 1 };
    clock.advance(76 * DAY_MS - 1);
    await tokens.tick();
    expect(alarms).toEqual([]);
    clock.advance(1);
    await tokens.tick();
    await tokens.tick();
    expect(alarms).toEqual(["refresh-token-ends-soon"]);
    clock.advance(DAY_MS);
    await tokens.tick();
    expect(alarms).toHaveLength(2);
  });

  it("renews an idle account's token ahead of time, and survives any failure", async () => {
    answers.push(grant(2));
    const stop = new AbortController();
    const tokens = keeper();
    clock.advance(25 * HOUR_MS - 16 * 60_000);
    store.down.add("read");
    const running = tokens.keepFresh(stop.signal);
    await new Promise((resolve) => setImmediate(resolve));
    store.down.clear();
    while (used.length === 0) await new Promise((resolve) => setImmediate(resolve));
    stop.abort();
    await running;
    expect(store.row?.accessToken).toBe("a2");
    expect(clock.slept.every((ms) => ms === 60_000)).toBe(true);
  });
});
