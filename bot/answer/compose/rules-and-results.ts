import { type Section, type Subject, shortName } from "./subject.ts";
import { inLanguage } from "./wording.ts";

const LAWS_SHOWN = 6;

/** Blank forms and where to get them. */
export function formSection(subject: Subject): Section {
  const { say, procedure } = subject;
  const forms = procedure.cases.flatMap(({ documents }) => documents).filter((document) => document.forms.length > 0);
  const lines = forms.flatMap(({ title, forms: files }) => files.map((file) => say("form.item", { title, file })));
  return {
    title: say("form.title", { name: shortName(subject) }),
    lines:
      lines.length > 0
        ? [...new Set(lines.map((line) => `• ${line}`)), say("form.link", { url: procedure.portalUrl })]
        : [say("form.none"), say("more-on-portal", { url: procedure.portalUrl })],
  };
}

/** Who may do it. */
export function eligibilitySection(subject: Subject): Section {
  const { say, procedure, guide, language } = subject;
  return {
    title: say("eligibility.title", { name: shortName(subject) }),
    lines: [
      ...(guide ? [inLanguage(guide.purpose, language)] : []),
      ...(guide?.who ? [inLanguage(guide.who, language)] : []),
      procedure.subjects.length > 0
        ? say("eligibility.subjects", { subjects: procedure.subjects.join("; ") })
        : say("eligibility.unknown"),
      ...(guide?.ifRefused ? [say("eligibility.refused", { text: inLanguage(guide.ifRefused, language) })] : []),
      say("eligibility.ask"),
    ],
  };
}

/** The laws it rests on, and what being late means where the guide knows. */
export function legalSection(subject: Subject): Section {
  const { say, procedure, guide, language } = subject;
  const laws = procedure.legalBases.slice(0, LAWS_SHOWN).map(({ number, title }) => `• ${number}${title ? ` – ${title}` : ""}`);
  const more = procedure.legalBases.length - laws.length;
  return {
    title: say("legal.title", { name: shortName(subject) }),
    lines: [
      ...(guide?.ifLate ? [say("legal.late", { text: inLanguage(guide.ifLate, language) })] : []),
      ...(laws.length > 0 ? laws : [say("legal.none")]),
      ...(more > 0 ? [say("legal.more", { count: more })] : []),
    ],
  };
}

/** What the citizen holds in hand at the end. */
export function resultSection(subject: Subject): Section {
  const { say, procedure } = subject;
  return {
    title: say("result.title", { name: shortName(subject) }),
    lines: procedure.results.length > 0 ? procedure.results.map((result) => `• ${result}`) : [say("result.none")],
  };
}
