import type { Facet, Language } from "./question.ts";

/** A choice that was shown with a number, so that "2" or "cái thứ hai" can pick it. */
export interface OfferedChoice {
  readonly label: string;
  /** What saying this choice means, in the same form as a button's payload. */
  readonly payload: string;
}

/** All that is remembered of a talk. Small, plain data: it is stored as JSON after each turn. */
export interface ConversationState {
  /** Procedure the talk is about. */
  readonly procedure?: string;
  readonly facet?: Facet;
  /** Choices on offer, in the order shown. */
  readonly offered?: readonly OfferedChoice[];
  /** Case question that waits for an answer, with its procedure. */
  readonly asked?: { readonly procedure: string; readonly question: string };
  /** Answers given to case questions of the current procedure: question id → option id. */
  readonly decided?: Readonly<Record<string, string>>;
  /** Procedures talked about before, newest first, for "quay lại". */
  readonly earlier?: readonly string[];
  readonly language?: Language;
  /** When the last turn was taken, ms UTC. */
  readonly atMs?: number;
}

export const emptyState: ConversationState = {};

/** One message of a person, with what is remembered of the talk so far. */
export interface Question {
  /** As received; any length, any characters. */
  readonly text: string;
  /** Chosen by the person or the caller; otherwise guessed from the text. */
  readonly language?: Language;
  readonly state: ConversationState;
}
