import type { ChannelName, PersonId } from "../base/index.ts";
import type { Language } from "./question.ts";

/** What a person (or the account's staff) did, in the bot's words; channels translate into this. */
export type InboundContent =
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "sticker" | "image" | "voice" | "video" | "file" | "link" | "contact";
      readonly text?: string;
    }
  /** Degrees, WGS 84. */
  | { readonly kind: "location"; readonly latitude: number; readonly longitude: number }
  | { readonly kind: "reaction" }
  /** Started to follow, or pressed the account's chat button for the first time. */
  | { readonly kind: "follow" | "chat-opened" }
  | { readonly kind: "unfollow" }
  /** Asks that their data be erased. */
  | { readonly kind: "withdraw" }
  /** Answered a form that asked for their details; the details themselves are not carried. */
  | { readonly kind: "info-submitted" }
  /** A member of staff wrote to the person from the platform's own console. */
  | { readonly kind: "staff-reply" }
  /** They wrote the word that lets the bot answer again. */
  | { readonly kind: "staff-hand-back" };

/** One accepted event, ready to be stored. */
export interface InboundEvent {
  readonly channel: ChannelName;
  readonly personId: PersonId;
  /** Equal keys are the same event: event name and message id, or event name, person and time. */
  readonly eventKey: string;
  /** The platform's id of the message, when there is one. */
  readonly messageId?: string;
  /** When the platform says it happened, ms UTC. */
  readonly sentAtMs: number;
  readonly content: InboundContent;
  /**
   * Chosen by the person with a switch: answers are in it whatever they write. Absent = never chosen; then
   * a sentence that is clearly in one language is answered in that one.
   */
  readonly language?: Language;
}
