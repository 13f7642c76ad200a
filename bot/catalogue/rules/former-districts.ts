import { eachProcedure } from "../checking/each.ts";
import type { Rule } from "../checking/rule.ts";
import { ownTexts } from "../checking/texts.ts";

/** The district level ended on 1/7/2025; these words send people to an office that is no more. */
const district =
  /cấp huyện|quận\s*[/,]\s*huyện|huyện\s*[/,]\s*quận|(?:UBND|ủy ban nhân dân|công an|phòng [\p{L} ]{2,30}) (?:cấp )?huyện/iu;
/** A text that says itself that this is past. */
const saysPast = /không còn|trước đây|trước ngày|(?<!\p{L})cũ(?!\p{L})/iu;

/** Whoever is sent to an office that was closed loses a day. */
export const formerDistricts: Rule = {
  name: "former-districts",
  description:
    "Nobody is sent to a district office: such words stand only in texts and records that say they are past.",
  scope: "texts",
  check: (knowledge) => [
    ...eachProcedure(knowledge, ({ procedure }) => {
      if (procedure.effectiveTo) return [];
      const { name, place = "", authorities } = procedure;
      return Object.entries({ name, place, authorities: authorities.join("; ") })
        .filter(([, text]) => district.test(text))
        .map(([field, found]) => ({
          field,
          found,
          expected: "today's authority, or the day the record ended (effectiveTo)",
        }));
    }),
    ...ownTexts(knowledge)
      .filter(({ text }) => district.test(text.vi) && !saysPast.test(text.vi))
      .map(({ file, code, field, text }) => ({
        file,
        code,
        field,
        found: text.vi,
        expected: "the commune or the province, or a word that this is past",
      })),
  ],
};
