import type { Word } from "../../text/index.ts";
import { wordSet } from "./word-set.ts";

/** Shorter messages have no background. */
const LONG = 28;
const wants = wordSet("muốn mún tính định cần xin nhờ want need wish");
/** "Nay …", "giờ …": the story has come to its point. */
const now = wordSet("nay giờ now");
/** "can bo", "căn cước" typed without marks is no "cần". */
const afterCan = wordSet("bộ cước hộ");

/**
 * Positions of the sentences of a long story in which nobody wants anything: they tell how it came about. Empty when
 * no sentence tells what is wanted. `sentences`: positions where one begins.
 */
export function backgroundOf(words: readonly Word[], sentences: readonly number[]): ReadonlySet<number> {
  if (words.length < LONG) return new Set();
  const starts = [...new Set([0, ...sentences])].sort((a, b) => a - b);
  const parts = starts.map((start, at) => ({ start, end: starts[at + 1] ?? words.length }));
  const quiet = parts.filter(({ start, end }) => !hasPoint(words.slice(start, end)));
  if (quiet.length === parts.length) return new Set();
  return new Set(
    quiet.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)),
  );
}

function hasPoint(words: readonly Word[]): boolean {
  return words.some(
    (word, at) => now(word) || (wants(word) && !(word.folded === "can" && afterCan(words[at + 1]))),
  );
}
