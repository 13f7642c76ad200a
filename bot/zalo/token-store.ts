/** The tokens of one account. Times are ms UTC. */
export interface Tokens {
  readonly accessToken: string;
  readonly accessExpiresAtMs: number;
  /** Absent = the account was seeded with an access token only. */
  readonly refreshToken?: string;
  readonly refreshExpiresAtMs?: number;
  readonly renewedAtMs: number;
}

/** Tokens as they are in the store. */
export interface StoredTokens extends Tokens {
  /** Grows with every write of tokens. */
  readonly version: number;
  /** Set when the platform refused the refresh token for good. */
  readonly lostAtMs?: number;
}

/** Where tokens live, shared by all processes. Every method may throw when the store is down. */
export interface TokenStore {
  read(oaId: string): Promise<StoredTokens | undefined>;
  /** Writes tokens whatever was there: after an administrator connected the account. */
  put(oaId: string, tokens: Tokens): Promise<void>;
  /** Writes tokens over exactly `version` and ends any claim; false when somebody wrote in between. */
  replace(oaId: string, tokens: Tokens, version: number): Promise<boolean>;
  /** Notes that the refresh token of exactly `version` is dead. */
  markLost(oaId: string, version: number, atMs: number): Promise<void>;
  /** Takes the sole right to renew for `forMs`; false while another holder has it. */
  claim(oaId: string, holder: string, forMs: number): Promise<boolean>;
  release(oaId: string, holder: string): Promise<void>;
}
