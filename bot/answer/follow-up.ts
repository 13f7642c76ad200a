import type { ConversationState, Facet, Language, Text } from "../domain/index.ts";
import { shortName } from "./compose/subject.ts";
import { wording } from "./compose/wording.ts";
import type { AnswerContext, Decision, Draft } from "./draft.ts";
import { offeredCodes } from "./narrow.ts";
import { readPayload } from "./payload.ts";
import { queryOf } from "./query-of.ts";
import { ownMatter, wantsDone } from "./understand/talk-words.ts";
import type { ReadMessage } from "./understand/understanding.ts";
import { wordSet } from "./understand/word-set.ts";

/** A talk taken up again after this long starts anew: what "còn lệ phí?" leans on is no longer on the person's mind. */
const TALK_LASTS_MS = 24 * 60 * 60 * 1000;
/** An answer to a case question is short; a longer message tells something else. */
const CASE_WORDS = 12;
/** A message this short that names nothing is asked back; a longer one may still be understood. */
const SHORT = 6;

/** What of the talk may be leaned on now: nothing after a long pause. */
export function talkNow({ question: { state } }: Draft, nowMs: number): ConversationState {
  return state.atMs !== undefined && nowMs - state.atMs <= TALK_LASTS_MS ? state : {};
}

/** Decides what needs no matching: answers to our questions, going back, and parts asked without naming a matter. */
export function followUp(
  draft: Draft,
  read: ReadMessage,
  state: ConversationState,
  ctx: AnswerContext,
): Decision | undefined {
  return (
    answersUs(read, state, ctx) ??
    picksNone(read, state, ctx) ??
    goesBack(read, state, ctx) ??
    asksPartOnly(draft, read, state, ctx) ??
    asksAboutPapers(read, state)
  );
}

/** A case question answered in free words, or "đúng rồi" to the one choice that was offered. */
function answersUs(
  read: ReadMessage,
  state: ConversationState,
  { knowledge, understanding }: AnswerContext,
): Decision | undefined {
  const { asked, offered } = state;
  if (asked && read.words.length <= CASE_WORDS) {
    const guide = knowledge.guides.get(asked.procedure);
    const said = understanding.decidedBy(read.words, guide)[asked.question];
    const option = guide?.cases
      ?.find(({ id }) => id === asked.question)
      ?.options.find(({ id }) => id === said);
    if (option)
      return {
        kind: "procedure",
        code: option.goTo ?? asked.procedure,
        facets: read.asked ? read.facets : ["documents"],
      };
  }
  if (!read.turn.says || offered?.length !== 1) return undefined;
  const [only] = offered.map(({ payload }) => readPayload(payload));
  if (read.turn.says === "no") return { kind: "status", status: "clarify.topic" };
  return only?.kind === "procedure"
    ? { kind: "procedure", code: only.code, facets: only.facet ? [only.facet] : [] }
    : undefined;
}

/** "9" to a list of four. */
function picksNone(
  { words }: ReadMessage,
  state: ConversationState,
  { knowledge }: AnswerContext,
): Decision | undefined {
  const number = words.length === 1 ? /^\d{1,2}$/.exec(words[0]?.folded ?? "")?.[0] : undefined;
  const codes = offeredCodes(state);
  if (number === undefined || codes.length === 0) return undefined;
  const most = state.offered?.length ?? codes.length;
  return {
    kind: "choose",
    codes,
    question: inBoth((language) =>
      wording(knowledge.replies, language)("clarify.number", { number: Number(number), most }),
    ),
    facets: state.facet ? [state.facet] : [],
  };
}

/** "quay lại": the procedure before, or the one of those before that the words name. */
function goesBack(
  read: ReadMessage,
  state: ConversationState,
  { matcher }: AnswerContext,
): Decision | undefined {
  const { earlier = [] } = state;
  if (!read.turn.goesBack) return undefined;
  const facets = read.asked ? read.facets : [];
  if (ownMatter(read).length === 0) {
    const [last] = earlier;
    return last ? { kind: "procedure", code: last, facets } : { kind: "status", status: "clarify.topic" };
  }
  // Naming something else is a new question, whatever it was called.
  const { candidates } = matcher.match(queryOf(read, new Set()));
  const code = candidates
    .map(({ entry: { target } }) => (target.kind === "procedure" ? target.code : ""))
    .find((one) => earlier.includes(one));
  return code ? { kind: "procedure", code, facets } : undefined;
}

/** A message without a matter of its own is about the procedure, or the list, the talk stands at. */
function asksPartOnly(
  draft: Draft,
  read: ReadMessage,
  state: ConversationState,
  ctx: AnswerContext,
): Decision | undefined {
  if (!read.asked || read.matter.length > 0) return undefined;
  const { facets } = read;
  return ofTalk(state, facets) ?? stillAbout(draft, facets, ctx) ?? whichTopic(read);
}

/** A part asked of the procedure the talk is at, or of the whole list while nothing is chosen. */
export function ofTalk(state: ConversationState, facets: readonly Facet[]): Decision | undefined {
  if (state.procedure) return { kind: "procedure", code: state.procedure, facets };
  const codes = offeredCodes(state);
  return codes.length > 0 ? { kind: "choose", codes, facets } : undefined;
}

export function whichTopic({ words }: ReadMessage): Decision | undefined {
  return words.length <= SHORT ? { kind: "status", status: "clarify.topic" } : undefined;
}

/** After a long pause we ask instead of guessing. */
export function stillAbout(
  { question }: Draft,
  facets: readonly Facet[],
  { knowledge }: AnswerContext,
): Decision | undefined {
  const code = question.state.procedure;
  const procedure = code === undefined ? undefined : knowledge.procedures.get(code);
  if (!code || !procedure) return undefined;
  const ask = inBoth((language) =>
    wording(knowledge.replies, language)("clarify.resume", {
      name: shortName({ procedure, guide: knowledge.guides.get(code), language }),
    }),
  );
  return { kind: "choose", codes: [code], question: ask, facets };
}

function inBoth(say: (language: Language) => string): Text {
  return { vi: say("vi"), en: say("en") };
}

/** "giấy tờ gì" asks for the list of papers; without it a paper is looked at. */
const which = wordSet("gì nào chi which what");

/**
 * "giấy độc thân có cần dịch không": a paper is looked at and nothing is to be done, so it belongs to the matter at
 * hand. "khai tử cần giấy gì" names a matter of its own.
 */
function asksAboutPapers(read: ReadMessage, { procedure }: ConversationState): Decision | undefined {
  const list = read.words.some((word, at) => read.asking.has(at) && which(word));
  const papers = read.asked && read.facets[0] === "documents" && !list && !wantsDone(read.words);
  return papers && procedure ? { kind: "procedure", code: procedure, facets: read.facets } : undefined;
}

/** The part asked now, or else the one the talk was at. */
export function carried(read: ReadMessage, { facet }: ConversationState): readonly Facet[] {
  return read.asked || !facet ? read.facets : [facet];
}
