import { maskPersonalData } from "../../text/index.ts";
import { eachProcedure } from "../checking/each.ts";
import { ownedPhrases } from "../checking/phrases.ts";
import type { Finding, Rule } from "../checking/rule.ts";
import { ownTexts } from "../checking/texts.ts";

/** What is published here is public for good. */
export const personalData: Rule = {
  name: "personal-data",
  description:
    "No phone, card, account or identity number and no e-mail address; office phones stand in places only.",
  scope: "texts",
  check: (knowledge) => [
    ...eachProcedure(knowledge, ({ procedure: { name, place, authorities, results, cases, channels } }) => {
      const documents = cases.flatMap((part) => [part.name, ...part.documents.map(({ title }) => title)]);
      const times = channels.map(({ time }) => ("note" in time ? time.note : ""));
      return Object.entries({ name, place, authorities, results, documents, times }).flatMap(
        ([field, value]) => judge([value].flat().join("\n")).map((fault) => ({ field, ...fault })),
      );
    }),
    ...ownTexts(knowledge).flatMap(({ file, code, field, text }) =>
      judge(`${text.vi}\n${text.en ?? ""}`).map((fault) => ({ file, code, field, ...fault })),
    ),
    ...ownedPhrases(knowledge).flatMap(({ file, code, field, phrase }) =>
      judge(phrase).map((fault) => ({ file, code, field, ...fault })),
    ),
  ],
};

/** The number itself is not repeated: the report may be kept where the knowledge is not. */
function judge(text: string): Pick<Finding, "found" | "expected">[] {
  const masked = maskPersonalData(text);
  if (masked === text) return [];
  const at = masked.indexOf("[");
  return [
    { found: masked.slice(Math.max(0, at - 30), at + 40), expected: "no number or address of a person" },
  ];
}
