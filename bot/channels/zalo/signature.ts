import { timingSafeEqual } from "node:crypto";
import { webhookSignature } from "../../zalo/index.ts";

/** What a webhook carries to prove where it comes from. */
export interface SignedBody {
  readonly rawBody: Uint8Array;
  /** `X-ZEvent-Signature`: `mac=` and 64 hex digits; the prefix may be missing. */
  readonly signature: string | undefined;
  /** `timestamp` inside the body. */
  readonly timestamp: string;
  /** `X-ZEvent-Timestamp`; seldom sent. */
  readonly headerTimestamp: string | undefined;
}

/** What signatures of our account are made with. */
export interface SigningKeys {
  readonly appId: string;
  readonly oaId: string;
  /** The present key, and the next one while it is being changed. */
  readonly oaSecretKeys: readonly string[];
}

/** Whether a body is from the platform, and if not, in what way. */
export type SignatureResult =
  | {
      readonly ok: true;
      /** Something the operator may want to know: a key change at work, or time taken from the header. */
      readonly note?: "second-key" | "header-timestamp";
    }
  | {
      readonly ok: false;
      /** `oa-id-first`: right but for the app id, as when ZALO_APP_ID and ZALO_OA_ID are swapped. */
      readonly reason: "missing" | "malformed" | "wrong" | "oa-id-first";
    };

/** Checks the signature over the exact bytes received. Every comparison takes the same time. */
export function verifySignature(body: SignedBody, keys: SigningKeys): SignatureResult {
  if (body.signature === undefined) return { ok: false, reason: "missing" };
  const hex = /^(?:mac=)?([0-9a-f]{64})$/i.exec(body.signature.trim())?.[1];
  if (!hex) return { ok: false, reason: "malformed" };
  const given = Buffer.from(hex, "hex");
  const matches = (firstTerm: string, timestamp: string) =>
    keys.oaSecretKeys.map((oaSecretKey) =>
      timingSafeEqual(
        given,
        Buffer.from(
          webhookSignature({ appId: firstTerm, rawBody: body.rawBody, timestamp, oaSecretKey }),
          "hex",
        ),
      ),
    );
  const byBody = matches(keys.appId, body.timestamp);
  if (byBody[0]) return { ok: true };
  if (byBody.includes(true)) return { ok: true, note: "second-key" };
  if (body.headerTimestamp && matches(keys.appId, body.headerTimestamp).includes(true)) {
    return { ok: true, note: "header-timestamp" };
  }
  return { ok: false, reason: matches(keys.oaId, body.timestamp).includes(true) ? "oa-id-first" : "wrong" };
}
