import type { Facet } from "../../../domain/index.ts";
import type { Word } from "../../../text/index.ts";
import { createPhraseFinder } from "../phrase-finder.ts";
import { wordSet } from "../word-set.ts";

const need = wordSet("muốn mún xin cần tính định nhờ want need");
/** With these an unmarked "can" is no "cần": "căn cước", "cán bộ", "căn hộ". */
const afterCan = wordSet("cước bộ hộ");
/** What people do at a counter. A longer message that says one of these without asking wants to know how. */
const act = wordSet(
  "đổi đăng xóa sang chỉnh sửa tách nhập chuyển cấp gia khai báo rút trả hủy làm lập xác chứng mở thêm bổ nộp lãnh hưởng register apply renew change",
);
/** Who tells a need for one of these wants to know first whether they may have it. */
const findBenefit = createPhraseFinder(
  ["hỗ trợ", "trợ cấp", "chế độ", "miễn", "giảm", "trả góp", "khoanh nợ", "ưu đãi"].map(
    (text) => [text, true] as const,
  ),
);
/** Fewer words are keywords: a card tells more than steps. */
const TELLING = 5;

/**
 * What a message that asks nothing most likely wants to know: what to bring and how it is done, as a clerk would tell
 * unasked; nothing when it only names a matter.
 */
export function facetsOfNeed(words: readonly Word[]): readonly Facet[] {
  const needs =
    words.length >= 3 &&
    words.some((word, at) => need(word) && !(word.folded === "can" && afterCan(words[at + 1])));
  if (needs && findBenefit(words).length > 0) return ["eligibility", "steps"];
  return needs || (words.length >= TELLING && words.some(act)) ? ["documents", "steps"] : [];
}
