import { eachGuide, eachProcedure } from "../checking/each.ts";
import type { Rule } from "../checking/rule.ts";
import { slugOf } from "../slug.ts";

/** Found by field, mended by field: a record in the wrong file is mended in vain. */
export const fieldFiles: Rule = {
  name: "field-files",
  description:
    "Records and guides stand in the file of their field (lĩnh vực), where an editor looks for them.",
  scope: "files",
  check: (knowledge) => [
    ...eachProcedure(knowledge, ({ file, procedure }) => {
      const expected = `procedures/${slugOf(procedure.field)}.json`;
      return file === expected
        ? []
        : [{ field: "field", found: procedure.field, expected: `the file ${expected}` }];
    }),
    ...eachGuide(knowledge, ({ fileField, guide }) => {
      const record = knowledge.recordOf(guide.code);
      if (!record) return [{ field: "code", found: guide.code, expected: "a procedure that has a record" }];
      if (record.field === fileField) return [];
      return [
        {
          field: "code",
          found: `a guide file of ${fileField}`,
          expected: `the guide file of ${record.field}`,
        },
      ];
    }),
  ],
};
