import type { Concept } from "../../domain/index.ts";
import { type Word, wordsOf } from "../../text/index.ts";

/** Finds the concepts that a run of words names: `hôn thú`, `cưới` and `kết hôn` are one. */
export interface ConceptFinder {
  find(words: readonly Word[]): string[];
}

interface Expression {
  readonly keys: readonly string[];
  readonly concept: string;
}

/**
 * An expression matches word by word: without marks always, and with marks only when they agree,
 * so that `mát` is not taken for `mất`.
 */
export function createConceptFinder(concepts: readonly Concept[]): ConceptFinder {
  const byFolded = new Map<string, Expression[]>();
  /** First word → words of the longest expression that begins with it. */
  const longestFrom = new Map<string, number>();
  for (const { id, words } of concepts) {
    for (const expression of words) {
      const parts = wordsOf(expression);
      const folded = parts.map((word) => word.folded).join(" ");
      const [first] = parts;
      if (first) longestFrom.set(first.folded, Math.max(longestFrom.get(first.folded) ?? 0, parts.length));
      byFolded.set(folded, [
        ...(byFolded.get(folded) ?? []),
        { keys: parts.map((word) => word.key), concept: id },
      ]);
    }
  }
  const findFrom = (words: readonly Word[], start: number, found: Set<string>) => {
    const longest = Math.min(longestFrom.get(words[start]?.folded ?? "") ?? 0, words.length - start);
    let folded = "";
    for (let length = 1; length <= longest; length += 1) {
      folded += (folded && " ") + words[start + length - 1]?.folded;
      for (const { keys, concept } of byFolded.get(folded) ?? []) {
        if (agrees(words, start, keys)) found.add(concept);
      }
    }
  };
  return {
    find: (words) => {
      const found = new Set<string>();
      words.forEach((_, start) => {
        findFrom(words, start, found);
      });
      return [...found];
    },
  };
}

function agrees(words: readonly Word[], start: number, keys: readonly string[]): boolean {
  return keys.every((key, at) => !words[start + at]?.marked || words[start + at]?.key === key);
}
