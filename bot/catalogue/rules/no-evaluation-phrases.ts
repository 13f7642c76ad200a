import type { Procedure } from "../../domain/index.ts";
import { nearDuplicates } from "../checking/near-duplicates.ts";
import { ownedPhrases, phraseKey } from "../checking/phrases.ts";
import type { Rule } from "../checking/rule.ts";
import type { KnowledgeView } from "../checking/view.ts";

/** A phrase copied from a question raises the figures and helps nobody else. */
export const noEvaluationPhrases: Rule = {
  name: "no-evaluation-phrases",
  description: "No phrase repeats a question kept for measuring; words of the record itself are everybody's.",
  scope: "phrases",
  check: (knowledge, { questions }) => {
    const phrases = [...topicsAndGuides(knowledge), ...intentExamples(knowledge), ...caseWords(knowledge)];
    return nearDuplicates(phrases, ({ phrase }) => phrase, questions)
      .filter(
        ({ item }) =>
          !item.records.some((record) => officialWords(record).includes(` ${phraseKey(item.phrase)} `)),
      )
      .map(({ item: { file, code, field, phrase }, question }) => ({
        file,
        code,
        field,
        found: `“${phrase}”, nearly question ${question.id}`,
        expected: "words of your own",
      }));
  },
};

interface Phrase {
  readonly file: string;
  readonly code: string;
  readonly field: string;
  readonly phrase: string;
  /** Records whose official words the phrase may repeat. */
  readonly records: readonly Procedure[];
}

function topicsAndGuides(knowledge: KnowledgeView): Phrase[] {
  const topics = new Map(knowledge.topics.map(({ topic }) => [topic.phrases[0], topic.codes]));
  return ownedPhrases(knowledge).map((owned) => ({
    ...owned,
    records: (topics.get(owned.code) ?? [owned.code]).flatMap((code) => knowledge.recordOf(code) ?? []),
  }));
}

function intentExamples(knowledge: KnowledgeView): Phrase[] {
  const place = { file: "vocabulary/intents.json", field: "examples", records: [] };
  return (knowledge.vocabulary.intents ?? []).flatMap(({ status, examples }) =>
    examples.map((phrase) => ({ ...place, code: status, phrase })),
  );
}

function caseWords(knowledge: KnowledgeView): Phrase[] {
  return knowledge.guides.flatMap(({ file, guide: { code, cases = [] } }) =>
    cases.flatMap(({ id, options }) =>
      options.flatMap((option) =>
        option.words.map((phrase) => ({
          file,
          code,
          field: `cases.${id}.${option.id}.words`,
          phrase,
          records: [knowledge.recordOf(code)].filter((record) => record !== undefined),
        })),
      ),
    ),
  );
}

/** Name, field, results and papers: nobody needs a question file to write these. */
function officialWords({ name, field, results, cases }: Procedure): string {
  const papers = cases.flatMap(({ documents }) => documents.map(({ title }) => title));
  return ` ${[name, field, ...results, ...papers].map(phraseKey).join(" | ")} `;
}
