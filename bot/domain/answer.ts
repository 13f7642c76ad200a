import type { ConversationState } from "./conversation.ts";
import type { Facet, Language } from "./question.ts";
import type { ReplyMessage } from "./reply.ts";

/**
 * Every way a turn can end. The part before the dot is the family.
 * Wording for each lives in `knowledge/replies`; filters and metrics use the same names.
 */
export const answerStatuses = [
  /** The asked part of one procedure. */
  "answered.facet",
  /** One procedure, no part named: a short card. */
  "answered.card",
  /** Several questions in one message, each answered. */
  "answered.several",
  /** A life event: an ordered path through procedures. */
  "answered.life-event",
  /** Office hours, address, phone. */
  "answered.office",
  /** How to look up a dossier. */
  "answered.dossier-status",
  /** Two or more procedures fit: choose. */
  "clarify.procedure",
  /** The answer depends on the person's case: one short question. */
  "clarify.case",
  /** A part is asked for, but of nothing we know of. */
  "clarify.topic",
  "handoff.person",
  "handoff.feedback",
  "handoff.emergency",
  /** Looks like a procedure, but none fits well enough. */
  "unanswerable.no-match",
  /** A real matter that the catalogue does not hold. */
  "unanswerable.not-in-catalogue",
  /** Nothing that can be read: empty, emoji, symbols. */
  "unanswerable.unreadable",
  "refused.off-topic",
  "refused.no-such-procedure",
  "refused.other-country",
  "refused.illegal",
  "refused.privacy",
  "refused.injection",
  "refused.spam",
  "refused.abuse",
  "smalltalk.greeting",
  "smalltalk.thanks",
  "smalltalk.goodbye",
  "smalltalk.about",
  /** A bug on our side; the person is told and staff see it. */
  "failed",
] as const;
export type AnswerStatus = (typeof answerStatuses)[number];

/** A procedure the answer speaks of or offers, best first. */
export interface AnsweredProcedure {
  readonly code: string;
  readonly name: string;
  /** Calibrated chance, 0–1, that this is the procedure meant. */
  readonly confidence: number;
  readonly reasons: readonly string[];
}

export interface Answer {
  readonly status: AnswerStatus;
  readonly language: Language;
  readonly procedures: readonly AnsweredProcedure[];
  readonly facets: readonly Facet[];
  /** Case answers this reply rests on: question id → option id. */
  readonly decided: Readonly<Record<string, string>>;
  /** At most two. */
  readonly messages: readonly ReplyMessage[];
  /** What to remember for the next turn. */
  readonly state: ConversationState;
}
