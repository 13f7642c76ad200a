import type { Procedure } from "../../domain/index.ts";
import { eachGuide } from "../checking/each.ts";
import type { Rule } from "../checking/rule.ts";
import { guideTexts } from "../checking/texts.ts";

/** Numbers that are part of an everyday name, not a fact: school years, five-digit plates, the date of the reform. */
const names =
  /(?:lớp|cấp|grades?) \d{1,2}(?: đến lớp \d{1,2})?|\d số|\d-digit|\d digits|1\/7\/2025|01\/07\/2025/gi;

/** Guides are shown beside facts and read as facts; a number must come from the record. */
export const guideNumbers: Rule = {
  name: "guide-numbers",
  description: "Every number in a guide stands in the procedure's record; what people call it is left out.",
  scope: "guides",
  check: (knowledge) =>
    eachGuide(knowledge, ({ guide }) => {
      const record = knowledge.recordOf(guide.code);
      if (!record) return [];
      const known = new Set(numbersIn(publishedText(record)));
      return guideTexts(guide).flatMap(({ field, text }) => {
        const said = [text.vi, text.en ?? ""].flatMap((words) => numbersIn(words.replace(names, "")));
        return [...new Set(said)]
          .filter((number) => !known.has(number))
          .map((number) => ({
            field,
            found: `${number} in “${text.vi}”`,
            expected: "a number of the record, or a sentence without it",
          }));
      });
    }),
};

/** What the record says of the matter itself. Keys, ids and numbers of laws hold digits that would vouch for anything. */
function publishedText(record: Procedure): string {
  const { code, name, subjects, channels, cases, figures, authorities, place, results, legalBases } = record;
  const papers = cases.flatMap(({ documents }) => documents.map(({ key: _key, ...paper }) => paper));
  const caseNames = cases.map((part) => part.name);
  const lawYears = legalBases.map(({ number }) => /\/((?:19|20)\d{2})(?!\d)/.exec(number)?.[1]);
  return JSON.stringify([
    ...[code, name, subjects, channels, papers, caseNames],
    ...[figures, authorities, place, results, lawYears],
  ]);
}

/** Whole numbers of a text: `2.500.000` and `2500000` are one, `01` and `1` too. */
function numbersIn(text: string): string[] {
  const digits = text.replace(/(?<=\d)[.,](?=\d{3}(?!\d))/g, "").match(/\d+/g) ?? [];
  return digits.map((number) => number.replace(/^0+(?=\d)/, ""));
}
