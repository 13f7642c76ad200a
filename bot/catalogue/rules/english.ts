import { eachGuide } from "../checking/each.ts";
import type { Finding, Rule } from "../checking/rule.ts";
import { guideTexts } from "../checking/texts.ts";

const LEAST_PHRASES = 3;

/** Half a translation is worse than a notice that there is none. */
export const english: Rule = {
  name: "english",
  description:
    "Priority procedures have an English name and purpose; those promised in full English have all of it.",
  scope: "guides",
  check: (knowledge) => {
    const priority = new Set(knowledge.priority.procedures.map(({ code }) => code));
    const full = new Set(knowledge.priority.fullEnglish);
    const withoutGuide = [...full].filter((code) => !knowledge.guideOf(code));
    return [
      ...withoutGuide.map(
        (code): Finding => ({
          file: "priority.json",
          code,
          field: "fullEnglish",
          found: "no guide",
          expected: "a guide",
        }),
      ),
      ...eachGuide(knowledge, ({ guide }) => {
        const promised = full.has(guide.code)
          ? guideTexts(guide)
          : priority.has(guide.code)
            ? [
                { field: "name", text: guide.name },
                { field: "purpose", text: guide.purpose },
              ]
            : [];
        const phrases = guide.phrasesEn?.length ?? 0;
        return [
          ...promised
            .filter(({ text }) => !text.en)
            .map(({ field }) => ({ field: `${field}.en`, found: "nothing", expected: "English" })),
          ...(full.has(guide.code) && phrases < LEAST_PHRASES
            ? [{ field: "phrasesEn", found: `${phrases}`, expected: `at least ${LEAST_PHRASES} phrases` }]
            : []),
        ];
      }),
    ];
  },
};
