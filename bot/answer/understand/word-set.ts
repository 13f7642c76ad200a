import { marksAgree, type Word, wordsOf } from "../../text/index.ts";

/** A closed set of words to test against. */
export type WordSet = (word: Word | undefined) => boolean;

/** Words separated by spaces. A typed word is in the set when its marks, if it carries any, are those of a member. */
export function wordSet(text: string): WordSet {
  const keys = new Map<string, string[]>();
  for (const { folded, key } of wordsOf(text, 1_000)) keys.set(folded, [...(keys.get(folded) ?? []), key]);
  return (word) =>
    word !== undefined && (keys.get(word.folded)?.some((key) => marksAgree(word, key)) ?? false);
}
