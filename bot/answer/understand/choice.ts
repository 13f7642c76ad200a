import type { ConversationState, OfferedChoice } from "../../domain/index.ts";
import { marksAgree, type Word, wordsOf } from "../../text/index.ts";
import { wordSet } from "./word-set.ts";

const ordinals: readonly ReturnType<typeof wordSet>[] = [
  "1 một nhất đầu first one",
  "2 hai nhì second two",
  "3 ba third three",
  "4 bốn tư fourth four",
  "5 năm fifth five",
].map((names) => wordSet(names));
const one = wordSet("one");
const last = wordSet("cuối chót last");
/** Words that may stand around a number when somebody picks: "cái thứ 2 á", "chọn số 1 nha". */
const around = wordSet(
  "số cái thứ câu mục lựa chọn đáp án việc tiên cùng the number option a á ạ nha nhé đi ad em anh chị mình tôi tui lấy chắc là đó ý vậy dạ ơi",
);
/** A pick by number is short; a longer message only happens to hold one. */
const NUMBER_WORDS = 6;
const LABEL_WORDS = 12;
/** Share of what was said that must stand in the label picked. */
const IN_LABEL = 0.6;

/**
 * The offered choice that a short message picks by number, place or its own words; undefined when it picks none.
 * `matter` are the words of the message that are neither fillers nor ask for a part.
 */
export function pickedChoice(
  words: readonly Word[],
  matter: readonly Word[],
  { offered = [] }: ConversationState,
): OfferedChoice | undefined {
  if (offered.length === 0 || words.length === 0) return undefined;
  return byNumber(words, offered) ?? byLabel(words, matter, offered);
}

function byNumber(words: readonly Word[], offered: readonly OfferedChoice[]): OfferedChoice | undefined {
  // "the second one": the number is said already.
  const counted = words.length > 1 && one(words.at(-1)) ? words.slice(0, -1) : words;
  const said = counted.filter((word) => !around(word));
  if (words.length > NUMBER_WORDS || said.length !== 1) return undefined;
  if (last(said[0])) return offered.at(-1);
  const place = ordinals.findIndex((names) => names(said[0]));
  return place >= 0 ? offered[place] : undefined;
}

/** A choice named by words that only its label has, when most of what was said stands there. */
function byLabel(
  words: readonly Word[],
  matter: readonly Word[],
  offered: readonly OfferedChoice[],
): OfferedChoice | undefined {
  if (words.length > LABEL_WORDS || matter.length === 0) return undefined;
  const labels = offered.map(({ label }) => wordsOf(label.toLowerCase()));
  const holds = (label: readonly Word[], word: Word) =>
    label.some(({ folded, key }) => folded === word.folded && marksAgree(word, key));
  const telling = matter.filter((word) => labels.filter((label) => holds(label, word)).length === 1);
  const named = labels.flatMap((label, at) => (telling.some((word) => holds(label, word)) ? [at] : []));
  const [only] = named;
  if (only === undefined || named.length > 1) return undefined;
  const share = matter.filter((word) => holds(labels[only] ?? [], word)).length / matter.length;
  return share >= IN_LABEL ? offered[only] : undefined;
}
