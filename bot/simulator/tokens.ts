import type { Clock } from "../base/index.ts";
import { newSecret, type SimulatedAccount } from "./account.ts";
import { type Answer, refused } from "./answer.ts";
import type { Settings } from "./settings.ts";

/** A refresh token lives three months and one use. */
export const REFRESH_TOKEN_S = 7_776_000;

export interface TokenDesk {
  /** Undefined when the token may be used. */
  readonly check: (token: string | undefined) => Answer | undefined;
  /** A code for an administrator who lets the app in; `challenge` is checked at the exchange. */
  readonly grantCode: (challenge: string | undefined) => string;
  readonly exchangeCode: (code: string, challenge: string) => Answer;
  readonly refresh: (refreshToken: string) => Answer;
  /** Ends the present access token before its time. */
  readonly expireAccess: () => void;
  readonly accessExpiresAtMs: () => number;
}

/** A code lives ten minutes. */
const CODE_MS = 10 * 60_000;

/** Hands out tokens; the one before stops working as soon as the next is given. */
export function createTokenDesk(
  account: SimulatedAccount,
  clock: Clock,
  settings: Pick<Settings, "accessTokenS">,
): TokenDesk {
  const accessEnds = () => clock.nowMs() + settings.accessTokenS * 1000;
  const refreshEnds = () => clock.nowMs() + REFRESH_TOKEN_S * 1000;
  const codes = new Map<string, { readonly challenge: string | undefined; readonly untilMs: number }>();
  let access = { token: account.seedAccessToken, untilMs: accessEnds() };
  let refresh = { token: account.seedRefreshToken, untilMs: refreshEnds() };

  const grant = (): Answer => {
    access = { token: newSecret(), untilMs: accessEnds() };
    refresh = { token: newSecret(), untilMs: refreshEnds() };
    return {
      access_token: access.token,
      refresh_token: refresh.token,
      expires_in: String(settings.accessTokenS),
      refresh_token_expires_in: String(REFRESH_TOKEN_S),
    };
  };

  return {
    check: (token) => {
      if (token !== access.token) return refused(-216, "Access token is invalid");
      return clock.nowMs() >= access.untilMs ? refused(-220, "Access token has expired") : undefined;
    },
    grantCode: (challenge) => {
      const code = newSecret();
      codes.set(code, { challenge, untilMs: clock.nowMs() + CODE_MS });
      return code;
    },
    exchangeCode: (code, challenge) => {
      const known = codes.get(code);
      codes.delete(code);
      if (!known || clock.nowMs() >= known.untilMs) return oauthError(-14005, "Invalid code");
      return known.challenge === challenge ? grant() : oauthError(-14003, "Invalid code verifier");
    },
    refresh: (token) => {
      const usable = token === refresh.token && clock.nowMs() < refresh.untilMs;
      return usable ? grant() : oauthError(-14014, "Invalid refresh token.");
    },
    expireAccess: () => {
      access = { ...access, untilMs: clock.nowMs() };
    },
    accessExpiresAtMs: () => access.untilMs,
  };
}

/** Refusals of the sign-in host have their own shape. */
export function oauthError(code: number, name: string): Answer {
  return { error: code, error_name: name, error_description: name, error_reason: "", ref_doc: "" };
}
