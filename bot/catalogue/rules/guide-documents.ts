import { eachGuide } from "../checking/each.ts";
import type { Rule } from "../checking/rule.ts";

/** A paper that the record does not ask for sends somebody home for it. */
export const guideDocuments: Rule = {
  name: "guide-documents",
  description: "Every paper of a guide stands for papers of the record, and has an id of its own.",
  scope: "guides",
  check: (knowledge) =>
    eachGuide(knowledge, ({ guide }) => {
      const record = knowledge.recordOf(guide.code);
      if (!record) return [];
      const keys = new Set(record.cases.flatMap(({ documents }) => documents.map(({ key }) => key)));
      const ids = (guide.documents ?? []).map(({ id }) => id);
      return [
        ...(guide.documents ?? []).flatMap(({ id, sources }) =>
          sources
            .filter((key) => !keys.has(key))
            .map((key) => ({
              field: `documents.${id}.sources`,
              found: key,
              expected: "the key of a paper of the record",
            })),
        ),
        ...ids
          .filter((id, index) => ids.indexOf(id) !== index)
          .map((id) => ({ field: `documents.${id}`, found: "the id twice", expected: "an id of its own" })),
      ];
    }),
};
