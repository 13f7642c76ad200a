import { answerQuestion, prepare } from "../../bot/answer/index.ts";
import type { Matcher } from "../../bot/answer/match/matcher.ts";
import { type ConversationState, emptyState, type Knowledge, type Question } from "../../bot/domain/index.ts";
import type { Item, Talk } from "./items.ts";
import { judge, type Verdict } from "./judge.ts";

/** A fixed moment, so that figures do not depend on the day. */
const NOW_MS = Date.UTC(2026, 10, 24, 2, 0);

export interface Run {
  readonly verdicts: readonly Verdict[];
  readonly turns: readonly Verdict[];
  /** Time of each single question, ms. */
  readonly tookMs: readonly number[];
}

/** Asks every question alone, and every conversation turn after turn. */
export function runItems(
  knowledge: Knowledge,
  questions: readonly Item[],
  talks: readonly Talk[],
  stopwatch: () => number,
  onProgress: (done: number, total: number) => void = () => {},
  matcher?: Matcher,
): Run {
  const ctx = { ...prepare(knowledge, matcher), nowMs: NOW_MS };
  const ask = (question: Question) => answerQuestion(question, ctx).answer;
  // The first questions pay for the compiler; they are asked again in their turn.
  for (const { text } of questions.slice(0, 50)) ask({ text, state: emptyState });
  const tookMs: number[] = [];
  const verdicts = questions.map((item, at) => {
    const start = stopwatch();
    const answer = ask({ text: item.text, state: emptyState });
    tookMs.push(stopwatch() - start);
    onProgress(at + 1, questions.length);
    return judge(item, answer);
  });
  const turns = talks.flatMap((talk) => runTalk(talk, ask));
  return { verdicts, turns, tookMs };
}

function runTalk({ turns }: Talk, ask: (question: Question) => Verdict["answer"]): Verdict[] {
  let state: ConversationState = emptyState;
  return turns.map((item) => {
    const picked = /^\s*(\d)\s*$/.exec(item.text)?.[1];
    const shown = picked ? state.offered?.[Number(picked) - 1] : undefined;
    const answer = ask({ text: item.text, state });
    state = answer.state;
    // A bare number is right when it gives what stood at that place in the list just shown.
    const expect = shown ? item.expect.filter((code) => shown.payload.includes(code)) : item.expect;
    return judge({ ...item, expect }, answer);
  });
}
