import type { RequiredDocument } from "../../domain/index.ts";
import { eachGuide } from "../checking/each.ts";
import type { Rule } from "../checking/rule.ts";

const onForm = /theo mẫu/i;
/** `Mẫu số 01`, `Phụ lục II`, `CT01`, `14-HSB`. */
const formName = /mẫu\s+(?:số\s+)?[\p{L}-]*\d|phụ lục|\b[A-Z]{2,}\d|\d+[A-Z]?-[A-Z]{2,}/iu;

/** “Theo mẫu” alone leaves the reader to find out which form. */
export const formsNamed: Rule = {
  name: "forms-named",
  description: "A paper “theo mẫu” says which form, or its record names or attaches the form.",
  scope: "guides",
  check: (knowledge) =>
    eachGuide(knowledge, ({ guide }) => {
      const papers = knowledge.recordOf(guide.code)?.cases.flatMap(({ documents }) => documents) ?? [];
      return (guide.documents ?? [])
        .filter(({ name }) => onForm.test(name.vi) && !formName.test(name.vi))
        .filter(({ sources }) => !papers.some((paper) => sources.includes(paper.key) && namesForm(paper)))
        .map(({ id, name }) => ({
          field: `documents.${id}`,
          found: name.vi,
          expected: "the form's number or name",
        }));
    }),
};

function namesForm({ forms, title }: RequiredDocument): boolean {
  return forms.length > 0 || formName.test(title);
}
