import { createLog, systemClock } from "../../bot/base/index.ts";
import { oaTokenStore, openStore } from "../../bot/store/index.ts";
import { createOAuth, createTransport, type TokenAlarm, TokenKeeper } from "../../bot/zalo/index.ts";
import { oa } from "./zalo-events.ts";

/**
 * A process of its own that keeps the account's tokens: usage `renewing-process.ts DATABASE_URL ZALO_URL`.
 * At each message `renew` a day and more passes for it, and it tells which token it has then.
 */
const [, , databaseUrl = "", zaloUrl = ""] = process.argv;
const DAY_AND_MORE_MS = 26 * 3_600_000;

let aheadMs = 0;
const clock = { nowMs: () => systemClock.nowMs() + aheadMs, sleep: systemClock.sleep };
const log = createLog("silent");
const alarms: TokenAlarm[] = [];
const store = await openStore({ dataDir: "unused", databaseUrl, clock, log });
const keeper = new TokenKeeper({
  store: oaTokenStore(store),
  oauth: createOAuth({
    transport: createTransport({ clock, log }),
    oauthUrl: zaloUrl,
    appId: oa.appId,
    appSecret: oa.appSecret,
  }),
  clock,
  log,
  oaId: oa.oaId,
  onAlarm: (alarm) => alarms.push(alarm),
});

process.on("message", (message) => {
  if (message !== "renew") return;
  aheadMs += DAY_AND_MORE_MS;
  keeper.accessToken().then(
    (token) => process.send?.({ token, alarms }),
    (error: unknown) => process.send?.({ token: String(error), alarms }),
  );
});
process.once("disconnect", () => process.exit(0));
process.send?.("ready");
