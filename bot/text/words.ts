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

// Dossier numbers, codes and decimals stay whole; otherwise letters and digits in a row are a word.
const wordPattern = /[\p{L}\p{M}\p{N}]+(?:[.,/-](?=\p{N})[\p{L}\p{M}\p{N}]+)*/gu;

/** Splits normalised text into words, at most `limit` of them. */
export function wordsOf(text: string, limit = 400): Word[] {
  const words: Word[] = [];
  for (const [surface] of text.matchAll(wordPattern)) {
    if (words.length === limit) break;
    words.push(wordFrom(surface));
  }
  return words;
}

/** Makes a word of one surface form. */
export function wordFrom(surface: string): Word {
  const lower = surface.toLowerCase();
  const folded = foldAccents(lower);
  return { key: toneKey(lower), folded, marked: folded !== lower };
}
