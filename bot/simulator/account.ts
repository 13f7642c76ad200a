import { randomBytes, randomInt } from "node:crypto";

/** What a real office copies from Zalo's console into its configuration; here made up at each start. */
export interface SimulatedAccount {
  readonly appId: string;
  readonly appSecret: string;
  readonly oaId: string;
  readonly oaSecretKeys: readonly [string];
  readonly seedAccessToken: string;
  readonly seedRefreshToken: string;
  readonly buttonTemplate: "none";
  readonly apiUrl: string;
  readonly oauthUrl: string;
}

/** New ids and secrets, so that nothing kept from an earlier start is taken for valid. */
export function newAccount(serverUrl: string): SimulatedAccount {
  return {
    appId: newId(),
    appSecret: newSecret(),
    oaId: newId(),
    oaSecretKeys: [newSecret()],
    seedAccessToken: newSecret(),
    seedRefreshToken: newSecret(),
    buttonTemplate: "none",
    apiUrl: serverUrl,
    oauthUrl: serverUrl,
  };
}

/** Nineteen digits, as Zalo's ids have: more than a number can hold. */
export function newId(): string {
  const digits = () => String(randomInt(1_000_000_000)).padStart(9, "0");
  return `${randomInt(1, 10)}${digits()}${digits()}`;
}

export function newSecret(): string {
  return randomBytes(24).toString("base64url");
}
