import type { ConversationState } from "./conversation.ts";

export const languages = ["vi", "en"] as const;
export type Language = (typeof languages)[number];

/** The part of a procedure that is asked for. */
export const facets = [
  "documents",
  "fee",
  "time",
  "place",
  "online",
  "steps",
  "form",
  "eligibility",
  "legal",
  "result",
] as const;
export type Facet = (typeof facets)[number];

/** One message of a person, with what is remembered of the talk so far. */
export interface Question {
  /** As received; any length, any characters. */
  readonly text: string;
  /** Chosen by the person or the caller; otherwise guessed from the text. */
  readonly language?: Language;
  readonly state: ConversationState;
}
