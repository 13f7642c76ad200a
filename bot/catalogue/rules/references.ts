import { eachGuide } from "../checking/each.ts";
import type { Rule } from "../checking/rule.ts";

/** A button to a procedure we do not have leads nowhere. */
export const references: Rule = {
  name: "references",
  description: "Procedures a guide refers to exist, are named once, and are not the procedure itself.",
  scope: "guides",
  check: (knowledge) =>
    eachGuide(knowledge, ({ guide }) => {
      const related = guide.related ?? [];
      const goTo = (guide.cases ?? []).flatMap(({ options }) =>
        options.flatMap((option) => option.goTo ?? []),
      );
      return [
        ...related
          .filter((code, index) => related.indexOf(code) !== index)
          .map((code) => ({ field: "related", found: `${code} twice`, expected: "each procedure once" })),
        ...[
          ...related.map((code) => ["related", code] as const),
          ...goTo.map((code) => ["cases", code] as const),
        ].flatMap(([field, code]) => {
          if (code === guide.code)
            return [{ field, found: `${code}, itself`, expected: "another procedure" }];
          if (knowledge.recordOf(code)) return [];
          return [{ field, found: code, expected: "a procedure that has a record" }];
        }),
      ];
    }),
};
