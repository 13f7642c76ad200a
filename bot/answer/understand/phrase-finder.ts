import { type Agreement, createExpressions, marksAgree, type Word } from "../../text/index.ts";

/** Where a known expression stands in a text. */
export interface Found<Value> {
  readonly value: Value;
  readonly start: number;
  readonly length: number;
}

/** Finds known expressions in a run of words, from the left, longest first and never overlapping. */
export function createPhraseFinder<Value>(
  known: readonly (readonly [string, Value])[],
  agree: Agreement = marksAgree,
): (words: readonly Word[]) => Found<Value>[] {
  const expressions = createExpressions(known, agree);
  return (words) => {
    const found: Found<Value>[] = [];
    for (let start = 0; start < words.length; ) {
      let longest: Found<Value>[] = [];
      expressions.from(words, start, (value, length) => {
        if (length > (longest[0]?.length ?? 0)) longest = [];
        if (!longest.some((one) => one.value === value)) longest.push({ value, start, length });
      });
      found.push(...longest);
      start += longest[0]?.length ?? 1;
    }
    return found;
  };
}
