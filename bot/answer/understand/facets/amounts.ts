import type { Facet } from "../../../domain/index.ts";
import type { Word } from "../../../text/index.ts";
import { type WordSet, wordSet } from "../word-set.ts";
import type { Cue, CueFinder } from "./cues.ts";
import { contentEnd } from "./units.ts";

const quantity = wordSet("nhiêu mấy");
/** What is counted tells which part is asked for. */
const counted: readonly (readonly [Facet, WordSet])[] = [
  ["time", wordSet("ngày bữa hôm tuần tháng tiếng lâu phút buổi")],
  ["fee", wordSet("tiền đồng trăm ngàn nghìn triệu xu")],
  ["documents", wordSet("bản bộ tấm tờ loại giấy")],
  ["eligibility", wordSet("tuổi người lần mét phần m2 ha công")],
  ["steps", wordSet("bước khâu đợt")],
];
/** "mấy tháng nay", "mấy ngày trước" tell when something was. */
const past = wordSet("nay rồi trước trời liền qua này hôm");
const perPiece = wordSet("một 1 mỗi");
/** "thứ mấy" asks which day it is. */
const dayOfWeek = wordSet("thứ");
const cost = wordSet("phí hết tốn mất tiền giá đóng nộp trả");
/** Before an unmarked "may" these make it "mấy"; else it is a machine: "xe may". */
const beforeMay = wordSet("phí hết tốn tiền giá là đóng nộp trả khoảng cỡ bao được chờ đợi hẹn trong vòng");

/** "mấy ngày", "bao nhiêu tiền", "phí nhiêu": how much or how many of what. */
export function amountsAsked(words: readonly Word[], names: CueFinder): Cue[] {
  const end = contentEnd(words);
  return words.flatMap((word, at) => {
    if (!quantity(word) || dayOfWeek(words[at - 1])) return [];
    const start = words[at - 1]?.folded === "bao" ? at - 1 : at;
    const [unit, after] = [words[at + 1], words[at + 2]];
    const of = counted.find(([, units]) => units(unit))?.[0];
    if (of) return past(after) ? [] : [{ facet: of, start, end: at + 2 }];
    const many = word.folded === "nhieu";
    const last = at === end - 1 && (many || word.marked || beforeMay(words[at - 1]));
    if (!last && !(many && (perPiece(unit) || cost(words[start - 1])))) return [];
    return [{ facet: names(words)[0]?.facet ?? "fee", start, end: at + 1 }];
  });
}
