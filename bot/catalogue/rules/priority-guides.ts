import type { Finding, Rule } from "../checking/rule.ts";

const LEAST_PHRASES = 6;

/** The priority list is what most people ask; without phrases it is not found. */
export const priorityGuides: Rule = {
  name: "priority-guides",
  description:
    "Every procedure of the priority list stands there once, with a record and a guide that has the words people use.",
  scope: "guides",
  check: (knowledge) =>
    knowledge.priority.procedures.flatMap(({ code }, index, all): Finding[] => {
      const place = { file: "priority.json", code };
      if (all.findIndex((other) => other.code === code) < index) {
        return [{ ...place, field: "code", found: "the code twice", expected: "each procedure once" }];
      }
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
