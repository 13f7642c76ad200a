import { ownedPhrases } from "../checking/phrases.ts";
import type { Finding, Rule } from "../checking/rule.ts";

/** Expressions of office that stand in hundreds of procedures and tell none apart. */
const officeWords =
  /(?<!\p{L})(?:thủ tục|hồ sơ|giấy tờ|giấy phép|giấy chứng nhận|giấy xác nhận|chứng nhận|xác nhận|đăng ký|đăng kí|cấp lại|cấp đổi|cấp mới|đổi|cấp|lại|mới|đơn|giấy|tờ khai|dịch vụ công)(?!\p{L})/giu;

/** A phrase of fillers draws in every question that says nothing. */
export const tellingPhrases: Rule = {
  name: "telling-phrases",
  description:
    "A phrase holds at least one word that says which matter it is, not only fillers and words of office.",
  scope: "phrases",
  check: (knowledge) => {
    const fillers = new Set(knowledge.vocabulary.fillers ?? []);
    return ownedPhrases(knowledge).flatMap(({ file, code, field, phrase }): Finding[] => {
      const words =
        phrase
          .toLowerCase()
          .replace(officeWords, " ")
          .match(/[\p{L}\p{N}]+/gu) ?? [];
      if (words.some((word) => !fillers.has(word))) return [];
      return [{ file, code, field, found: `“${phrase}”`, expected: "a word that names the matter" }];
    });
  },
};
