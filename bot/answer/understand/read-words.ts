import {
  correctWord,
  type KnownWords,
  normalise,
  splitJoinedWord,
  type Word,
  wordFrom,
  wordsOf,
} from "../../text/index.ts";

/** A change made to a word before matching, for the trace. */
export interface Correction {
  readonly from: string;
  readonly to: string;
  readonly why: "shorthand" | "joined" | "spelling";
}

export interface ReadWords {
  readonly words: readonly Word[];
  /** Word positions where a clause begins. */
  readonly breaks: readonly number[];
  readonly corrections: readonly Correction[];
}

/** Words per question that are looked at; more says nothing new and would let a long text cost without bound. */
const WORD_LIMIT = 300;
/** Misspelt words per question that are looked up; each costs about a thousand look-ups. */
const SPELLING_LIMIT = 12;
/** Marks that end a clause; a point or comma inside a number does not. */
const clauseEnd = /[;!?:()"“”…]+|[.,](?!\d)/;

/**
 * Reads a message into words of the index: shorthand written out, joined words split, misspelt words
 * corrected when the word as typed is not known. `shorthand` maps a folded or typed form to its words.
 */
export function readWords(
  text: string,
  shorthand: ReadonlyMap<string, readonly Word[]>,
  known: KnownWords,
): ReadWords {
  const corrections: Correction[] = [];
  let looked = 0;
  const readWord = (word: Word): readonly Word[] => {
    const written = shorthand.get(word.key);
    if (written) return noted(corrections, word, written, "shorthand");
    if (known.has(word.folded) || looked === SPELLING_LIMIT) return [word];
    looked += 1;
    const parts = splitJoinedWord(word.folded, known)?.map(wordFrom);
    if (parts) return noted(corrections, word, parts, "joined");
    const spelling = correctWord(word.folded, known);
    return spelling ? noted(corrections, word, [wordFrom(spelling)], "spelling") : [word];
  };
  const words: Word[] = [];
  const breaks: number[] = [];
  for (const clause of normalise(text).split(clauseEnd)) {
    if (words.length > (breaks.at(-1) ?? 0)) breaks.push(words.length);
    for (const word of wordsOf(clause, WORD_LIMIT - words.length)) words.push(...readWord(word));
    if (words.length >= WORD_LIMIT) break;
  }
  return { words, breaks, corrections };
}

function noted(log: Correction[], from: Word, to: readonly Word[], why: Correction["why"]): readonly Word[] {
  log.push({ from: from.key.normalize("NFC"), to: to.map(({ folded }) => folded).join(" "), why });
  return to;
}
