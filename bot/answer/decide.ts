import type { AnswerStatus, ConversationState, Facet, Topic } from "../domain/index.ts";
import { calledWholly } from "./decide/called.ts";
import { type StatusFound, statusOf } from "./decide/status.ts";
import { choiceOf, isTopicAlone, type Share, topicAmong, topicOf, topicSaid } from "./decide/topic.ts";
import type { AnswerContext, Decision, Draft, Step } from "./draft.ts";
import { carried, followUp, talkNow } from "./follow-up.ts";
import type { Candidate, Matched } from "./match/matcher.ts";
import { queryOf } from "./query-of.ts";
import { severalMatters } from "./several.ts";
import type { ReadMessage } from "./understand/understanding.ts";
import { readWithTalk } from "./with-talk.ts";

/**
 * From this confidence on the first candidate is the answer: on the development questions 3 of 100 are then answered
 * wrongly, and seven of ten without asking back; see decision 0008.
 */
const ANSWER_FROM = 0.66;
/** From here on what was said is the name of one thing and nothing more. */
const SAID_WHOLE = 0.7;
/**
 * A life event that leads is told from this share on: when all papers or steps are asked for, one procedure is not
 * what is meant ("ba mất, gia đình cần làm giấy tờ gì"); else it has to be certain.
 */
const LEADS = 0.4;
const CERTAIN = 0.6;
const isWholePath = (facet: Facet) => facet === "documents" || facet === "steps";
/** Below this nothing is offered. Low, for a broad message is no answer to any one procedure and still worth a choice. */
const OFFER_FROM = 0.02;
/** A choice must have at least this share to be offered, and at most this many are. */
const CHOICE_SHARE = 0.06;
const CHOICES = 4;
/** A question back has at least two answers. */
const FEWEST = 2;

/** What words alone may sound like when they only go on with the talk. */
const beyond: ReadonlySet<AnswerStatus> = new Set([
  "refused.off-topic",
  "refused.no-such-procedure",
  "refused.other-country",
  "handoff.feedback",
  "unanswerable.no-match",
]);

/** Decides what the message is about: the talk so far first, then the matcher, then both together. */
export const decide: Step = (draft, ctx) => {
  const { read, decision } = draft;
  if (decision || !read) return draft;
  const state = talkNow(draft, ctx.nowMs);
  const cue = ctx.cues.read(read.words);
  const followed = cue?.decides ? undefined : followUp(draft, read, state, ctx);
  if (followed) return noted(draft, followed, "follows the talk");

  const polite = ctx.cues.courtesies(read.words);
  const query = queryOf(read, polite);
  const matched = ctx.matcher.match(query);
  const candidates = procedureCandidates(matched, ctx);
  const seen = { ...draft, candidates, log: [...draft.log, ...explained(matched)] };
  const several = severalMatters(read, matched, ctx);
  if (several) return noted(seen, several, "several matters");
  const topic = matched.confidence < ANSWER_FROM ? topicSaid(read, polite, ctx.topics) : undefined;
  const tone =
    cue || !(topic || isTopicAlone(matched)) ? statusOf(matched, ctx.tone(read.words), cue) : undefined;
  const other = tone && isBesideTalk(read, state) && beyond.has(tone.status) ? undefined : tone;
  const talked = readWithTalk(draft, read, state, query, { ...matched, chatter: other !== undefined }, ctx);
  if (other && (other.sharp || isChat(other, read) || !talked?.backed))
    return noted(seen, { kind: "status", status: other.status }, other.why);
  if (talked) return noted(seen, talked.decision, "read with the talk");
  return noted(
    seen,
    decideByMatch(read, state, matched, topic, ctx),
    `confidence ${matched.confidence.toFixed(2)}`,
  );
};

/** "… thì sao", "còn …": leans on what is talked of, whatever the words alone sound like. */
function isBesideTalk({ turn }: ReadMessage, { procedure, offered = [] }: ConversationState): boolean {
  return (procedure !== undefined || offered.length > 0) && (turn.supposes || turn.continues);
}

/** Thanks and greetings are no question about the matter at hand. */
function isChat({ status }: StatusFound, { asked, turn }: ReadMessage): boolean {
  return !asked && !turn.corrects && status.startsWith("smalltalk.");
}

function decideByMatch(
  read: ReadMessage,
  state: ConversationState,
  matched: Matched,
  said: Topic | undefined,
  ctx: AnswerContext,
): Decision {
  const facets = read.turn.continues || read.turn.corrects ? carried(read, state) : read.facets;
  const [first] = matched.candidates;
  if (!first) return { kind: "status", status: read.asked ? "clarify.topic" : "unanswerable.no-match" };

  const procedures = procedureShares(matched);
  const whole = saidWhole(matched) ?? calledWholly(matched);
  if (whole) return { kind: "procedure", code: whole, facets };
  if (said) return choiceOf(said, facets);
  const broad = topicOf(matched, facets, procedures, ctx);
  if (broad) return broad;

  const path = lifeEventOf(first, read.asked && facets.some(isWholePath));
  if (path) return path;
  const [best] = procedures;
  if (!best || matched.confidence < OFFER_FROM) return { kind: "status", status: "unanswerable.no-match" };
  if (first.entry.target.kind === "procedure" && matched.confidence >= ANSWER_FROM)
    return { kind: "procedure", code: best.code, facets };
  const topic = topicAmong(procedures, ctx);
  if (topic) return { kind: "choose", ...topic, facets };
  return likely(procedures, first.entry.target.kind === "procedure", facets);
}

/** The likely procedures to choose from; the only likely one is the answer when nothing broader was likelier still. */
function likely(procedures: readonly Share[], ahead: boolean, facets: readonly Facet[]): Decision {
  const codes = procedures.slice(0, CHOICES).map(({ code }) => code);
  const worth = procedures.filter(({ share }) => share >= CHOICE_SHARE).length;
  const [only, other] = codes;
  if (only && (!other || (ahead && worth === 1))) return { kind: "procedure", code: only, facets };
  return { kind: "choose", codes: codes.slice(0, Math.max(FEWEST, worth)), facets };
}

function lifeEventOf({ entry, share }: Candidate, asksAll: boolean): Decision | undefined {
  const { target } = entry;
  return target.kind === "life-event" && share >= (asksAll ? LEADS : CERTAIN)
    ? { kind: "life-event", id: target.id }
    : undefined;
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

/** The procedure whose everyday name is all that was said, when it is nobody else's. */
function saidWhole({ candidates }: Matched): string | undefined {
  const [said, other] = candidates.filter(({ fit }) => fit.exact >= SAID_WHOLE);
  return said?.entry.target.kind === "procedure" && !other ? said.entry.target.code : undefined;
}
