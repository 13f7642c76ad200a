import type { Answer, Knowledge, Question } from "../domain/index.ts";
import { checkAnswer } from "./check.ts";
import { typedButtons } from "./compose/buttons.ts";
import { compose } from "./compose.ts";
import { createCueReader } from "./decide/cues.ts";
import toneModel from "./decide/tone.json" with { type: "json" };
import { createToneReader, unpackTone } from "./decide/tone.ts";
import { createTopicReader } from "./decide/topic.ts";
import { decide } from "./decide.ts";
import { type AnswerContext, type Draft, isAnswer, type Step } from "./draft.ts";
import { createMatcher, type Matcher } from "./match/matcher.ts";
import { screen } from "./screen.ts";
import { createUnderstanding } from "./understand/understanding.ts";
import { understand } from "./understand.ts";

const steps: readonly Step[] = [screen, understand, decide, compose];

/** An answer with the reasons for it, one line each. */
export interface TracedAnswer {
  readonly answer: Answer;
  readonly trace: readonly string[];
}

/** One question, one answer. Pure: no network, no store, time from `ctx.nowMs`. A throw here is a bug. */
export function answerQuestion(question: Question, ctx: AnswerContext): TracedAnswer {
  let draft = startDraft(question);
  for (const step of steps) {
    const next = step(draft, ctx);
    if (isAnswer(next)) return { answer: checkAnswer(next), trace: draft.log };
    draft = next;
  }
  throw new Error("no step gave an answer");
}

/** Prepares everything that depends on the knowledge only; the returned function answers with it. */
export function createAnswerer(knowledge: Knowledge): (question: Question, nowMs: number) => Answer {
  const prepared = prepare(knowledge);
  return (question, nowMs) => answerQuestion(question, { ...prepared, nowMs }).answer;
}

/** Builds matcher and reader for one version of the knowledge. */
export function prepare(
  knowledge: Knowledge,
  matcher: Matcher = createMatcher(knowledge),
): Omit<AnswerContext, "nowMs"> {
  return {
    knowledge,
    matcher,
    understanding: createUnderstanding(knowledge.vocabulary, matcher.index.known),
    cues: createCueReader(knowledge.vocabulary.cues),
    tone: createToneReader(unpackTone(toneModel)),
    topics: createTopicReader(knowledge.topics),
    buttons: typedButtons(knowledge.replies),
  };
}

function startDraft(question: Question): Draft {
  return {
    question,
    language: question.language ?? question.state.language ?? "vi",
    text: "",
    candidates: [],
    decided: {},
    log: [],
  };
}
