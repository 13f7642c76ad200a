import { type Word, wordsOf } from "../../text/index.ts";

/** Where a known expression stands in a text. */
export interface Found<Value> {
  readonly value: Value;
  readonly start: number;
  readonly length: number;
}

interface Expression<Value> {
  readonly keys: readonly string[];
  readonly value: Value;
}

/**
 * Finds known expressions in a run of words, longest first and never overlapping. A typed mark must agree
 * with the expression's; a word typed without marks agrees with any.
 */
export function createPhraseFinder<Value>(expressions: readonly (readonly [string, Value])[]) {
  const byFolded = new Map<string, Expression<Value>[]>();
  let longest = 1;
  for (const [text, value] of expressions) {
    const words = wordsOf(text);
    longest = Math.max(longest, words.length);
    const folded = words.map((word) => word.folded).join(" ");
    byFolded.set(folded, [...(byFolded.get(folded) ?? []), { keys: words.map((word) => word.key), value }]);
  }
  return (words: readonly Word[]): Found<Value>[] => {
    const found: Found<Value>[] = [];
    for (let start = 0; start < words.length; ) {
      const hit = longestAt(words, start, longest, byFolded);
      if (hit) found.push(...hit.values.map((value) => ({ value, start, length: hit.length })));
      start += hit?.length ?? 1;
    }
    return found;
  };
}

function longestAt<Value>(
  words: readonly Word[],
  start: number,
  longest: number,
  byFolded: ReadonlyMap<string, readonly Expression<Value>[]>,
): { values: Value[]; length: number } | undefined {
  for (let length = Math.min(longest, words.length - start); length > 0; length -= 1) {
    const run = words.slice(start, start + length);
    const known = byFolded.get(run.map(({ folded }) => folded).join(" ")) ?? [];
    const agreeing = known.filter(({ keys }) => run.every((word, at) => !word.marked || word.key === keys[at]));
    if (agreeing.length > 0) return { values: [...new Set(agreeing.map(({ value }) => value))], length };
  }
  return undefined;
}
