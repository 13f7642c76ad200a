import { foldAccents, toneKey } from "./accents.ts";

/** One syllable or number of a text. Vietnamese writes a space between syllables, so this is the unit of everything. */
export interface Word {
  /** Lower case, as typed, tone mark moved to the end. */
  readonly key: string;
  /** Lower case without marks. */
  readonly folded: string;
  /** True when the typed form carries a mark. */
  readonly marked: boolean;
}

// Dossier numbers, codes and decimals stay whole; otherwise letters and digits in a row are a word. A mark alone is none.
const wordPattern =
  /(?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+(?:(?<=\p{N}\p{L}{0,2})[.,/-](?=\p{N})[\p{L}\p{M}\p{N}]+)*/gu;

/** Splits normalised text into words, at most `limit` of them. */
export function wordsOf(text: string, limit = 400): Word[] {
  return (text.match(wordPattern) ?? []).slice(0, limit).map(wordFrom);
}

/**
 * Words seen before. A language has some ten thousand syllables, and reading the knowledge meets each of
 * them dozens of times; the bound keeps strangers' inventions from filling the memory.
 */
const seen = new Map<string, Word>();
const SEEN_LIMIT = 20_000;

/** Makes a word of one surface form. */
export function wordFrom(surface: string): Word {
  const known = seen.get(surface);
  if (known) return known;
  const lower = surface.toLowerCase();
  const folded = foldAccents(lower);
  const word = { key: toneKey(lower), folded, marked: folded !== lower };
  if (seen.size < SEEN_LIMIT && surface.length <= 24) seen.set(surface, word);
  return word;
}
