import { type ErrorFamily, meaningOf, type Remedy } from "./error-codes.ts";

interface Refusal {
  readonly family: ErrorFamily;
  /** The call, e.g. `message/cs`. */
  readonly method: string;
  readonly code: number;
  readonly platformMessage?: string;
  /** Instead of the table's words, for refusals made on our side. */
  readonly explanation?: string;
  readonly retryAfterMs?: number;
}

/**
 * The platform said no (HTTP 200 with a non-zero `error`), or we did in its name before sending.
 * Nothing was delivered.
 */
export class ZaloRefusedError extends Error {
  override readonly name = "ZaloRefusedError";
  readonly family: ErrorFamily;
  readonly method: string;
  readonly code: number;
  readonly explanation: string;
  readonly remedy: Remedy;
  /** Whether the very same call may succeed later without anybody doing anything. */
  readonly retryable: boolean;
  readonly retryAfterMs?: number;
  /** The platform's own words, without long numbers and at most 200 characters. */
  readonly platformMessage: string;

  constructor(refusal: Refusal) {
    const meaning = meaningOf(refusal.family, refusal.code, refusal.platformMessage);
    const explanation = refusal.explanation ?? meaning.explanation;
    super(`${refusal.method}: refused with ${refusal.code}, ${explanation}`);
    this.family = refusal.family;
    this.method = refusal.method;
    this.code = refusal.code;
    this.explanation = explanation;
    this.remedy = meaning.remedy;
    this.retryable = meaning.remedy === "retry" || meaning.remedy === "renew-token";
    if (refusal.retryAfterMs !== undefined) this.retryAfterMs = refusal.retryAfterMs;
    this.platformMessage = withoutIds(refusal.platformMessage ?? "");
  }
}

/** No readable answer came back. `maybeDelivered` is false only when the request certainly never arrived. */
export class ZaloUnreachableError extends Error {
  override readonly name = "ZaloUnreachableError";
  readonly method: string;
  readonly maybeDelivered: boolean;

  /** The library's own error is not kept as `cause`: it holds the request's headers and so the token. */
  constructor(method: string, reason: string, maybeDelivered: boolean) {
    super(`${method}: not reached, ${reason}`);
    this.method = method;
    this.maybeDelivered = maybeDelivered;
  }
}

function withoutIds(text: string): string {
  return text.replace(/\d{5,}/g, "…").slice(0, 200);
}
