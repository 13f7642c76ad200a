import type { InboundEvent } from "../../domain/index.ts";
import { parseJsonKeepingIds } from "../../zalo/index.ts";
import { parseEvent } from "./parse-event.ts";
import { type SignatureResult, type SigningKeys, verifySignature } from "./signature.ts";
import { type IgnoreReason, toInbound } from "./to-inbound.ts";

/** A request as it arrived. */
export interface WebhookRequest {
  readonly rawBody: Uint8Array;
  readonly signature: string | undefined;
  readonly headerTimestamp: string | undefined;
}

/** What a webhook is, before anything is done about it. */
export type Verdict =
  /** The console's question whether somebody is there: an unsigned `{}`. */
  | { readonly kind: "check" }
  /** Not JSON, or not an object. */
  | { readonly kind: "unreadable" }
  | { readonly kind: "forged"; readonly reason: Extract<SignatureResult, { ok: false }>["reason"] }
  /** Rightly signed, but too long ago (or ahead) to be anything but a replay. */
  | { readonly kind: "late" }
  | { readonly kind: "ignored"; readonly reason: IgnoreReason; readonly name: string }
  | {
      readonly kind: "event";
      readonly event: InboundEvent;
      readonly name: string;
      readonly referral?: string;
      readonly note?: "second-key" | "header-timestamp";
    };

/** The platform redelivers for almost two hours and repeats the first timestamp. */
const CLOCK_TOLERANCE_MS = 2 * 60 * 60_000;

/** Reads one webhook: signature over the exact bytes first, meaning after. Pure. */
export function judgeWebhook(request: WebhookRequest, keys: SigningKeys, nowMs: number): Verdict {
  const body = parsed(request.rawBody);
  if (typeof body !== "object" || body === null || Array.isArray(body)) return { kind: "unreadable" };
  if (Object.keys(body).length === 0) return { kind: "check" };
  const timestamp = "timestamp" in body ? String(body.timestamp) : "";
  const { rawBody, signature, headerTimestamp } = request;
  const checked = verifySignature({ rawBody, signature, headerTimestamp, timestamp }, keys);
  if (!checked.ok) return { kind: "forged", reason: checked.reason };
  const event = parseEvent(body);
  const inbound = toInbound(event, keys.oaId);
  if (inbound.kind === "ignore") return { kind: "ignored", reason: inbound.reason, name: event.name };
  if (Math.abs(nowMs - event.atMs) > CLOCK_TOLERANCE_MS) return { kind: "late" };
  return {
    kind: "event",
    event: inbound.event,
    name: event.name,
    ...(inbound.referral && { referral: inbound.referral }),
    ...(checked.note && { note: checked.note }),
  };
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return parseJsonKeepingIds(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
