import type { Concept } from "../../domain/index.ts";
import { createExpressions, type Word } from "../../text/index.ts";

/** Finds the concepts that a run of words names: `hôn thú`, `cưới` and `kết hôn` are one. */
export interface ConceptFinder {
  /** Each once, in the order they are first named. */
  find(words: readonly Word[]): readonly string[];
}

export function createConceptFinder(concepts: readonly Concept[]): ConceptFinder {
  const expressions = createExpressions(
    concepts.flatMap(({ id, words }) => words.map((text) => [text, id] as const)),
  );
  return {
    find: (words) => {
      const found: string[] = [];
      for (let start = 0; start < words.length; start += 1)
        expressions.from(words, start, (concept) => {
          if (!found.includes(concept)) found.push(concept);
        });
      return found;
    },
  };
}
