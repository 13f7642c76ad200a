import type { Guide, Procedure } from "../../domain/index.ts";
import { guideTexts } from "../checking/texts.ts";
import type { KnowledgeView } from "../checking/view.ts";
import { feeState } from "./fee-knowledge.ts";

/** How well one field is covered. Counts are procedures unless said otherwise. */
export interface Coverage {
  readonly field: string;
  readonly facts: number;
  readonly core: number;
  readonly guides: number;
  /** Guides with papers and steps, not only names and phrases. */
  readonly fullGuides: number;
  /** Phrases, not procedures. */
  readonly phrases: number;
  /** Guides that ask for the citizen's case. */
  readonly withCases: number;
  readonly feesKnown: number;
  /** Guides with an English name and purpose. */
  readonly english: number;
  readonly fullEnglish: number;
  /** Days since the least recently checked record or guide. */
  readonly oldestDays: number;
}

const MS_PER_DAY = 86_400_000;

/**
 * Coverage of every field, those with most core procedures first.
 * @param today `YYYY-MM-DD`
 */
export function coverageByField(knowledge: KnowledgeView, today: string): Coverage[] {
  const core = new Set(
    knowledge.priority.procedures.flatMap(({ code, core: isCore }) => (isCore ? [code] : [])),
  );
  const fields = new Map<string, Procedure[]>();
  for (const { procedure } of knowledge.procedures) {
    const list = fields.get(procedure.field);
    if (list) list.push(procedure);
    else fields.set(procedure.field, [procedure]);
  }
  return [...fields]
    .map(([field, procedures]) => coverageOf(field, procedures, core, knowledge, today))
    .sort((a, b) => b.core - a.core || b.facts - a.facts || (a.field < b.field ? -1 : 1));
}

/** All fields together; `oldestDays` is the oldest of any. */
export function totalCoverage(rows: readonly Coverage[]): Coverage {
  const sum = (pick: (row: Coverage) => number) => rows.reduce((total, row) => total + pick(row), 0);
  return {
    field: "",
    facts: sum(({ facts }) => facts),
    core: sum(({ core }) => core),
    guides: sum(({ guides }) => guides),
    fullGuides: sum(({ fullGuides }) => fullGuides),
    phrases: sum(({ phrases }) => phrases),
    withCases: sum(({ withCases }) => withCases),
    feesKnown: sum(({ feesKnown }) => feesKnown),
    english: sum(({ english }) => english),
    fullEnglish: sum(({ fullEnglish }) => fullEnglish),
    oldestDays: Math.max(0, ...rows.map(({ oldestDays }) => oldestDays)),
  };
}

function coverageOf(
  field: string,
  procedures: readonly Procedure[],
  core: ReadonlySet<string>,
  knowledge: KnowledgeView,
  today: string,
): Coverage {
  const guides = procedures.flatMap(({ code }) => knowledge.guideOf(code) ?? []);
  const councilFee = (code: string) => knowledge.councilFees.find((fee) => fee.code === code);
  const days = [
    ...procedures.map(({ source }) => source.checkedOn),
    ...guides.map(({ checkedOn }) => checkedOn),
  ];
  return {
    field,
    facts: procedures.length,
    core: procedures.filter(({ code }) => core.has(code)).length,
    guides: guides.length,
    fullGuides: guides.filter(isFull).length,
    phrases: guides.reduce(
      (total, { phrases, phrasesEn = [], situations = [] }) =>
        total + phrases.length + phrasesEn.length + situations.length,
      0,
    ),
    withCases: guides.filter(({ cases = [] }) => cases.length > 0).length,
    feesKnown: procedures.filter((procedure) => feeState(procedure, councilFee(procedure.code)) === "known")
      .length,
    english: guides.filter(({ name, purpose }) => name.en && purpose.en).length,
    fullEnglish: guides.filter((guide) => isFull(guide) && guideTexts(guide).every(({ text }) => text.en))
      .length,
    oldestDays: Math.round(
      (Date.parse(today) - Math.min(...days.map((day) => Date.parse(day)))) / MS_PER_DAY,
    ),
  };
}

function isFull({ documents = [], steps }: Guide): boolean {
  return (
    documents.length > 0 &&
    [steps?.counter, steps?.online, steps?.postal].some((list) => list && list.length > 0)
  );
}
