import { randomUUID } from "node:crypto";
import type { Clock } from "../base/index.ts";
import { deadGrantCodes } from "./error-codes.ts";
import { ZaloRefusedError, ZaloUnreachableError } from "./errors.ts";
import type { OAuth, TokenGrant } from "./oauth.ts";
import type { StoredTokens, TokenStore, Tokens } from "./token-store.ts";

/** Longer than the call to the platform may take, so that a claim only lapses when its holder died. */
const CLAIM_MS = 30_000;
const CLAIM_POLL_MS = 50;
/** A dead holder's claim has lapsed by then. */
const CLAIM_PATIENCE_MS = CLAIM_MS + 5_000;

/** How one renewal ended. `unsaved` = the platform granted, but the store did not take it. */
export interface Renewal {
  readonly tokens: Tokens;
  readonly unsaved?: { readonly overVersion: number };
}

/**
 * Renews the tokens of one account, at most one process at a time:
 * claim, read again, ask the platform once, write, and only then hand out.
 * `seen` is what the caller found too old; when somebody replaced it meanwhile, theirs is returned.
 */
export async function renewTokens(
  parts: {
    readonly store: TokenStore;
    readonly oauth: OAuth;
    readonly clock: Clock;
    readonly oaId: string;
  },
  seen: StoredTokens,
): Promise<Renewal> {
  const { store, clock, oaId } = parts;
  const holder = randomUUID();
  const patientUntilMs = clock.nowMs() + CLAIM_PATIENCE_MS;
  while (!(await store.claim(oaId, holder, CLAIM_MS))) {
    await clock.sleep(CLAIM_POLL_MS);
    const latest = await store.read(oaId);
    if (latest && latest.version !== seen.version) return { tokens: latest };
    if (clock.nowMs() > patientUntilMs) {
      throw new ZaloUnreachableError("oauth/refresh", "another process holds the renewal", false);
    }
  }
  try {
    const latest = await store.read(oaId);
    if (latest && latest.version !== seen.version) return { tokens: latest };
    return await renewClaimed(parts, latest ?? seen);
  } finally {
    // An unreleased claim only costs the next renewal some seconds.
    await store.release(oaId, holder).catch(() => undefined);
  }
}

async function renewClaimed(
  parts: Parameters<typeof renewTokens>[0],
  current: StoredTokens,
): Promise<Renewal> {
  const { store, oauth, clock, oaId } = parts;
  if (!current.refreshToken || current.lostAtMs !== undefined) throw notConnected();
  let grant: TokenGrant;
  try {
    grant = await oauth.refresh(current.refreshToken);
  } catch (error) {
    if (!(error instanceof ZaloRefusedError && deadGrantCodes.includes(error.code))) throw error;
    // Used up already: perhaps by a process whose claim lapsed while it was slow.
    const latest = await store.read(oaId);
    if (latest && latest.version !== current.version) return { tokens: latest };
    await store.markLost(oaId, current.version, clock.nowMs());
    throw error;
  }
  const tokens = tokensFrom(grant, clock.nowMs(), current);
  try {
    if (await store.replace(oaId, tokens, current.version)) return { tokens };
  } catch {
    return { tokens, unsaved: { overVersion: current.version } };
  }
  // Somebody connected the account anew while we asked: the newer grant counts.
  return { tokens: (await store.read(oaId)) ?? tokens };
}

/** A grant as it is kept; what the answer leaves out is taken from `previous`. */
export function tokensFrom(grant: TokenGrant, nowMs: number, previous?: Tokens): Tokens {
  const refreshToken = grant.refreshToken ?? previous?.refreshToken;
  const refreshExpiresAtMs =
    grant.refreshExpiresInMs === undefined ? previous?.refreshExpiresAtMs : nowMs + grant.refreshExpiresInMs;
  return {
    accessToken: grant.accessToken,
    accessExpiresAtMs: nowMs + grant.expiresInMs,
    renewedAtMs: nowMs,
    ...(refreshToken && { refreshToken }),
    ...(refreshExpiresAtMs !== undefined && { refreshExpiresAtMs }),
  };
}

/** There is no token that could work: an administrator has to connect the account. */
export function notConnected(): ZaloRefusedError {
  const explanation = "the account is not connected: an administrator has to connect it again";
  return new ZaloRefusedError({ family: "oauth", method: "tokens", code: -14014, explanation });
}
