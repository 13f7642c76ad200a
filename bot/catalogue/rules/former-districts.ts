import { namesDistrict, saysPast } from "../../places/index.ts";
import { eachProcedure } from "../checking/each.ts";
import type { Rule } from "../checking/rule.ts";
import { ownTexts } from "../checking/texts.ts";

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
        .filter(([, text]) => namesDistrict(text))
        .map(([field, found]) => ({
          field,
          found,
          expected: "today's authority, or the day the record ended (effectiveTo)",
        }));
    }),
    ...ownTexts(knowledge)
      .filter(({ text }) => namesDistrict(text.vi) && !saysPast(text.vi))
      .map(({ file, code, field, text }) => ({
        file,
        code,
        field,
        found: text.vi,
        expected: "the commune or the province, or a word that this is past",
      })),
  ],
};
