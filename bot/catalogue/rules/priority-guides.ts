import type { Finding, Rule } from "../checking/rule.ts";

const LEAST_PHRASES = 6;

export const priorityGuides: Rule = {
  name: "priority-guides",
  description: "Every procedure of the priority list has a record and a guide with the words people use.",
  scope: "guides",
  check: (knowledge) =>
    knowledge.priority.procedures.flatMap(({ code }): Finding[] => {
      const place = { file: "priority.json", code };
      if (!knowledge.recordOf(code))
        return [{ ...place, field: "code", found: "no record", expected: "a record" }];
      const guide = knowledge.guideOf(code);
      if (!guide) return [{ ...place, field: "code", found: "no guide", expected: "a guide" }];
      return guide.phrases.length < LEAST_PHRASES
        ? [
            {
              ...place,
              field: "phrases",
              found: `${guide.phrases.length}`,
              expected: `at least ${LEAST_PHRASES}`,
            },
          ]
        : [];
    }),
};
