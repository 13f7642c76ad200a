import { checkAnswer } from "../../bot/answer/check.ts";
import { compose } from "../../bot/answer/compose.ts";
import type { AnswerContext, Decision } from "../../bot/answer/draft.ts";
import { isAnswer } from "../../bot/answer/draft.ts";
import { prepare } from "../../bot/answer/index.ts";
import { loadKnowledge } from "../../bot/catalogue/index.ts";
import {
  type Answer,
  type CaseQuestion,
  emptyState,
  type Facet,
  facets,
  type Guide,
  type Language,
} from "../../bot/domain/index.ts";

/** Tuesday, 14:00 in Vietnam; an ordinary working day. */
export const ANSWERED_AT_MS = Date.parse("2026-07-21T07:00:00Z");

/** The shipped knowledge, ready to answer from. */
export function shippedContext(): AnswerContext {
  return { ...prepare(loadKnowledge()), nowMs: ANSWERED_AT_MS };
}

/** The shipped knowledge for composing only: that never searches, so an index of next to nothing will do. */
export function composingContext(): AnswerContext {
  const knowledge = loadKnowledge();
  const small = { ...knowledge, procedures: new Map(), topics: [], lifeEvents: [] };
  return { ...prepare(small), knowledge, nowMs: ANSWERED_AT_MS };
}

export type Decided = Readonly<Record<string, string>>;

/** Puts a decision into words exactly as a turn would, limits checked. */
export function answerFor(
  ctx: AnswerContext,
  decision: Decision,
  language: Language,
  decided: Decided = {},
): Answer {
  const question = { text: "", state: emptyState };
  const composed = compose({ question, language, text: "", candidates: [], decision, decided, log: [] }, ctx);
  if (!isAnswer(composed)) throw new Error("compose gave no answer");
  return checkAnswer(composed);
}

/** Every part that can be asked for, and the card for none. */
export const everyPart: readonly (readonly Facet[])[] = [[], ...facets.map((facet) => [facet])];

/** Every way the case questions of a guide can be answered, from none to all of them. */
export function everyCase(guide: Guide | undefined): Decided[] {
  return (guide?.cases ?? []).reduce<Decided[]>(
    (known, question) => known.flatMap((decided) => [decided, ...withEachOption(decided, question)]),
    [{}],
  );
}

function withEachOption(decided: Decided, { id, options }: CaseQuestion): Decided[] {
  return options.map((option) => ({ ...decided, [id]: option.id }));
}
