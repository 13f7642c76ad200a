import type { LegalBasis, RequiredDocument } from "../../domain/index.ts";
import { CUT_MARK, clipped, paperTitle, pointsOf } from "./published-words.ts";
import { type Section, type Subject, shortName } from "./subject.ts";
import { term } from "./terms.ts";
import { inLanguage } from "./wording.ts";

const LAWS_SHOWN = 6;
/** A form is found by its file; its title only has to tell it from the others. */
const FORM_TITLE_SHOWN = 100;

/** Blank forms and where to get them. */
export function formSection(subject: Subject): Section {
  const { say, procedure } = subject;
  const papers = procedure.cases
    .flatMap(({ documents }) => documents)
    .filter((document) => document.forms.length > 0);
  const files = new Map<string, Set<string>>();
  for (const paper of papers) {
    const title = formTitle(subject, paper);
    const same = [...files.keys()].find((known) => withoutCut(known) === withoutCut(title)) ?? title;
    files.set(same, new Set([...(files.get(same) ?? []), ...paper.forms]));
  }
  const lines = [...files].map(([title, names]) => say("form.item", { title, files: [...names].join("; ") }));
  return {
    title: say("form.title", { name: shortName(subject) }),
    lines:
      lines.length > 0
        ? [...lines, say("form.link", { url: procedure.portalUrl })]
        : [say("form.none"), say("more-on-portal", { url: procedure.portalUrl })],
  };
}

/** A form is not told by whom it is for: `Đối với người …: Bản khai …`. */
function withoutCondition(title: string): string {
  return title.replace(/^(?:đối với|trường hợp) [^:]+:\s*(?:[-–+]\s*)?(?=\p{L})/iu, "");
}

function withoutCut(title: string): string {
  return title.replace(CUT_MARK, "").trim();
}

/** The guide's plain name of the paper where it stands for this one alone, else the record's title. */
function formTitle({ guide, language }: Subject, { key, title }: RequiredDocument): string {
  const plain = guide?.documents?.find(({ sources }) => sources.length === 1 && sources[0] === key);
  return plain ? inLanguage(plain.name, language) : paperTitle(withoutCondition(title), FORM_TITLE_SHOWN);
}

/** Who may do it. */
export function eligibilitySection(subject: Subject): Section {
  const { say, procedure, guide, language } = subject;
  const subjects = procedure.subjects.map((name) =>
    language === "en" ? say(`term.${name}`, {}, name) : name,
  );
  return {
    title: say("eligibility.title", { name: shortName(subject) }),
    lines: [
      ...(guide ? [inLanguage(guide.purpose, language)] : []),
      ...(guide?.who ? [inLanguage(guide.who, language)] : []),
      subjects.length > 0
        ? say("eligibility.subjects", { subjects: subjects.join("; ") })
        : say("eligibility.unknown"),
      guide?.ifRefused
        ? say("eligibility.refused", { text: inLanguage(guide.ifRefused, language) })
        : say("eligibility.refused.general"),
      say("eligibility.ask"),
    ],
  };
}

/** The laws it rests on, and what being late means where the guide knows. */
export function legalSection(subject: Subject): Section {
  const { say, procedure, guide, language } = subject;
  const laws = procedure.legalBases.slice(0, LAWS_SHOWN).map((law) => `• ${lawName(law)}`);
  const more = procedure.legalBases.length - laws.length;
  return {
    title: say("legal.title", { name: shortName(subject) }),
    lines: [
      ...(guide?.ifLate ? [say("late", { text: inLanguage(guide.ifLate, language) })] : []),
      ...(laws.length > 0 ? laws : [say("legal.none")]),
      ...(more > 0 ? [say("legal.more", { count: more, url: procedure.portalUrl })] : []),
    ],
  };
}

/** Number and title, without saying the number twice. */
function lawName({ number, title: published }: LegalBasis): string {
  const title = clipped(published.replace(/[\s.;,]+$/, ""));
  if (!title) return number;
  const digits = /\d+(?:\/\d+)*\/[\p{L}\d-]+/u.exec(number)?.[0] ?? number;
  return published.includes(digits) ? title : `${number} – ${title}`;
}

/** What the citizen holds in hand at the end. */
export function resultSection(subject: Subject): Section {
  const { say, procedure } = subject;
  const results = procedure.results
    .flatMap((result) => pointsOf(result))
    .map((result) => `• ${term(subject, result)}`);
  return {
    title: say("result.title", { name: shortName(subject) }),
    lines: results.length > 0 ? results : [say("result.none")],
  };
}
