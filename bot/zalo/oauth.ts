import { ZaloUnreachableError } from "./errors.ts";
import { codeChallenge } from "./pkce.ts";
import type { Transport } from "./transport.ts";
import { tokenAnswerSchema } from "./wire.ts";

/** What the platform grants for a code or for a refresh token. */
export interface TokenGrant {
  readonly accessToken: string;
  /** Absent in some answers: then the one just used is kept. */
  readonly refreshToken?: string;
  readonly expiresInMs: number;
  readonly refreshExpiresInMs?: number;
}

/** The app's side of getting and renewing tokens. */
export interface OAuth {
  /** The page on which an administrator of the account lets the app in. */
  permissionUrl(request: { redirectUri: string; verifier: string; state: string }): string;
  /**
   * Turns the code of the callback into tokens. A code lives ten minutes and works once.
   * @throws ZaloRefusedError, ZaloUnreachableError
   */
  exchangeCode(code: string, verifier: string): Promise<TokenGrant>;
  /**
   * Uses up a refresh token. It works once: a second use is refused with -14014 or -118.
   * @throws ZaloRefusedError, ZaloUnreachableError
   */
  refresh(refreshToken: string): Promise<TokenGrant>;
}

/** An access token lives 25 hours when the answer does not say. */
const DEFAULT_LIFETIME_S = 90_000;
const TIMEOUT_MS = 12_000;

/** The app's side of OAuth v4. `appSecret` is the app's, not the account's webhook key. */
export function createOAuth(parts: {
  readonly transport: Transport;
  readonly oauthUrl: string;
  readonly appId: string;
  readonly appSecret: string;
}): OAuth {
  const grant = async (name: string, fields: Record<string, string>): Promise<TokenGrant> => {
    const { envelope } = await parts.transport({
      family: "oauth",
      name,
      method: "POST",
      url: `${parts.oauthUrl}/v4/oa/access_token`,
      body: new URLSearchParams({ ...fields, app_id: parts.appId }),
      headers: { secret_key: parts.appSecret },
      timeoutMs: TIMEOUT_MS,
    });
    const answer = tokenAnswerSchema.safeParse(envelope);
    if (!answer.success) throw new ZaloUnreachableError(name, "the answer holds no token", true);
    const { access_token, refresh_token, expires_in, refresh_token_expires_in } = answer.data;
    return {
      accessToken: access_token,
      expiresInMs: (expires_in ?? DEFAULT_LIFETIME_S) * 1000,
      ...(refresh_token && { refreshToken: refresh_token }),
      ...(refresh_token_expires_in && { refreshExpiresInMs: refresh_token_expires_in * 1000 }),
    };
  };
  return {
    permissionUrl({ redirectUri, verifier, state }) {
      const url = new URL(`${parts.oauthUrl}/v4/oa/permission`);
      url.searchParams.set("app_id", parts.appId);
      url.searchParams.set("redirect_uri", redirectUri);
      url.searchParams.set("code_challenge", codeChallenge(verifier));
      url.searchParams.set("code_challenge_method", "S256");
      url.searchParams.set("state", state);
      return url.toString();
    },
    exchangeCode: (code, verifier) =>
      grant("oauth/exchange", { code, grant_type: "authorization_code", code_verifier: verifier }),
    refresh: (refreshToken) =>
      grant("oauth/refresh", { refresh_token: refreshToken, grant_type: "refresh_token" }),
  };
}
