import type { Word } from "../../../text/index.ts";
import { wordSet } from "../word-set.ts";

/** A stretch that says or asks one thing. Positions are those of the message. */
export interface Unit {
  readonly start: number;
  readonly end: number;
  /** Number of the sentence it stands in. */
  readonly sentence: number;
  /** It can be answered by yes or no: "… được không", "… hả", "can I …". */
  readonly yesNo: boolean;
  readonly english: boolean;
}

export interface Message {
  readonly words: readonly Word[];
  /** Positions where a clause begins. */
  readonly breaks: readonly number[];
  /** Positions where a sentence begins. */
  readonly sentences: readonly number[];
  readonly english: boolean;
}

/** Words said to whoever listens; they follow a question and add nothing to it. */
const particle = wordSet(
  "ạ á ad admin vậy ta nha nhé nhỉ hen nghen hén luôn anh chị em cô chú bác ơi nữa đây vầy thầy please",
);
const many = wordSet("mấy các");
const all = wordSet("đều cũng");
const no = wordSet("không");
const yet = wordSet("chưa");
const and = wordSet("và");
const or = wordSet("hay");
/** Beside these "không" asks, wherever it stands: "được không", "phải không", "không vậy". */
const beforeNo = wordSet("được phải đúng hay thể chịu nổi kịp");
const afterNo = wordSet("hay vậy ạ ad nhỉ và hả á ta nha nhé vầy thì");
const beforeYet = wordSet("được có xong rồi đã");
const tag = wordSet("hả hở hử à ư ha");
const auxiliary = wordSet("can could do does did is are am may should will would must have has");
const beforeAuxiliary = wordSet("and so but hi hello please also then or");

/** Cuts a message at marks, at "và" and after each yes-or-no question. */
export function unitsOf({ words, breaks, sentences, english }: Message): Unit[] {
  const starts = new Set([0, ...breaks, ...sentences]);
  words.forEach((word, at) => {
    if (and(word) && at > 1) starts.add(at + 1);
    if (asksInside(words, at) && !or(words[at + 1])) starts.add(skipParticles(words, at + 1));
  });
  const ordered = [...starts].filter((at) => at < words.length).sort((a, b) => a - b);
  let sentence = 0;
  return ordered.map((start, at) => {
    while ((sentences[sentence] ?? Number.POSITIVE_INFINITY) <= start) sentence += 1;
    const end = ordered[at + 1] ?? words.length;
    const run = words.slice(start, end);
    return {
      start,
      end,
      sentence,
      yesNo: english
        ? asksInEnglish(run)
        : asksAtEnd(run) || run.some((_, inside) => asksInside(run, inside)),
      english,
    };
  });
}

/** Position after the last word that is not merely said to the listener: "… hả mấy chú". */
export function contentEnd(words: readonly Word[]): number {
  let end = words.length;
  while (end > 1 && (particle(words[end - 1]) || (many(words[end - 1]) && particle(words[end])))) end -= 1;
  return end;
}

function asksInside(words: readonly Word[], at: number): boolean {
  return at > 0 && no(words[at]) && (beforeNo(words[at - 1]) || afterNo(words[at + 1]));
}

function skipParticles(words: readonly Word[], from: number): number {
  let at = from;
  while (particle(words[at])) at += 1;
  return at;
}

function asksAtEnd(words: readonly Word[]): boolean {
  if (words.length < 2) return false;
  const last = words.at(-1);
  // Without its mark "a" is nearly always "ạ", which asks nothing.
  if (tag(last) && last?.folded !== "a") return true;
  const end = contentEnd(words);
  const closing = words[end - 1];
  if (no(closing)) return !all(words[end - 2]);
  if (tag(closing) && closing?.marked) return true;
  return yet(closing) && words.slice(0, end - 1).some(beforeYet);
}

function asksInEnglish(words: readonly Word[]): boolean {
  return words.length >= 3 && auxiliary(words.find((word) => !beforeAuxiliary(word)));
}
