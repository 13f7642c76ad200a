import type { EntryId, PersonId } from "../base/index.ts";
import type { ReplyMessage } from "./reply.ts";

/** One reply on its way out. */
export interface OutgoingMessage {
  readonly entryId: EntryId;
  readonly personId: PersonId;
  readonly message: ReplyMessage;
}

/** What became of one attempt to send. */
export type SendOutcome =
  | { readonly kind: "sent"; readonly platformMessageId?: string }
  /** Certainly not delivered; may be tried again, not before `retryAfterMs`. */
  | { readonly kind: "retry"; readonly reason: string; readonly retryAfterMs?: number }
  /** Certainly not delivered and never will be. */
  | { readonly kind: "refused"; readonly reason: string }
  /** The far end may or may not have it (the connection broke after the request was written). */
  | { readonly kind: "unknown"; readonly reason: string };

/** How a channel sends one message. Never throws for a failure of the far end. */
export type Send = (message: OutgoingMessage) => Promise<SendOutcome>;
