import type { Facet } from "../domain/index.ts";
import type { AnswerContext, Draft, Step } from "./draft.ts";
import { type Payload, readPayload } from "./payload.ts";
import type { ReadMessage } from "./understand/understanding.ts";

/** Reads the message: words, language, parts asked for, and whether it picks something that was offered. */
export const understand: Step = (draft, ctx) => {
  const { question, text, payload } = draft;
  const read = ctx.understanding.read(text, question.state, question.language ?? question.state.language);
  const [typed] = ctx.buttons.whole(read.words);
  const picked = payload ?? typed ?? (read.picked ? readPayload(read.picked.payload) : undefined);
  const language = languageOf(draft, read);
  const log = [
    ...draft.log,
    `words: ${read.words.map(({ folded }) => folded).join(" ")}`,
    ...read.corrections.map(({ from, to, why }) => `${why}: ${from} → ${to}`),
    `parts: ${read.facets.join(", ") || "none"}`,
    ...(read.picked ? [`picked: ${read.picked.label}`] : []),
  ];
  const next = { ...draft, read, language, log, ...(picked && { payload: picked }) };
  return picked && !draft.decision ? settlePayload(next, picked, ctx) : next;
};

function languageOf({ question, payload }: Draft, read: ReadMessage): Draft["language"] {
  if (question.language) return question.language;
  if (payload || read.picked || read.words.length <= 2) return question.state.language ?? read.language;
  return read.language;
}

/** A tapped or picked choice says all; the values are checked because anyone may type them. */
function settlePayload(draft: Draft, payload: Payload, { knowledge }: AnswerContext): Draft {
  const unknown: Draft = { ...draft, decision: { kind: "status", status: "unanswerable.no-match" } };
  switch (payload.kind) {
    case "person":
      return { ...draft, decision: { kind: "status", status: "handoff.person" } };
    case "none-of-these":
      return unknown;
    case "life-event":
      return knowledge.lifeEvents.some(({ id }) => id === payload.id)
        ? { ...draft, decision: { kind: "life-event", id: payload.id } }
        : unknown;
    case "procedure": {
      if (!knowledge.procedures.has(payload.code)) return unknown;
      const facets = payload.facet
        ? [payload.facet]
        : draft.read?.facets.length
          ? draft.read.facets
          : carriedFacets(draft);
      return { ...draft, decision: { kind: "procedure", code: payload.code, facets } };
    }
    case "case": {
      const asked = knowledge.guides.get(payload.code)?.cases?.find(({ id }) => id === payload.question);
      if (!asked?.options.some(({ id }) => id === payload.option)) return unknown;
      const before = draft.question.state.procedure === payload.code ? draft.question.state.decided : {};
      return {
        ...draft,
        decided: { ...before, [payload.question]: payload.option },
        decision: { kind: "procedure", code: payload.code, facets: ["documents"] },
      };
    }
  }
}

/** Picking from a list keeps the part that was asked before the list was shown. */
function carriedFacets({ question }: Draft): readonly Facet[] {
  return question.state.facet && !question.state.procedure ? [question.state.facet] : [];
}
