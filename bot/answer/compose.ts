import { vietnamDate } from "../base/index.ts";
import type { Answer, AnsweredProcedure, AnswerStatus, ConversationState, Facet } from "../domain/index.ts";
import { choicesReply } from "./compose/choices-reply.ts";
import { lifeEventReply } from "./compose/life-event-reply.ts";
import { procedureReply } from "./compose/procedure-reply.ts";
import { statusReply } from "./compose/status-reply.ts";
import type { Subject } from "./compose/subject.ts";
import { surroundingsOf } from "./compose/surroundings.ts";
import { wording } from "./compose/wording.ts";
import type { AnswerContext, Decision, Draft, Step } from "./draft.ts";

/** Procedures remembered for "quay lại". */
const REMEMBERED = 3;

/** Puts the decision into words and notes what to remember. */
export const compose: Step = (draft, ctx) => {
  const { decision } = draft;
  if (!decision) throw new Error("compose needs a decision");
  switch (decision.kind) {
    case "procedure":
      return composeProcedure(draft, decision, ctx);
    case "choose":
      return composeChoice(draft, decision, ctx);
    case "several":
      return composeSeveral(draft, decision, ctx);
    case "life-event":
      return composeLifeEvent(draft, decision, ctx);
    case "status":
      return composeStatus(draft, decision.status, ctx);
  }
};

function composeProcedure(
  draft: Draft,
  { code, facets }: Extract<Decision, { kind: "procedure" }>,
  ctx: AnswerContext,
): Answer {
  const subject = subjectOf(draft, code, ctx);
  const { messages, asked, offered } = procedureReply(subject, facets);
  return answer(draft, ctx, {
    status: facets.length > 0 ? "answered.facet" : "answered.card",
    procedures: withFirst(draft, ctx, [code]),
    facets,
    decided: subject.decided,
    messages,
    state: {
      ...remember(draft, code, facets[0]),
      ...(offered.length > 0 && { offered }),
      ...(asked && { asked: { procedure: code, question: asked } }),
      decided: subject.decided,
    },
  });
}

function composeChoice(
  draft: Draft,
  { codes, question, facets }: Extract<Decision, { kind: "choose" }>,
  ctx: AnswerContext,
): Answer {
  const say = wording(ctx.knowledge.replies, draft.language);
  const { messages, offered } = choicesReply(codes, question, ctx.knowledge, say, draft.language, facets[0]);
  const { earlier, procedure } = draft.question.state;
  return answer(draft, ctx, {
    status: "clarify.procedure",
    procedures: withFirst(draft, ctx, codes),
    facets,
    decided: {},
    messages,
    state: {
      offered,
      ...(facets[0] && { facet: facets[0] }),
      earlier: procedure ? [procedure, ...(earlier ?? [])].slice(0, REMEMBERED) : (earlier ?? []),
    },
  });
}

function composeSeveral(
  draft: Draft,
  { items }: Extract<Decision, { kind: "several" }>,
  ctx: AnswerContext,
): Answer {
  const messages = items.flatMap(({ code, facets }) =>
    procedureReply(subjectOf(draft, code, ctx), facets, 1).messages.slice(0, 1),
  );
  const last = items.at(-1);
  return answer(draft, ctx, {
    status: "answered.several",
    procedures: withFirst(
      draft,
      ctx,
      items.map(({ code }) => code),
    ),
    facets: items.flatMap(({ facets }) => facets),
    decided: {},
    messages,
    state: last ? remember(draft, last.code, last.facets[0]) : {},
  });
}

function composeLifeEvent(
  draft: Draft,
  { id }: Extract<Decision, { kind: "life-event" }>,
  ctx: AnswerContext,
): Answer {
  const event = ctx.knowledge.lifeEvents.find((one) => one.id === id);
  if (!event) throw new Error(`no life event ${id}`);
  const say = wording(ctx.knowledge.replies, draft.language);
  const { messages, offered } = lifeEventReply(event, ctx.knowledge, say, draft.language);
  return answer(draft, ctx, {
    status: "answered.life-event",
    procedures: withFirst(
      draft,
      ctx,
      event.steps.map(({ code }) => code),
    ),
    facets: [],
    decided: {},
    messages,
    state: { offered },
  });
}

function composeStatus(draft: Draft, status: AnswerStatus, ctx: AnswerContext): Answer {
  const say = wording(ctx.knowledge.replies, draft.language);
  return answer(draft, ctx, {
    status,
    procedures: [],
    facets: draft.read?.facets ?? [],
    decided: {},
    messages: [statusReply(status, draft, ctx.knowledge, say)],
    // Small talk in the middle does not make the talk forget what it was about.
    state: draft.question.state,
  });
}

function subjectOf(draft: Draft, code: string, ctx: AnswerContext): Subject {
  const procedure = ctx.knowledge.procedures.get(code);
  if (!procedure) throw new Error(`no procedure ${code}`);
  const guide = ctx.knowledge.guides.get(code);
  const before = draft.question.state.procedure === code ? draft.question.state.decided : {};
  const said = draft.read ? ctx.understanding.decidedBy(draft.read.words, guide) : {};
  const decided = { ...before, ...said, ...draft.decided };
  const today = vietnamDate(ctx.nowMs);
  const calendar = { today, holidays: ctx.knowledge.holidays };
  const say = wording(ctx.knowledge.replies, draft.language);
  return {
    procedure,
    guide,
    language: draft.language,
    say,
    decided,
    calendar,
    ...surroundingsOf(code, ctx.knowledge, today),
  };
}

function remember({ question }: Draft, code: string, facet: Facet | undefined): ConversationState {
  const { procedure, earlier = [] } = question.state;
  const before = procedure && procedure !== code ? [procedure, ...earlier] : earlier;
  return {
    procedure: code,
    ...(facet && { facet }),
    earlier: before.filter((one) => one !== code).slice(0, REMEMBERED),
  };
}

/** The procedures the answer speaks of first, then what else came near. */
function withFirst(
  { candidates }: Draft,
  { knowledge }: AnswerContext,
  codes: readonly string[],
): AnsweredProcedure[] {
  const chosen = codes.map(
    (code) =>
      candidates.find((candidate) => candidate.code === code) ?? {
        code,
        name: knowledge.procedures.get(code)?.name ?? code,
        confidence: 1,
        reasons: ["chosen"],
      },
  );
  return [...chosen, ...candidates.filter(({ code }) => !codes.includes(code))];
}

function answer(draft: Draft, ctx: AnswerContext, parts: Omit<Answer, "language">): Answer {
  const state = { ...parts.state, language: draft.language, atMs: ctx.nowMs };
  return { ...parts, language: draft.language, state };
}
