import { createHash } from "node:crypto";

/**
 * The hex part of a webhook's `X-ZEvent-Signature: mac=<hex>`: plain SHA-256, not HMAC, over
 * app id, the body's exact bytes, the body's `timestamp` and the account's secret key.
 */
export function webhookSignature(signed: {
  readonly appId: string;
  readonly rawBody: Uint8Array;
  readonly timestamp: string;
  readonly oaSecretKey: string;
}): string {
  return createHash("sha256")
    .update(signed.appId)
    .update(signed.rawBody)
    .update(signed.timestamp)
    .update(signed.oaSecretKey)
    .digest("hex");
}
