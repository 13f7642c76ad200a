import { answerQuestion, prepare } from "../../bot/answer/index.ts";
import { emptyState, type Knowledge } from "../../bot/domain/index.ts";
import type { Item } from "../evaluation/items.ts";
import { type Peer, peers, type Search, type Subject } from "./peers.ts";

export interface MatcherResult {
  readonly name: string;
  readonly questions: number;
  /** Shares, 0–1. */
  readonly top1: number;
  readonly top3: number;
  readonly buildMs: number;
  /** Median over the questions. */
  readonly questionMs: number;
}

/** Questions each engine answers before its time is taken. */
const WARM_UP = 20;

/** Our matcher and every peer on the same procedures and questions, one after another in this process. */
export async function compareMatchers(
  knowledge: Knowledge,
  items: readonly Item[],
  onStart: (name: string) => void,
  onResult: (result: MatcherResult) => void,
): Promise<MatcherResult[]> {
  const subjects = [...knowledge.procedures.values()].map(({ code, name }): Subject => {
    const guide = knowledge.guides.get(code);
    return {
      code,
      name,
      phrases: guide
        ? [
            ...guide.phrases,
            ...(guide.phrasesEn ?? []),
            ...(guide.situations ?? []),
            guide.name.vi,
            guide.purpose.vi,
          ]
        : [],
    };
  });
  const results: MatcherResult[] = [];
  for (const peer of [ours(knowledge), ...peers]) {
    onStart(peer.name);
    const start = performance.now();
    const search = await peer.build(subjects);
    const buildMs = performance.now() - start;
    const result = { name: peer.name, buildMs: Math.round(buildMs), ...(await measure(search, items)) };
    results.push(result);
    onResult(result);
  }
  return results;
}

/** The whole answer, not only the ranking: understanding, decision and composition included. */
function ours(knowledge: Knowledge): Peer {
  return {
    name: "Trợ lý Một cửa, whole answer",
    build: () => {
      const ctx = { ...prepare(knowledge), nowMs: Date.UTC(2026, 10, 24) };
      return (question) =>
        answerQuestion({ text: question, state: emptyState }, ctx).answer.procedures.map(({ code }) => code);
    },
  };
}

async function measure(
  search: Search,
  items: readonly Item[],
): Promise<Omit<MatcherResult, "name" | "buildMs">> {
  for (const { text } of items.slice(0, WARM_UP)) await search(text);
  const times: number[] = [];
  let first = 0;
  let firstThree = 0;
  for (const { text, expect } of items) {
    const start = performance.now();
    const found = await search(text);
    times.push(performance.now() - start);
    if (expect.includes(found[0] ?? "")) first += 1;
    if (found.slice(0, 3).some((code) => expect.includes(code))) firstThree += 1;
  }
  const median = times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
  return {
    questions: items.length,
    top1: first / items.length,
    top3: firstThree / items.length,
    questionMs: Math.round(1000 * median) / 1000,
  };
}
