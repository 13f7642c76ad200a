import type { Concept } from "../../domain/index.ts";
import { createExpressions, type Word } from "../../text/index.ts";

/** Finds the concepts that a run of words names: `hôn thú`, `cưới` and `kết hôn` are one. */
export interface ConceptFinder {
  /** Calls back for each naming, with the position of its first word. */
  each(words: readonly Word[], found: (concept: string, start: number) => void): void;
}

export function createConceptFinder(concepts: readonly Concept[]): ConceptFinder {
  const expressions = createExpressions(
    concepts.flatMap(({ id, words }) => words.map((text) => [text, id] as const)),
  );
  return {
    each: (words, found) => {
      for (let start = 0; start < words.length; start += 1)
        expressions.from(words, start, (concept) => found(concept, start));
    },
  };
}
