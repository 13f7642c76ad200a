import type { Facet } from "../../domain/index.ts";
import { cardSection } from "./card.ts";
import { elsewhereLines } from "./cases.ts";
import { documentsSection } from "./documents.ts";
import { feeSection } from "./fee.ts";
import { eligibilitySection, formSection, legalSection, resultSection } from "./rules-and-results.ts";
import type { Section, Subject } from "./subject.ts";
import { timeSection } from "./time.ts";
import { onlineSection, placeSection, stepsSection } from "./where-and-how.ts";

const sectionOf: Readonly<Record<Facet, (subject: Subject) => Section>> = {
  documents: documentsSection,
  fee: feeSection,
  time: timeSection,
  place: placeSection,
  online: onlineSection,
  steps: stepsSection,
  form: formSection,
  eligibility: eligibilitySection,
  legal: legalSection,
  result: resultSection,
};

/** The parts asked for, in the order asked; a short card when none is named. */
export function sectionsOf(subject: Subject, facets: readonly Facet[]): Section[] {
  if (facets.length === 0) return [cardSection(subject)];
  const sections = facets.map((facet) => sectionOf[facet](subject));
  const said = new Set(sections.flatMap(({ lines }) => lines));
  const elsewhere = elsewhereLines(subject).filter((line) => !said.has(line));
  return sections.map(({ title, lines }, at) => ({
    title,
    lines: at === 0 ? [...elsewhere, ...lines] : lines,
  }));
}
