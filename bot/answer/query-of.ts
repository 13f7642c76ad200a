import type { Query } from "./match/query-features.ts";
import type { ReadMessage } from "./understand/understanding.ts";

/** Words of matter that make a message more than a courtesy. */
const MATTER_WORDS = 2;

/**
 * What is looked up: the message without words that only turn the talk ("không, ý tôi là") or tell what is not
 * meant, and without courtesies, at positions `polite`, unless it holds little else.
 */
export function queryOf(read: ReadMessage, polite: ReadonlySet<number>): Query {
  const { words, asking, background, turn } = read;
  const matter = read.matter.filter((word) => !polite.has(words.indexOf(word)));
  const dropped = matter.length < MATTER_WORDS ? turn.aside : new Set([...turn.aside, ...polite]);
  const kept = words.flatMap((_, at) => (dropped.has(at) ? [] : [at]));
  if (dropped.size === 0 || kept.length === 0) return { words, asking, background };
  return {
    words: kept.flatMap((at) => words[at] ?? []),
    asking: new Set(kept.flatMap((at, place) => (asking.has(at) ? [place] : []))),
    background: new Set(kept.flatMap((at, place) => (background.has(at) ? [place] : []))),
  };
}
