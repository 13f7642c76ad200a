import type { Language } from "../../domain/index.ts";
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
  /** Word positions where a sentence begins; each is also in `breaks`. */
  readonly sentences: readonly number[];
  readonly corrections: readonly Correction[];
}

/** Words per question that are looked at; more says nothing new and would let a long text cost without bound. */
const WORD_LIMIT = 450;
/** Misspelt words per question that are looked up; each costs about a thousand look-ups. */
const SPELLING_LIMIT = 12;
/** Marks that end a clause; a point or comma inside a number does not. */
const clauseEnd = /([;!?:()"“”…\n]+|[.,](?!\d)|(?<!\d)[.,])/;
const sentenceEnd = /[.;!?…\n]/;

/** Shorthand that is a word of its own behind these: sổ hồng, bằng C, hạng A, 50 m. */
const grade = /^(?:hang|bang|lop|loai|muc|giay|mau|khu|lo|to|so)$/;
const keptAfter: ReadonlyMap<string, RegExp> = new Map([
  ["hong", /^so$/],
  ["a", grade],
  ["c", grade],
  ["e", grade],
  // "giấy k", "bằng k" ask: "giấy không", "bằng không".
  ["k", /^(?:hang|loai|khu|lo|muc)$/],
  ["h", grade],
  ["m", /^\d+$/],
]);
/** What people write right behind a number. */
const units: ReadonlyMap<string, string> = new Map([
  ["t", "tuổi"],
  ["tr", "triệu"],
  ["k", "nghìn"],
  ["h", "giờ"],
  ["m", "mét"],
  ["th", "tháng"],
]);

/** What is known of words, from the vocabulary and the index. */
export interface Lexicon {
  /** Chat shorthand by its {@link Word} key. */
  readonly shorthand: ReadonlyMap<string, readonly Word[]>;
  /** Words that the index holds; what spelling is corrected against. */
  readonly known: KnownWords;
  /** Folded words that are right although the index does not hold them. */
  readonly spared: ReadonlySet<string>;
}

/**
 * Reads a message into words of the index: shorthand written out, joined words split, misspelt words
 * corrected when the word as typed is not known. In English only spelling is looked at: "a" is not "anh".
 */
export function readWords(
  text: string,
  { shorthand, known, spared }: Lexicon,
  language: Language,
): ReadWords {
  const corrections: Correction[] = [];
  let looked = 0;
  const readWord = (word: Word, before: Word | undefined): readonly Word[] => {
    const written = language === "vi" ? (writtenOut(word, before, shorthand) ?? numberOf(word)) : undefined;
    if (written) return noted(corrections, word, written, "shorthand");
    if (known.has(word.folded) || spared.has(word.folded) || looked === SPELLING_LIMIT) return [word];
    looked += 1;
    const parts = language === "vi" ? splitJoinedWord(word.folded, known)?.map(wordFrom) : undefined;
    if (parts) return noted(corrections, word, parts, "joined");
    const spelling = correctWord(word.folded, known);
    return spelling ? noted(corrections, word, [wordFrom(spelling)], "spelling") : [word];
  };
  const words: Word[] = [];
  const breaks: number[] = [];
  const sentences: number[] = [];
  let ended = false;
  // Text and the marks after it alternate.
  for (const [at, part] of normalise(text).split(clauseEnd).entries()) {
    if (at % 2 === 1) {
      ended ||= sentenceEnd.test(part);
      continue;
    }
    if (words.length > (breaks.at(-1) ?? 0)) breaks.push(words.length);
    if (ended && words.length > (sentences.at(-1) ?? 0)) sentences.push(words.length);
    ended = false;
    for (const word of wordsOf(part, WORD_LIMIT - words.length)) {
      if (words.length < WORD_LIMIT) words.push(...readWord(word, words.at(-1)));
    }
    if (words.length >= WORD_LIMIT) break;
  }
  words.splice(WORD_LIMIT);
  const inside = (at: number) => at < words.length;
  return { words, breaks: breaks.filter(inside), sentences: sentences.filter(inside), corrections };
}

/** The full words of a shorthand, unless the word before shows that it is none: "so hong" is "sổ hồng". */
function writtenOut(
  word: Word,
  before: Word | undefined,
  shorthand: Lexicon["shorthand"],
): readonly Word[] | undefined {
  const kept = keptAfter.get(word.folded);
  if (kept && before && kept.test(before.folded)) return undefined;
  return shorthand.get(word.key);
}

/** `5t` → 5 tuổi, `10tr` → 10 triệu. */
function numberOf({ folded }: Word): readonly Word[] | undefined {
  const [, number, unit] = /^(\d+)([a-z]{1,2})$/.exec(folded) ?? [];
  const full = units.get(unit ?? "");
  return number && full ? [wordFrom(number), wordFrom(full)] : undefined;
}

function noted(log: Correction[], from: Word, to: readonly Word[], why: Correction["why"]): readonly Word[] {
  log.push({ from: from.key.normalize("NFC"), to: to.map(({ folded }) => folded).join(" "), why });
  return to;
}
