import type { CaseOption } from "../../domain/index.ts";
import { eachGuide } from "../checking/each.ts";
import type { Rule } from "../checking/rule.ts";

const somePapers = "documents, or goTo another procedure";

/** A case question is asked so that the answer changes something. */
export const caseDocuments: Rule = {
  name: "case-documents",
  description: "Every answer to a case question leads to papers to bring, or to another procedure we have.",
  scope: "guides",
  check: (knowledge) =>
    eachGuide(knowledge, ({ guide }) => {
      const ids = new Set(guide.documents?.map(({ id }) => id));
      const hasRecord = (code: string) => knowledge.recordOf(code) !== undefined;
      const published =
        knowledge.recordOf(guide.code)?.cases.some(({ documents }) => documents.length > 0) ?? false;
      const anyPapers = published || ids.size > 0;
      return (guide.cases ?? []).flatMap(({ id, options }) =>
        options.flatMap((option) => {
          const field = `cases.${id}.${option.id}`;
          return (option.goTo ? judgeOther(option.goTo, hasRecord) : judgePapers(option, ids, anyPapers)).map(
            (fault) => ({ field, ...fault }),
          );
        }),
      );
    }),
};

interface Wrong {
  readonly found: string;
  readonly expected: string;
}

function judgeOther(code: string, hasRecord: (code: string) => boolean): Wrong[] {
  return hasRecord(code) ? [] : [{ found: `goTo ${code}`, expected: "a procedure that has a record" }];
}

/** An option without a list of its own means all papers of the guide, or of the record. */
function judgePapers({ documents }: CaseOption, ids: ReadonlySet<string>, anyPapers: boolean): Wrong[] {
  if (!documents) return anyPapers ? [] : [{ found: "no documents anywhere", expected: somePapers }];
  if (documents.length === 0) return [{ found: "an empty list", expected: somePapers }];
  return documents
    .filter((document) => !ids.has(document))
    .map((document) => ({ found: document, expected: "the id of a document of this guide" }));
}
