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

/** Tells whether a word as typed may be the word of an expression; both are the same without marks. */
export type Agreement = (typed: Word, key: string) => boolean;

/** A typed mark must agree with the expression's; a word typed without marks agrees with any. */
export const marksAgree: Agreement = (typed, key) => !typed.marked || typed.key === key;

/** Finds known expressions in a run of words, from the left, longest first and never overlapping. */
export function createPhraseFinder<Value>(
  expressions: readonly (readonly [string, Value])[],
  agree: Agreement = marksAgree,
): (words: readonly Word[]) => Found<Value>[] {
  const byFolded = new Map<string, Expression<Value>[]>();
  /** First word → words of the longest expression that begins with it. */
  const longestFrom = new Map<string, number>();
  for (const [text, value] of expressions) {
    const words = wordsOf(text);
    const first = words[0]?.folded ?? "";
    longestFrom.set(first, Math.max(longestFrom.get(first) ?? 0, words.length));
    const folded = words.map((word) => word.folded).join(" ");
    byFolded.set(folded, [...(byFolded.get(folded) ?? []), { keys: words.map((word) => word.key), value }]);
  }
  const longestAt = (
    words: readonly Word[],
    start: number,
  ): { values: Value[]; length: number } | undefined => {
    const longest = longestFrom.get(words[start]?.folded ?? "") ?? 0;
    for (let length = Math.min(longest, words.length - start); length > 0; length -= 1) {
      const run = words.slice(start, start + length);
      const known = byFolded.get(run.map(({ folded }) => folded).join(" ")) ?? [];
      const agreeing = known.filter(({ keys }) => run.every((word, at) => agree(word, keys[at] ?? "")));
      if (agreeing.length > 0) return { values: [...new Set(agreeing.map(({ value }) => value))], length };
    }
    return undefined;
  };
  return (words) => {
    const found: Found<Value>[] = [];
    for (let start = 0; start < words.length; ) {
      const hit = longestAt(words, start);
      if (hit) found.push(...hit.values.map((value) => ({ value, start, length: hit.length })));
      start += hit?.length ?? 1;
    }
    return found;
  };
}
