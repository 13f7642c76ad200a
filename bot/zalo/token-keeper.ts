import { type Clock, type Log, messageOf } from "../base/index.ts";
import { deadGrantCodes } from "./error-codes.ts";
import { ZaloRefusedError, ZaloUnreachableError } from "./errors.ts";
import type { OAuth, TokenGrant } from "./oauth.ts";
import { notConnected, renewTokens, tokensFrom } from "./token-renewal.ts";
import type { StoredTokens, TokenStore, Tokens } from "./token-store.ts";

const DAY_MS = 86_400_000;
/** An access token is renewed this long before it ends. */
const AHEAD_MS = 15 * 60_000;
/** The refresh token lives about three months; this long before its end somebody is told. */
const ALARM_BEFORE_MS = 14 * DAY_MS;
/** No renewal this soon after one that failed, nor when the platform refuses a token this young. */
const PAUSE_MS = 60_000;
const TICK_MS = 60_000;
/** The true age of a seed is unknown: with a refresh token at hand it is renewed soon. */
const SEED_LIFETIME_MS = 60 * 60_000;
const SEED_LIFETIME_ALONE_MS = 25 * 60 * 60_000;

/** What somebody has to know about an account's tokens. */
export type TokenAlarm = "grant-lost" | "not-saved" | "renewal-failing" | "refresh-token-ends-soon";

/** Where an account stands; times are ms UTC. */
export interface TokenStatus {
  readonly connected: boolean;
  readonly renewedAtMs?: number;
  readonly accessExpiresAtMs?: number;
  readonly refreshExpiresAtMs?: number;
  readonly lostAtMs?: number;
}

interface Parts {
  readonly store: TokenStore;
  readonly oauth: OAuth;
  readonly clock: Clock;
  readonly log: Log;
  readonly oaId: string;
  /** Tokens from the configuration: used only while the store has none that could work, once a process. */
  readonly seed?: { readonly accessToken?: string; readonly refreshToken?: string };
  readonly onAlarm?: (alarm: TokenAlarm) => void;
}

interface Unsaved {
  readonly tokens: Tokens;
  readonly overVersion: number;
}

/** The only holder of an account's tokens in a process; processes agree through the store. */
export class TokenKeeper {
  readonly #parts: Parts;
  #renewing: Promise<string> | undefined;
  /** Granted while the store did not answer: counts before what is stored, until it is written. */
  #unsaved: Unsaved | undefined;
  #pausedUntilMs = 0;
  #toldOfEndAtMs = Number.NEGATIVE_INFINITY;
  #seeded = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * A token that works as far as can be known, renewed when it is about to end.
   * @throws ZaloRefusedError when an administrator has to connect, ZaloUnreachableError when renewal failed.
   */
  async accessToken(): Promise<string> {
    const tokens = await this.#current();
    if (!tokens) throw notConnected();
    const nowMs = this.#parts.clock.nowMs();
    if (nowMs < tokens.accessExpiresAtMs - AHEAD_MS) return tokens.accessToken;
    const alive = nowMs < tokens.accessExpiresAtMs;
    const paused = nowMs < this.#pausedUntilMs;
    if (alive && (paused || !canRenew(tokens))) return tokens.accessToken;
    if (!canRenew(tokens)) throw notConnected();
    if (paused) throw new ZaloUnreachableError("tokens", "a renewal failed less than a minute ago", false);
    try {
      return await this.#renewOnce(tokens);
    } catch (error) {
      if (alive) return tokens.accessToken;
      throw error;
    }
  }

  /**
   * After the platform refused `token`: another one.
   * @throws also when the refused token is younger than a minute: renewing again would not help.
   */
  async renew(token: string): Promise<string> {
    const tokens = await this.#current();
    if (!tokens) throw notConnected();
    if (tokens.accessToken !== token) return tokens.accessToken;
    if (this.#parts.clock.nowMs() < Math.max(this.#pausedUntilMs, tokens.renewedAtMs + PAUSE_MS)) {
      const explanation = "a token renewed less than a minute ago is refused";
      throw new ZaloRefusedError({ family: "oa", method: "tokens", code: -216, explanation });
    }
    return this.#renewOnce(tokens);
  }

  /** Takes over what an administrator's consent brought. */
  async adopt(grant: TokenGrant): Promise<void> {
    const { store, oaId, clock, log } = this.#parts;
    await store.put(oaId, tokensFrom(grant, clock.nowMs()));
    this.#unsaved = undefined;
    this.#pausedUntilMs = 0;
    log.info("zalo account connected", { event: "connected" });
  }

  async status(): Promise<TokenStatus> {
    const tokens = await this.#current();
    if (!tokens) return { connected: false };
    const { renewedAtMs, accessExpiresAtMs, refreshExpiresAtMs, lostAtMs } = tokens;
    return {
      connected: lostAtMs === undefined,
      renewedAtMs,
      accessExpiresAtMs,
      ...(refreshExpiresAtMs !== undefined && { refreshExpiresAtMs }),
      ...(lostAtMs !== undefined && { lostAtMs }),
    };
  }

  /** One look at the clock: renews and raises alarms where due. Never throws. */
  async tick(): Promise<void> {
    try {
      const tokens = await this.#current();
      if (!tokens) return;
      const nowMs = this.#parts.clock.nowMs();
      const leftMs = (tokens.refreshExpiresAtMs ?? Number.POSITIVE_INFINITY) - nowMs;
      if (leftMs <= ALARM_BEFORE_MS && nowMs >= this.#toldOfEndAtMs + DAY_MS) {
        this.#toldOfEndAtMs = nowMs;
        this.#alarm("refresh-token-ends-soon");
      }
      await this.accessToken();
    } catch (error) {
      this.#parts.log.warn("zalo tokens could not be looked after", { reason: messageOf(error) });
    }
  }

  /** Ticks every minute until the signal. */
  async keepFresh(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.tick();
      await this.#parts.clock.sleep(TICK_MS, signal);
    }
  }

  async #current(): Promise<StoredTokens | undefined> {
    const { store, oaId } = this.#parts;
    if (this.#unsaved) return this.#saveLate(this.#unsaved);
    const stored = await store.read(oaId);
    if (this.#seeded || (stored && stored.lostAtMs === undefined)) return stored;
    const seed = seedTokens(this.#parts.seed, this.#parts.clock.nowMs());
    if (seed) await store.put(oaId, seed);
    this.#seeded = true;
    return seed ? store.read(oaId) : stored;
  }

  async #saveLate({ tokens, overVersion }: Unsaved): Promise<StoredTokens | undefined> {
    const { store, oaId } = this.#parts;
    try {
      await store.replace(oaId, tokens, overVersion);
      this.#unsaved = undefined;
      return await store.read(oaId);
    } catch {
      return { ...tokens, version: overVersion };
    }
  }

  #renewOnce(seen: StoredTokens): Promise<string> {
    this.#renewing ??= this.#renew(seen).finally(() => {
      this.#renewing = undefined;
    });
    return this.#renewing;
  }

  async #renew(seen: StoredTokens): Promise<string> {
    try {
      const { tokens, unsaved } = await renewTokens(this.#parts, seen);
      if (unsaved) {
        this.#unsaved = { tokens, overVersion: unsaved.overVersion };
        this.#alarm("not-saved");
      }
      return tokens.accessToken;
    } catch (error) {
      this.#pausedUntilMs = this.#parts.clock.nowMs() + PAUSE_MS;
      const lost = error instanceof ZaloRefusedError && deadGrantCodes.includes(error.code);
      this.#alarm(lost ? "grant-lost" : "renewal-failing", messageOf(error));
      throw error;
    }
  }

  #alarm(kind: TokenAlarm, reason?: string): void {
    this.#parts.log.error("zalo tokens need attention", { event: kind, reason });
    this.#parts.onAlarm?.(kind);
  }
}

function canRenew(tokens: StoredTokens): boolean {
  return tokens.refreshToken !== undefined && tokens.lostAtMs === undefined;
}

function seedTokens(seed: Parts["seed"], nowMs: number): Tokens | undefined {
  const { accessToken = "", refreshToken } = seed ?? {};
  if (accessToken === "" && !refreshToken) return undefined;
  const lifetimeMs = refreshToken ? SEED_LIFETIME_MS : SEED_LIFETIME_ALONE_MS;
  return {
    accessToken,
    accessExpiresAtMs: accessToken === "" ? 0 : nowMs + lifetimeMs,
    renewedAtMs: 0,
    ...(refreshToken && { refreshToken }),
  };
}
