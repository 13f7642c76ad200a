import type { AnswerStatus, InboundContent, Language, Question, ReplyMessage } from "../domain/index.ts";
import type { Conversation } from "../store/index.ts";
import { asksForBot, botAnswers, languageOf, staffAnswerFrom, staffHaveTheWord } from "./handover.ts";
import type { Mind, OtherContent } from "./ports.ts";
import { stateToAnswer } from "./talk-language.ts";

/** What a turn leads to; nothing of it has happened yet. */
export interface TurnPlan extends Pick<Conversation, "state" | "mode" | "humanUntilAtMs"> {
  /** In the order to be sent. */
  readonly replies: readonly ReplyMessage[];
  readonly status?: AnswerStatus;
}

/**
 * Decides one turn: who has the word, what is said, what is remembered. Pure; a throw is a bug of the
 * mind, and the caller's to catch. Content `withdraw` is not a turn but an erasure, see `erase.ts`.
 */
export function planTurn(
  { content, language }: { readonly content: InboundContent; readonly language?: Language },
  conversation: Conversation,
  nowMs: number,
  mind: Mind,
): TurnPlan {
  const humanNow = staffHaveTheWord(conversation, nowMs);
  switch (content.kind) {
    case "staff-reply":
      return staffTakeOver(conversation, humanNow, nowMs, mind);
    case "staff-hand-back":
      return humanNow ? botComesBack(conversation, mind) : silence(conversation);
    case "text":
      if (asksForBot(content.text)) return botComesBack(conversation, mind);
      return humanNow
        ? silence(conversation)
        : answerText({ text: content.text, ...(language && { language }) }, conversation, nowMs, mind);
    case "unfollow":
    case "withdraw":
      return silence(conversation);
    default:
      return humanNow ? silence(conversation) : replyTo(content, conversation, nowMs, mind);
  }
}

function answerText(
  said: Omit<Question, "state">,
  conversation: Conversation,
  nowMs: number,
  mind: Mind,
): TurnPlan {
  const talk = said.language ? conversation.state : stateToAnswer(said.text, conversation.state);
  const answer = mind.answer({ ...said, state: talk }, nowMs);
  const { status, state } = answer;
  if (status !== "handoff.person") return { replies: answer.messages, status, state, ...botAnswers };
  const staff = staffAnswerFrom(nowMs);
  const news = mind.wording.staffAnswer({
    cause: "asked",
    untilAtMs: staff.humanUntilAtMs,
    language: answer.language,
  });
  return { replies: [...answer.messages, ...(news ? [news] : [])], status, state, ...staff };
}

function replyTo(content: OtherContent, conversation: Conversation, nowMs: number, mind: Mind): TurnPlan {
  const { messages, state, status } = mind.replyToContent(content, conversation.state, nowMs);
  return { replies: messages, state, ...(status && { status }), ...botAnswers };
}

/** The person is told once, at the first reply of staff, not at each. */
function staffTakeOver(conversation: Conversation, humanNow: boolean, nowMs: number, mind: Mind): TurnPlan {
  const staff = staffAnswerFrom(nowMs);
  const { state } = conversation;
  const news = humanNow
    ? undefined
    : mind.wording.staffAnswer({
        cause: "staff-reply",
        untilAtMs: staff.humanUntilAtMs,
        language: languageOf(conversation),
      });
  return { replies: news ? [news] : [], state, ...staff };
}

function botComesBack(conversation: Conversation, mind: Mind): TurnPlan {
  return {
    replies: [mind.wording.botIsBack(languageOf(conversation))],
    state: conversation.state,
    ...botAnswers,
  };
}

function silence(conversation: Conversation): TurnPlan {
  const { state, mode, humanUntilAtMs } = conversation;
  return { replies: [], state, mode, humanUntilAtMs };
}
