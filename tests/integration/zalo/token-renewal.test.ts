import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { silentLog, systemClock } from "../../../bot/base/index.ts";
import { oaTokenStore, openStore, type Store } from "../../../bot/store/index.ts";
import { createOAuth, createTransport, TokenKeeper, type Tokens } from "../../../bot/zalo/index.ts";
import { type PretendZalo, startPretendZalo, TOKEN_PATH } from "../../support/pretend-zalo.ts";
import { describeOnEachStore, newDatabase, postgresUrl } from "../../support/stores.ts";
import { oa } from "../../support/zalo-events.ts";

const HOUR_MS = 3_600_000;
const ROUNDS = 200;

let zalo: PretendZalo;
beforeEach(async () => {
  zalo = await startPretendZalo({ oaId: oa.oaId });
});
afterEach(() => zalo.stop());

const firstTokens = (): Tokens => ({
  accessToken: zalo.tokens.access,
  refreshToken: zalo.tokens.refresh,
  accessExpiresAtMs: systemClock.nowMs() + 25 * HOUR_MS,
  renewedAtMs: 0,
});

/** As many keepers as there could be processes, on one store. */
function keepers(store: Store, count: number, clock = systemClock) {
  const transport = createTransport({ clock, log: silentLog });
  const oauth = createOAuth({ transport, oauthUrl: zalo.url, appId: oa.appId, appSecret: oa.appSecret });
  return Array.from(
    { length: count },
    () => new TokenKeeper({ store: oaTokenStore(store), oauth, clock, log: silentLog, oaId: oa.oaId }),
  );
}

describeOnEachStore("renewing", (open) => {
  it("by five at the same moment uses up one refresh token", async () => {
    const store = await open();
    await oaTokenStore(store).put(oa.oaId, firstTokens());
    const clock = { ...systemClock, nowMs: () => systemClock.nowMs() + 26 * HOUR_MS };
    const all = await Promise.all(keepers(store, 5, clock).map((keeper) => keeper.accessToken()));
    expect(new Set(all)).toEqual(new Set([zalo.tokens.access]));
    expect(zalo.refreshes).toBe(1);
  });

  it("after Zalo's answer was lost finds out whether the token was used up, and says so once it knows", async () => {
    const store = await open();
    await oaTokenStore(store).put(oa.oaId, firstTokens());
    let aheadMs = 26 * HOUR_MS;
    const clock = { ...systemClock, nowMs: () => systemClock.nowMs() + aheadMs };
    const [keeper] = keepers(store, 1, clock);
    zalo.failNext(TOKEN_PATH, { kind: "hang-up" });
    await expect(keeper?.accessToken()).rejects.toMatchObject({ name: "ZaloUnreachableError" });
    expect(await keeper?.status()).toMatchObject({ connected: true });
    aheadMs += 61_000;
    await expect(keeper?.accessToken()).rejects.toMatchObject({ code: -14014 });
    expect(await keeper?.status()).toMatchObject({ connected: false });
  });

  it("a claim whose holder died lapses, and the renewal goes on", async () => {
    const store = await open();
    const tokens = oaTokenStore(store);
    await tokens.put(oa.oaId, firstTokens());
    expect(await tokens.claim(oa.oaId, "died", 700)).toBe(true);
    const clock = { ...systemClock, nowMs: () => systemClock.nowMs() + 26 * HOUR_MS };
    const [keeper] = keepers(store, 1, clock);
    expect(await keeper?.accessToken()).toBe("ACCESS-1");
  });
});

describe.skipIf(postgresUrl === "")(`two processes, ${ROUNDS} renewals at the same moment`, () => {
  it("leave one pair that works, each time, and lose no grant", { timeout: 120_000 }, async () => {
    const databaseUrl = await newDatabase();
    const store = await openStore({ dataDir: "unused", databaseUrl, clock: systemClock, log: silentLog });
    await oaTokenStore(store).put(oa.oaId, firstTokens());
    const children = await Promise.all([start(databaseUrl), start(databaseUrl)]);
    for (let round = 1; round <= ROUNDS; round += 1) {
      const answers = await Promise.all(children.map(renew));
      expect(answers).toEqual(Array(2).fill({ token: `ACCESS-${round}`, alarms: [] }));
      expect(zalo.refreshes).toBe(round);
    }
    const row = await oaTokenStore(store).read(oa.oaId);
    expect(row).toMatchObject({ accessToken: zalo.tokens.access, refreshToken: zalo.tokens.refresh });
    expect(row).not.toHaveProperty("lostAtMs");
    for (const child of children) child.disconnect();
    await Promise.all(children.map((child) => once(child, "exit")));
    await store.close();
  });

  async function start(databaseUrl: string): Promise<ChildProcess> {
    const program = join(import.meta.dirname, "../../support/renewing-process.ts");
    const child = fork(program, [databaseUrl, zalo.url], { execArgv: ["--import", "tsx"] });
    await once(child, "message");
    return child;
  }

  async function renew(child: ChildProcess): Promise<unknown> {
    const answer = once(child, "message");
    child.send("renew");
    return (await answer)[0];
  }
});
