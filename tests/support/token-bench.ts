import { silentLog } from "../../bot/base/index.ts";
import {
  type OAuth,
  type TokenAlarm,
  type TokenGrant,
  TokenKeeper,
  type Tokens,
  ZaloRefusedError,
  ZaloUnreachableError,
} from "../../bot/zalo/index.ts";
import { type ManualClock, manualClock } from "./manual-clock.ts";
import { type MemoryTokenStore, memoryTokenStore } from "./memory-token-store.ts";

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
export const OA = "3000000000000000003";

/** Keepers of one account's tokens, with a store, a clock and a platform that answers as it is told. */
export interface TokenBench {
  readonly clock: ManualClock;
  readonly store: MemoryTokenStore;
  /** Refresh tokens the platform was shown, in order. */
  readonly used: string[];
  /** What the platform answers next; when nothing is left, that the grant is dead. */
  readonly answers: (TokenGrant | Error)[];
  readonly alarms: TokenAlarm[];
  readonly fresh: () => Tokens;
  readonly keeper: (seed?: { accessToken?: string; refreshToken?: string }) => TokenKeeper;
}

export const grant = (n: number): TokenGrant => ({
  accessToken: `a${n}`,
  refreshToken: `r${n}`,
  expiresInMs: 25 * HOUR_MS,
  refreshExpiresInMs: 90 * DAY_MS,
});
export const dead = () => new ZaloRefusedError({ family: "oauth", method: "oauth/refresh", code: -14014 });
export const away = () => new ZaloUnreachableError("oauth/refresh", "ECONNRESET", true);

export function tokenBench(): TokenBench {
  const clock = manualClock();
  const fresh = (): Tokens => ({
    accessToken: "a1",
    refreshToken: "r1",
    accessExpiresAtMs: clock.nowMs() + 25 * HOUR_MS,
    refreshExpiresAtMs: clock.nowMs() + 90 * DAY_MS,
    renewedAtMs: clock.nowMs() - HOUR_MS,
  });
  const store = memoryTokenStore(fresh());
  const used: string[] = [];
  const answers: (TokenGrant | Error)[] = [];
  const alarms: TokenAlarm[] = [];
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
  const keeper: TokenBench["keeper"] = (seed = {}) =>
    new TokenKeeper({
      store,
      oauth,
      clock,
      log: silentLog,
      oaId: OA,
      seed,
      onAlarm: (kind) => alarms.push(kind),
    });
  return { clock, store, used, answers, alarms, fresh, keeper };
}
