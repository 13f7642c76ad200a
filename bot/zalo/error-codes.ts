/** The same number means different things on different hosts, so tables are kept apart by family. */
export const errorFamilies = ["oa", "oauth", "template"] as const;
export type ErrorFamily = (typeof errorFamilies)[number];

/** What the caller can do about a refusal. */
export type Remedy =
  /** Try the same again later. */
  | "retry"
  /** Get a new access token, then try once more. */
  | "renew-token"
  /** The file has to be uploaded again. */
  | "upload-again"
  /** This person cannot be written to; nothing will change that soon. */
  | "give-up"
  /** Possible again once the person writes to the account. */
  | "wait-for-person"
  /** The request itself is wrong. */
  | "fix-request"
  /** Somebody has to change a setting, a package or a contract. */
  | "operator";

/** A code in plain words. */
export interface ErrorMeaning {
  readonly explanation: string;
  readonly remedy: Remedy;
}

const oa: Readonly<Record<number, ErrorMeaning>> = {
  [-32]: { explanation: "too many requests in a minute", remedy: "retry" },
  [-100]: { explanation: "the uploaded file has expired", remedy: "upload-again" },
  [-124]: { explanation: "the access token is not valid", remedy: "renew-token" },
  [-200]: { explanation: "the platform failed to send", remedy: "retry" },
  [-201]: {
    explanation: "a parameter is not valid, or the person never wrote to the account",
    remedy: "fix-request",
  },
  [-204]: { explanation: "the account is disabled", remedy: "operator" },
  [-205]: { explanation: "the account does not exist", remedy: "operator" },
  [-209]: { explanation: "the app is not activated", remedy: "operator" },
  [-210]: { explanation: "a parameter is over its limit (text, file or count)", remedy: "fix-request" },
  [-211]: { explanation: "the quota of this feature is used up", remedy: "operator" },
  [-212]: { explanation: "the app has not registered this API", remedy: "operator" },
  [-213]: { explanation: "the person does not follow the account", remedy: "give-up" },
  [-216]: { explanation: "the access token is not valid", remedy: "renew-token" },
  [-217]: { explanation: "the person blocked invitations", remedy: "give-up" },
  [-218]: { explanation: "the limit for this person is reached", remedy: "wait-for-person" },
  [-219]: { explanation: "the app was removed or disabled", remedy: "operator" },
  [-220]: { explanation: "the access token has expired or was removed", remedy: "renew-token" },
  [-221]: { explanation: "the account has to be verified first", remedy: "operator" },
  [-223]: { explanation: "the account has not allowed the app to use this API", remedy: "operator" },
  [-224]: { explanation: "the account's package is too low for this API", remedy: "operator" },
  [-227]: { explanation: "the person is banned or was away for more than 45 days", remedy: "give-up" },
  [-230]: {
    explanation: "the person has not written to the account for seven days",
    remedy: "wait-for-person",
  },
  [-231]: {
    explanation: "outside the time in which the person may be written to",
    remedy: "wait-for-person",
  },
  [-232]: { explanation: "the person has not written to the account yet", remedy: "wait-for-person" },
  [-233]: { explanation: "this kind of message is not supported", remedy: "fix-request" },
  [-234]: { explanation: "may not be sent between 22:00 and 06:00", remedy: "retry" },
  [-235]: { explanation: "this API is not for this type of account", remedy: "operator" },
  [-237]: { explanation: "the group is disabled", remedy: "give-up" },
  [-238]: { explanation: "the asset id is already used", remedy: "fix-request" },
  [-240]: { explanation: "this old version of the API was shut down", remedy: "fix-request" },
  [-241]: { explanation: "the asset id is already used", remedy: "fix-request" },
  [-242]: { explanation: "the app secret proof is wrong", remedy: "operator" },
  [-244]: { explanation: "the person does not accept this kind of message", remedy: "give-up" },
  [-248]: { explanation: "the content violates the platform's rules", remedy: "fix-request" },
  [-249]: { explanation: "this template cannot be sent by user id", remedy: "fix-request" },
  [-320]: { explanation: "no Zalo Cloud Account is linked", remedy: "operator" },
  [-321]: { explanation: "the Zalo Cloud Account has no money left", remedy: "operator" },
  [-401]: { explanation: "the access token is not valid", remedy: "renew-token" },
  [-403]: { explanation: "the group does not belong to the account", remedy: "give-up" },
  // Seen in traffic for the same cause, with the sign missing.
  216: { explanation: "the access token is not valid", remedy: "renew-token" },
  401: { explanation: "the access token is not valid", remedy: "renew-token" },
};

const oauth: Readonly<Record<number, ErrorMeaning>> = {
  [-118]: { explanation: "the refresh token was used already or is not valid", remedy: "operator" },
  [-14002]: { explanation: "the app id is wrong, or the app is not active", remedy: "operator" },
  [-14003]: {
    explanation: "the callback address or the code verifier does not match the app's settings",
    remedy: "operator",
  },
  [-14004]: { explanation: "the app secret is wrong", remedy: "operator" },
  [-14005]: { explanation: "the code is wrong, older than ten minutes, or was used", remedy: "operator" },
  [-14014]: { explanation: "the refresh token was used already or is not valid", remedy: "operator" },
  [-14018]: { explanation: "the grant type is wrong", remedy: "fix-request" },
};

const template: Readonly<Record<number, ErrorMeaning>> = {
  ...oa,
  [-115]: { explanation: "the Zalo Cloud Account has no money left", remedy: "operator" },
  [-118]: { explanation: "no Zalo account has this phone number", remedy: "give-up" },
};

const tables: Readonly<Record<ErrorFamily, Readonly<Record<number, ErrorMeaning>>>> = {
  oa,
  oauth,
  template,
};

const unknownCode: ErrorMeaning = { explanation: "a code this client does not know", remedy: "fix-request" };
const articleQuota: ErrorMeaning = { explanation: "the quota of articles is used up", remedy: "operator" };

/** Refresh tokens that will never work again: an administrator has to connect the account anew. */
export const deadGrantCodes: readonly number[] = [-14014, -118];

/** All codes of a family that have a meaning here. */
export function knownCodes(family: ErrorFamily): number[] {
  return Object.keys(tables[family]).map(Number);
}

/** Plain words for a code. -223 has two meanings that only the platform's message tells apart. */
export function meaningOf(family: ErrorFamily, code: number, platformMessage = ""): ErrorMeaning {
  if (family === "oa" && code === -223 && /quota|article/i.test(platformMessage)) return articleQuota;
  return tables[family][code] ?? unknownCode;
}
