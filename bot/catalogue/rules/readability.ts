import type { Rule } from "../checking/rule.ts";
import { ownTexts } from "../checking/texts.ts";

/** Counted by spaces, as Vietnamese writes each syllable apart. */
const LONGEST_SENTENCE = 20;
/** Replies named `term.<words>` translate an official name; the Vietnamese side is that name. */
const OFFICIAL_TERM = "term.";
const quoted = /“[^”]*”|"[^"]*"/g;
const sentenceEnd = /[.!?;:…](?=\s|$)|\n/;
const bureaucratic =
  /theo quy định của pháp luật(?: hiện hành)?|theo quy định hiện hành|căn cứ quy định|nêu trên|nói trên|cơ quan có thẩm quyền giải quyết theo quy định|thực hiện theo đúng quy định|tiến hành thực hiện/i;

/** Written for five years of school; long sentences are where such readers stop. */
export const readability: Rule = {
  name: "readability",
  description: "Our Vietnamese has sentences of at most 20 words and none of the phrases only offices use.",
  scope: "texts",
  check: (knowledge) =>
    ownTexts(knowledge).flatMap(({ file, code, field, text }) => {
      if (code === `${OFFICIAL_TERM}${text.vi}`) return [];
      const place = { file, code, field };
      const own = text.vi.replace(quoted, "X").replace(/\{[^}]*\}/g, "X");
      const long = own
        .split(sentenceEnd)
        .map((sentence) => sentence.trim())
        .filter(
          (sentence) =>
            sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length > LONGEST_SENTENCE,
        );
      const office = bureaucratic.exec(own);
      return [
        ...long.map((found) => ({
          ...place,
          found,
          expected: `sentences of at most ${LONGEST_SENTENCE} words`,
        })),
        ...(office ? [{ ...place, found: `“${office[0]}”`, expected: "plain words" }] : []),
      ];
    }),
};
