import { createMatcher } from "../../bot/answer/match/matcher.ts";
import vectors from "../../bot/answer/match/vectors.json" with { type: "json" };
import weights from "../../bot/answer/match/weights.json" with { type: "json" };
import type { Guide, Knowledge } from "../../bot/domain/index.ts";
import { type AnswerableFigures, figuresOf } from "./figures.ts";
import type { Item } from "./items.ts";
import { runItems } from "./run.ts";

/** How answerable questions do whose procedures have phrases, and how those do whose procedures have none. */
export interface Halves {
  readonly withPhrases: AnswerableFigures;
  readonly withoutPhrases: AnswerableFigures;
}

/**
 * What the matcher makes of procedures that nobody wrote phrases for yet: phrases of every other guide are taken
 * away, and the learned model is made to forget those procedures. `odd` chooses which half loses them. A question
 * counts in the half of its first right code; one whose code has no guide is left out.
 */
export function askHalf(
  knowledge: Knowledge,
  questions: readonly Item[],
  odd: boolean,
  stopwatch: () => number,
  onProgress: (done: number, total: number) => void,
): Halves {
  const spoken = [...knowledge.guides.keys()].sort();
  const silent = new Set(spoken.filter((_, at) => (at % 2 === 1) === odd));
  const half: Knowledge = {
    ...knowledge,
    guides: new Map(
      [...knowledge.guides].map(([code, guide]) => [code, silent.has(code) ? mute(guide) : guide]),
    ),
  };
  const classes = vectors.classes
    .split("\n")
    .map((name) => (silent.has(name) ? `forgotten ${name}` : name))
    .join("\n");
  const matcher = createMatcher(half, weights, { ...vectors, classes });
  const figuresFor = (wanted: (code: string) => boolean) => {
    const chosen = questions.filter(
      ({ kind, expect: [code = ""] }) => kind === "answerable" && knowledge.guides.has(code) && wanted(code),
    );
    const run = runItems(half, chosen, [], stopwatch, onProgress, matcher);
    return figuresOf(run, (code) => knowledge.procedures.has(code)).answerable;
  };
  return {
    withPhrases: figuresFor((code) => !silent.has(code)),
    withoutPhrases: figuresFor((code) => silent.has(code)),
  };
}

function mute({ phrasesEn: _, situations: __, ...guide }: Guide): Guide {
  return { ...guide, phrases: [] };
}
