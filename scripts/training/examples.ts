import { createCueReader } from "../../bot/answer/decide/cues.ts";
import type { MatchIndex } from "../../bot/answer/match/build-index.ts";
import type { EntryTarget } from "../../bot/answer/match/entries.ts";
import { type EvidenceOf, gatherEvidence } from "../../bot/answer/match/evidence.ts";
import { createWorkspace } from "../../bot/answer/match/first-look.ts";
import type { Query } from "../../bot/answer/match/query-features.ts";
import type { Semantics } from "../../bot/answer/match/semantics.ts";
import { queryOf } from "../../bot/answer/query-of.ts";
import { createUnderstanding } from "../../bot/answer/understand/understanding.ts";
import { emptyState, type Knowledge } from "../../bot/domain/index.ts";
import type { Item } from "../evaluation/items.ts";

/** One practice message with its candidates. */
export interface Example {
  readonly candidates: readonly EvidenceOf[];
  /** Positions of right candidates; empty when none of what was meant is among them. */
  readonly right: readonly number[];
  /** True when one procedure is meant, false when the message leaves open which. */
  readonly single: boolean;
  /** How often such a message is asked beside the others. */
  readonly times: number;
}

/** What most people come for is asked more often than practice, which is spread over all procedures, has it. */
const MAIN_TIMES = 3;

/** Reads a message just as it is read when it is answered. */
export function messageReader({ vocabulary }: Knowledge, index: MatchIndex): (text: string) => Query {
  const understanding = createUnderstanding(vocabulary, index.known);
  const cues = createCueReader(vocabulary.cues);
  return (text) => {
    const read = understanding.read(text, emptyState);
    return queryOf(read, cues.courtesies(read.words));
  };
}

/** Gathers the evidence for practice messages about procedures, life events and broad words. */
export function makeExamples(
  knowledge: Knowledge,
  index: MatchIndex,
  semantics: Semantics,
  messages: readonly Item[],
): Example[] {
  const work = createWorkspace(index);
  const read = messageReader(knowledge, index);
  return messages.map(({ text, kind, expect }) => {
    const candidates = gatherEvidence(index, semantics, read(text), work).matters;
    const single = kind === "answerable";
    const means = single ? procedureIn(expect) : broadOver(expect, knowledge);
    const right = candidates.flatMap(({ entry }, slot) => {
      const target = index.entries[entry]?.target;
      return target && means(target) ? [slot] : [];
    });
    const isMain = expect.some((code) => knowledge.guides.get(code)?.steps !== undefined);
    return { candidates, right, single, times: isMain ? MAIN_TIMES : 1 };
  });
}

function procedureIn(codes: readonly string[]): (target: EntryTarget) => boolean {
  return (target) => target.kind === "procedure" && codes.includes(target.code);
}

/** Topics and life events that lead to at least two of the procedures which a message leaves open. */
function broadOver(
  codes: readonly string[],
  { topics, lifeEvents }: Knowledge,
): (target: EntryTarget) => boolean {
  const isOver = (led: readonly (string | undefined)[]) =>
    codes.filter((code) => led.includes(code)).length >= Math.min(2, codes.length);
  return (target) => {
    if (target.kind === "topic") return isOver(topics[target.topic]?.codes ?? []);
    if (target.kind !== "life-event") return false;
    return isOver(lifeEvents.find(({ id }) => id === target.id)?.steps.map(({ code }) => code) ?? []);
  };
}
