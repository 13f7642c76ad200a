import type { ConversationState, Facet } from "../domain/index.ts";
import { statusOf } from "./decide/status.ts";
import { topicOf } from "./decide/topic.ts";
import type { AnswerContext, Decision, Draft, Step } from "./draft.ts";
import type { Candidate, Matched } from "./match/matcher.ts";
import type { Query } from "./match/query-features.ts";
import { severalMatters } from "./several.ts";
import type { ReadMessage } from "./understand/understanding.ts";
import { isSameTalk } from "./understand.ts";

/**
 * From this confidence on the first candidate is the answer. Set on held-out phrases and the development
 * questions so that at most 3 of 100 answers given as certain are wrong; see decision 0006.
 */
const ANSWER_FROM = 0.6;
/** Below this nothing is offered: the best candidates are right in fewer than one of four cases. */
const OFFER_FROM = 0.12;
/** A choice must have at least this share to be offered, and at most this many are. */
const CHOICE_SHARE = 0.06;
const CHOICES = 4;
/** Words of matter that make a message more than a courtesy. */
const MATTER_WORDS = 2;

/** Decides what the message is about: the talk so far first, then the matcher. */
export const decide: Step = (draft, ctx) => {
  const { read, decision } = draft;
  if (decision || !read) return draft;
  const state = isSameTalk(draft.question.state, ctx.nowMs) ? draft.question.state : {};
  const followed = followUp(draft, read, state, ctx);
  if (followed) return noted(draft, followed, "follows the talk");

  const query = queryOf(read, ctx);
  const matched = ctx.matcher.match(query);
  const candidates = procedureCandidates(matched, ctx);
  const seen = { ...draft, candidates, log: [...draft.log, ...explained(matched)] };
  const several = severalMatters(read, ctx);
  if (several) return noted(seen, { kind: "several", items: several }, "several matters");
  const other = statusOf(matched, ctx.tone(query), ctx.cues.read(read.words));
  const among = pickAmongOffered(state, matched);
  if (other && (other.sharp || !among))
    return noted(seen, { kind: "status", status: other.status }, other.why);
  if (among)
    return noted(
      seen,
      { kind: "procedure", code: among, facets: facetsOf(read, state) },
      "one of those offered",
    );
  return noted(seen, decideByMatch(read, state, matched, ctx), `confidence ${matched.confidence.toFixed(2)}`);
};

/** What is looked up: the message without greetings and thanks, unless it holds nothing else. */
function queryOf(read: ReadMessage, { cues }: AnswerContext): Query {
  if (read.turn.corrects) return { words: read.words.slice(read.turn.from), breaks: [] };
  const polite = cues.courtesies(read.words);
  const matter = read.matter.filter((word) => !polite.has(read.words.indexOf(word)));
  if (polite.size === 0 || matter.length < MATTER_WORDS) return read;
  const kept = read.words.flatMap((_, at) => (polite.has(at) ? [] : [at]));
  return {
    words: kept.flatMap((at) => read.words[at] ?? []),
    breaks: read.breaks.map((start) => kept.filter((at) => at < start).length),
    asking: new Set(kept.flatMap((at, place) => (read.asking.has(at) ? [place] : []))),
  };
}

/** A message without a matter of its own leans on the procedure the talk is about. */
function followUp(
  draft: Draft,
  read: ReadMessage,
  state: ConversationState,
  ctx: AnswerContext,
): Decision | undefined {
  if (read.turn.goesBack && state.earlier?.[0]) {
    return { kind: "procedure", code: state.earlier[0], facets: read.facets };
  }
  const asksPartOnly = read.facets.length > 0 && read.matter.length === 0;
  if (!asksPartOnly) return undefined;
  if (state.procedure) return { kind: "procedure", code: state.procedure, facets: read.facets };
  const stale = draft.question.state.procedure;
  if (stale && ctx.knowledge.procedures.has(stale)) {
    return { kind: "choose", codes: [stale], facets: read.facets };
  }
  return read.words.length <= 6 ? { kind: "status", status: "clarify.topic" } : undefined;
}

function decideByMatch(
  read: ReadMessage,
  state: ConversationState,
  matched: Matched,
  ctx: AnswerContext,
): Decision {
  const facets =
    read.facets.length > 0 ? read.facets : read.turn.continues && state.facet ? [state.facet] : [];
  const [first] = matched.candidates;
  if (!first)
    return { kind: "status", status: read.facets.length > 0 ? "clarify.topic" : "unanswerable.no-match" };

  const broad = topicOf(matched, facets, ctx);
  if (broad) return broad;

  const { target } = first.entry;
  if (target.kind === "life-event" && first.share >= 0.5) return { kind: "life-event", id: target.id };
  const procedures = procedureShares(matched);
  const [best] = procedures;
  if (!best) return { kind: "status", status: "unanswerable.no-match" };
  if (target.kind === "procedure" && matched.confidence >= ANSWER_FROM)
    return { kind: "procedure", code: best.code, facets };
  if (matched.confidence < OFFER_FROM) {
    return leansOnTalk(read, state) ?? { kind: "status", status: "unanswerable.no-match" };
  }
  const codes = procedures
    .filter(({ share }) => share >= CHOICE_SHARE)
    .slice(0, CHOICES)
    .map(({ code }) => code);
  const [only] = codes;
  if (only && codes.length === 1) return { kind: "procedure", code: only, facets };
  return codes.length > 1
    ? { kind: "choose", codes, facets }
    : { kind: "status", status: "unanswerable.no-match" };
}

/** An unclear message with a part in it, in the middle of a talk, most likely asks that part of the same procedure. */
function leansOnTalk(read: ReadMessage, state: ConversationState): Decision | undefined {
  return state.procedure && read.facets.length > 0
    ? { kind: "procedure", code: state.procedure, facets: read.facets }
    : undefined;
}

/** The parts asked now, or the one asked before the list was shown. */
function facetsOf(read: ReadMessage, state: ConversationState): readonly Facet[] {
  if (read.facets.length > 0) return read.facets;
  return state.facet ? [state.facet] : [];
}

/** When a list was just shown, its members come before everything else that the words might mean. */
function pickAmongOffered(state: ConversationState, matched: Matched): string | undefined {
  if (!state.offered || state.procedure) return undefined;
  const best = procedureShares(matched).find(({ code }) =>
    state.offered?.some(({ payload }) => payload.includes(code)),
  );
  return best && best.share >= 0.25 ? best.code : undefined;
}

/** Procedures with their shares among procedures and topics only. */
export function procedureShares({
  candidates,
}: Matched): { code: string; share: number; candidate: Candidate }[] {
  const found = candidates.flatMap((candidate) => {
    const { target } = candidate.entry;
    return target.kind === "procedure" ? [{ code: target.code, share: candidate.share, candidate }] : [];
  });
  const sum = found.reduce((total, { share }) => total + share, 1e-9);
  return found.map((one) => ({ ...one, share: one.share / sum }));
}

function procedureCandidates(matched: Matched, { knowledge }: AnswerContext): Draft["candidates"] {
  return procedureShares(matched)
    .slice(0, 5)
    .map(({ code, share, candidate }, at) => ({
      code,
      name: knowledge.procedures.get(code)?.name ?? code,
      confidence: at === 0 ? matched.confidence : share * (1 - matched.confidence),
      reasons: [`“${candidate.because}”`],
    }));
}

function explained({ candidates, confidence }: Matched): string[] {
  const lines = candidates
    .slice(0, 5)
    .map(({ entry, share, because }) => `${JSON.stringify(entry.target)} ${share.toFixed(2)} “${because}”`);
  return [...lines, `confidence ${confidence.toFixed(3)}`];
}

function noted(draft: Draft, decision: Decision, why: string): Draft {
  return { ...draft, decision, log: [...draft.log, `decided: ${JSON.stringify(decision)} (${why})`] };
}
