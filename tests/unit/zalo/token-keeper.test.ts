import { beforeEach, describe, expect, it } from "vitest";
import { silentLog } from "../../../bot/base/index.ts";
import {
  type OAuth,
  type TokenAlarm,
  type TokenGrant,
  TokenKeeper,
  type Tokens,
  ZaloRefusedError,
  ZaloUnreachableError,
} from "../../../bot/zalo/index.ts";
import { type ManualClock, manualClock } from "../../support/manual-clock.ts";
import { type MemoryTokenStore, memoryTokenStore } from "../../support/memory-token-store.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const OA = "3000000000000000003";

let clock: ManualClock;
let store: MemoryTokenStore;
let used: string[];
let answers: (TokenGrant | Error)[];
let alarms: TokenAlarm[];

const fresh = (): Tokens => ({
  accessToken: "a1",
  refreshToken: "r1",
  accessExpiresAtMs: clock.nowMs() + 25 * HOUR_MS,
  refreshExpiresAtMs: clock.nowMs() + 90 * DAY_MS,
  renewedAtMs: clock.nowMs() - HOUR_MS,
});
const grant = (n: number): TokenGrant => ({
  accessToken: `a${n}`,
  refreshToken: `r${n}`,
  expiresInMs: 25 * HOUR_MS,
  refreshExpiresInMs: 90 * DAY_MS,
});
const dead = () => new ZaloRefusedError({ family: "oauth", method: "oauth/refresh", code: -14014 });
const away = () => new ZaloUnreachableError("oauth/refresh", "ECONNRESET", true);

function keeper(seed: { accessToken?: string; refreshToken?: string } = {}): TokenKeeper {
  const oauth: OAuth = {
    permissionUrl: () => "",
    exchangeCode: async () => grant(99),
    refresh: async (refreshToken) => {
      used.push(refreshToken);
      await new Promise((resolve) => setImmediate(resolve));
      const answer = answers.shift() ?? dead();
      if (answer instanceof Error) throw answer;
      return answer;
    },
  };
  return new TokenKeeper({
    store,
    oauth,
    clock,
    log: silentLog,
    oaId: OA,
    seed,
    onAlarm: (kind) => alarms.push(kind),
  });
}

beforeEach(() => {
  clock = manualClock();
  store = memoryTokenStore(fresh());
  used = [];
  answers = [];
  alarms = [];
});

describe("a token that is asked for", () => {
  it("is the stored one while it lives", async () => {
    expect(await keeper().accessToken()).toBe("a1");
    expect(used).toEqual([]);
  });

  it("is renewed from fifteen minutes before its end, and written before it is handed out", async () => {
    answers = [grant(2)];
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
    answers = [grant(2)];
    clock.advance(26 * HOUR_MS);
    const tokens = keeper();
    const all = await Promise.all(Array.from({ length: 20 }, () => tokens.accessToken()));
    expect(new Set(all)).toEqual(new Set(["a2"]));
    expect(used).toEqual(["r1"]);
  });

  it("is the old one as long as it lives, when the renewal fails; the next try waits a minute", async () => {
    answers = [away(), grant(2)];
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
    answers = [away(), grant(2)];
    const tokens = keeper();
    clock.advance(26 * HOUR_MS);
    await expect(tokens.accessToken()).rejects.toMatchObject({ name: "ZaloUnreachableError" });
    await expect(tokens.accessToken()).rejects.toMatchObject({ maybeDelivered: false });
    expect(used).toEqual(["r1"]);
    clock.advance(60_000);
    expect(await tokens.accessToken()).toBe("a2");
  });

  it("keeps the old refresh token and its end when the answer names none", async () => {
    answers = [{ accessToken: "a2", expiresInMs: HOUR_MS }];
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
    answers = [grant(2)];
    expect(await keeper().renew("a1")).toBe("a2");
  });

  it("that was replaced meanwhile is not renewed again", async () => {
    expect(await keeper().renew("a0")).toBe("a1");
    expect(used).toEqual([]);
  });

  it("is not renewed twice within a minute: that would burn tokens for nothing", async () => {
    answers = [grant(2), grant(3)];
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
    answers = [dead()];
    expect(await keeper().accessToken()).toBe("theirs");
    expect(alarms).toEqual([]);
    expect(store.row?.lostAtMs).toBeUndefined();
  });

  it("that connected the account anew while ours was asking win", async () => {
    answers = [grant(2)];
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
    answers = [new ZaloRefusedError({ family: "oauth", method: "oauth/refresh", code })];
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
    answers = [dead()];
    const tokens = keeper();
    clock.advance(25 * HOUR_MS - 10 * 60_000);
    expect(await tokens.accessToken()).toBe("a1");
    clock.advance(10 * 60_000);
    await expect(tokens.accessToken()).rejects.toMatchObject({ family: "oauth" });
  });

  it("is mended by connecting", async () => {
    answers = [dead()];
    const tokens = keeper();
    clock.advance(26 * HOUR_MS);
    await expect(tokens.accessToken()).rejects.toThrow();
    await tokens.adopt(grant(7));
    expect(await tokens.accessToken()).toBe("a7");
    expect(await tokens.status()).toMatchObject({ connected: true });
  });

  it("is not a wrong app secret, which somebody can mend", async () => {
    answers = [new ZaloRefusedError({ family: "oauth", method: "oauth/refresh", code: -14004 }), grant(2)];
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
    answers = [grant(2)];
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

describe("tokens from the configuration", () => {
  it("are taken when the store has none, and renewed within the hour", async () => {
    store.row = undefined;
    answers = [grant(2)];
    const tokens = keeper({ accessToken: "seeded", refreshToken: "r-seed" });
    expect(await tokens.accessToken()).toBe("seeded");
    clock.advance(HOUR_MS);
    expect(await tokens.accessToken()).toBe("a2");
    expect(used).toEqual(["r-seed"]);
  });

  it("may be a refresh token alone", async () => {
    store.row = undefined;
    answers = [grant(2)];
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
    answers = [dead()];
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
    answers = [grant(2)];
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
