import { beforeEach, describe, expect, it } from "vitest";
import { ZaloRefusedError } from "../../../bot/zalo/index.ts";
import { away, dead, grant, HOUR_MS, OA, type TokenBench, tokenBench } from "../../support/token-bench.ts";

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

describe("a token that is asked for", () => {
  it("is the stored one while it lives", async () => {
    expect(await keeper().accessToken()).toBe("a1");
    expect(used).toEqual([]);
  });

  it("is renewed from fifteen minutes before its end, and written before it is handed out", async () => {
    answers.push(grant(2));
    const tokens = keeper();
    clock.advance(25 * HOUR_MS - 15 * 60_000 - 1);
    expect(await tokens.accessToken()).toBe("a1");
    clock.advance(1);
    expect(await tokens.accessToken()).toBe("a2");
    expect(store.row).toMatchObject({ accessToken: "a2", refreshToken: "r2", version: 2 });
    expect(store.claimedBy).toBeUndefined();
    expect(used).toEqual(["r1"]);
  });

  it("is renewed once for any number of askers", async () => {
    answers.push(grant(2));
    clock.advance(26 * HOUR_MS);
    const tokens = keeper();
    const all = await Promise.all(Array.from({ length: 20 }, () => tokens.accessToken()));
    expect(new Set(all)).toEqual(new Set(["a2"]));
    expect(used).toEqual(["r1"]);
  });

  it("is the old one as long as it lives, when the renewal fails; the next try waits a minute", async () => {
    answers.push(away(), grant(2));
    const tokens = keeper();
    clock.advance(25 * HOUR_MS - 10 * 60_000);
    expect(await tokens.accessToken()).toBe("a1");
    expect(await tokens.accessToken()).toBe("a1");
    expect(used).toEqual(["r1"]);
    expect(alarms).toEqual(["renewal-failing"]);
    clock.advance(60_000);
    expect(await tokens.accessToken()).toBe("a2");
  });

  it("cannot be had when it has ended and the renewal fails, but later", async () => {
    answers.push(away(), grant(2));
    const tokens = keeper();
    clock.advance(26 * HOUR_MS);
    await expect(tokens.accessToken()).rejects.toMatchObject({ name: "ZaloUnreachableError" });
    await expect(tokens.accessToken()).rejects.toMatchObject({ maybeDelivered: false });
    expect(used).toEqual(["r1"]);
    clock.advance(60_000);
    expect(await tokens.accessToken()).toBe("a2");
  });

  it("keeps the old refresh token and its end when the answer names none", async () => {
    answers.push({ accessToken: "a2", expiresInMs: HOUR_MS });
    const endsAtMs = store.row?.refreshExpiresAtMs;
    clock.advance(26 * HOUR_MS);
    expect(await keeper().accessToken()).toBe("a2");
    expect(store.row).toMatchObject({ refreshToken: "r1", refreshExpiresAtMs: endsAtMs });
  });

  it("is missing before anybody connected the account", async () => {
    store.row = undefined;
    await expect(keeper().accessToken()).rejects.toMatchObject({ family: "oauth", code: -14014 });
    expect(await keeper().status()).toEqual({ connected: false });
  });
});

describe("a token that the platform refused", () => {
  it("is renewed however long it should live", async () => {
    answers.push(grant(2));
    expect(await keeper().renew("a1")).toBe("a2");
  });

  it("that was replaced meanwhile is not renewed again", async () => {
    expect(await keeper().renew("a0")).toBe("a1");
    expect(used).toEqual([]);
  });

  it("is not renewed twice within a minute: that would burn tokens for nothing", async () => {
    answers.push(grant(2), grant(3));
    const tokens = keeper();
    expect(await tokens.renew("a1")).toBe("a2");
    await expect(tokens.renew("a2")).rejects.toMatchObject({ code: -216 });
    clock.advance(60_000);
    expect(await tokens.renew("a2")).toBe("a3");
  });
});

describe("other processes", () => {
  it("that hold the renewal are waited for, and their token is taken", async () => {
    store.claimedBy = "another";
    clock.advance(26 * HOUR_MS);
    const asked = keeper().accessToken();
    await new Promise((resolve) => setImmediate(resolve));
    await store.replace(OA, { ...fresh(), accessToken: "theirs" }, 1);
    expect(await asked).toBe("theirs");
    expect(used).toEqual([]);
  });

  it("that hold it for longer than a dead one could are given up on", async () => {
    store.claimedBy = "another";
    clock.advance(26 * HOUR_MS);
    await expect(keeper().accessToken()).rejects.toMatchObject({
      name: "ZaloUnreachableError",
      maybeDelivered: false,
    });
  });

  it("that used up the refresh token in between leave theirs in the store, which is taken", async () => {
    clock.advance(26 * HOUR_MS);
    const read = store.read;
    let reads = 0;
    store.read = async (oaId) => {
      reads += 1;
      // After asker's look and the look under the claim: written while the platform refuses ours.
      if (reads === 3) store.row = { ...fresh(), accessToken: "theirs", version: 2 };
      return read(oaId);
    };
    answers.push(dead());
    expect(await keeper().accessToken()).toBe("theirs");
    expect(alarms).toEqual([]);
    expect(store.row?.lostAtMs).toBeUndefined();
  });

  it("that connected the account anew while ours was asking win", async () => {
    answers.push(grant(2));
    clock.advance(26 * HOUR_MS);
    const replace = store.replace;
    store.replace = async (oaId, tokens, version) => {
      await store.put(oaId, { ...fresh(), accessToken: "connected" });
      return replace(oaId, tokens, version);
    };
    expect(await keeper().accessToken()).toBe("connected");
  });
});

describe("a lost grant", () => {
  it.each([-14014, -118])("(%d) is noted, alarmed once and not tried again", async (code) => {
    answers.push(new ZaloRefusedError({ family: "oauth", method: "oauth/refresh", code }));
    const tokens = keeper();
    clock.advance(26 * HOUR_MS);
    await expect(tokens.accessToken()).rejects.toMatchObject({ code });
    clock.advance(HOUR_MS);
    await expect(tokens.accessToken()).rejects.toMatchObject({ family: "oauth", code: -14014 });
    expect(used).toEqual(["r1"]);
    expect(alarms).toEqual(["grant-lost"]);
    expect(await tokens.status()).toMatchObject({ connected: false, lostAtMs: expect.any(Number) });
  });

  it("leaves the access token in use until it ends", async () => {
    answers.push(dead());
    const tokens = keeper();
    clock.advance(25 * HOUR_MS - 10 * 60_000);
    expect(await tokens.accessToken()).toBe("a1");
    clock.advance(10 * 60_000);
    await expect(tokens.accessToken()).rejects.toMatchObject({ family: "oauth" });
  });

  it("is mended by connecting", async () => {
    answers.push(dead());
    const tokens = keeper();
    clock.advance(26 * HOUR_MS);
    await expect(tokens.accessToken()).rejects.toThrow();
    await tokens.adopt(grant(7));
    expect(await tokens.accessToken()).toBe("a7");
    expect(await tokens.status()).toMatchObject({ connected: true });
  });

  it("is not a wrong app secret, which somebody can mend", async () => {
    answers.push(new ZaloRefusedError({ family: "oauth", method: "oauth/refresh", code: -14004 }), grant(2));
    const tokens = keeper();
    clock.advance(26 * HOUR_MS);
    await expect(tokens.accessToken()).rejects.toMatchObject({ code: -14004 });
    expect(alarms).toEqual(["renewal-failing"]);
    clock.advance(60_000);
    expect(await tokens.accessToken()).toBe("a2");
  });
});

describe("a store that is down when the platform has granted", () => {
  it("does not lose the grant: it is used from memory and written as soon as that works", async () => {
    answers.push(grant(2));
    const tokens = keeper();
    clock.advance(26 * HOUR_MS);
    store.down.add("replace");
    expect(await tokens.accessToken()).toBe("a2");
    expect(alarms).toEqual(["not-saved"]);
    store.down.add("read");
    expect(await tokens.accessToken()).toBe("a2");
    store.down.clear();
    expect(await tokens.accessToken()).toBe("a2");
    expect(store.row).toMatchObject({ accessToken: "a2", refreshToken: "r2" });
    expect(used).toEqual(["r1"]);
  });

  it("a store that is down before the claim uses up nothing", async () => {
    clock.advance(26 * HOUR_MS);
    store.down.add("claim");
    await expect(keeper().accessToken()).rejects.toThrow("the store is down");
    expect(used).toEqual([]);
  });
});
