import type { ConversationState, OfferedChoice } from "../../domain/index.ts";
import { type Word, wordsOf } from "../../text/index.ts";

const ordinals: readonly (readonly string[])[] = [
  ["1", "mot", "nhat", "dau", "dau tien", "first", "one"],
  ["2", "hai", "nhi", "second", "two"],
  ["3", "ba", "third", "three"],
  ["4", "bon", "tu", "fourth", "four"],
  ["5", "nam", "fifth", "five"],
];
/** Words that may stand around a number when somebody picks: "cái thứ 2 á", "số 1 nha". */
const around = new Set(
  "so cai thu cau muc lua chon chon dap an viec the number option a nha nhe di ad em anh chi minh toi lay chac la do y vay da".split(
    " ",
  ),
);

/** The offered choice that a short message picks by number, place or its own words; undefined when it picks none. */
export function pickedChoice(
  words: readonly Word[],
  { offered }: ConversationState,
): OfferedChoice | undefined {
  if (!offered || offered.length === 0 || words.length === 0 || words.length > 12) return undefined;
  return byNumber(words, offered) ?? byLabel(words, offered);
}

function byNumber(words: readonly Word[], offered: readonly OfferedChoice[]): OfferedChoice | undefined {
  const said = words.map(({ folded }) => folded).filter((word) => !around.has(word));
  if (words.length > 6 || said.length === 0 || said.length > 2) return undefined;
  const text = said.join(" ");
  if (text === "cuoi" || text === "cuoi cung" || text === "last") return offered.at(-1);
  const place = ordinals.findIndex((names) => names.includes(text));
  return place >= 0 ? offered[place] : undefined;
}

/** A choice named by its words: all the said words that any label has stand in one label only. */
function byLabel(words: readonly Word[], offered: readonly OfferedChoice[]): OfferedChoice | undefined {
  const said = new Set(
    words.map(({ folded }) => folded).filter((word) => word.length > 1 && !around.has(word)),
  );
  const scores = offered.map(({ label }) => {
    const own = new Set(wordsOf(label).map(({ folded }) => folded));
    return [...said].filter((word) => own.has(word)).length / Math.max(1, Math.min(said.size, own.size));
  });
  const best = Math.max(...scores);
  const winners = offered.filter((_, at) => scores[at] === best);
  return best >= 0.75 && winners.length === 1 ? winners[0] : undefined;
}
