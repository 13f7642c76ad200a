import type { GuideDocument, RequiredDocument, Text } from "../../domain/index.ts";
import { caseLines, decidedOptions, elsewhereLines, openQuestion } from "./cases.ts";
import { paperTitle } from "./published-words.ts";
import { countsOf } from "./quantities.ts";
import { type Section, type Subject, shortName } from "./subject.ts";
import { inLanguage } from "./wording.ts";

/** A copy of what somebody has already needs no blank form. */
const isCopy = /^(?:\d+ )?(?:bản sao|copy|copies)(?!\p{L})/iu;

/** The papers to bring: in plain words where a guide has them, else the record's own titles. */
export function documentsSection(subject: Subject): Section {
  const { say, procedure } = subject;
  const guided = subject.guide?.documents ?? [];
  // Papers of this procedure are no use to somebody who needs another one.
  if (elsewhereLines(subject).length > 0)
    return { title: say("documents.title", { name: shortName(subject) }), lines: caseLines(subject) };
  const lines = guided.length > 0 ? guidedLines(subject, guided) : recordLines(subject);
  const remarks =
    guided.length === 0 && procedure.notesLeftOut > 0
      ? [say("documents.notes", { count: procedure.notesLeftOut, url: procedure.portalUrl })]
      : [];
  return {
    title: say("documents.title", { name: shortName(subject) }),
    lines: [...caseLines(subject), ...(lines.length > 0 ? lines : [say("documents.none")]), ...remarks],
  };
}

function guidedLines(subject: Subject, all: readonly GuideDocument[]): string[] {
  const { say } = subject;
  const chosen = documentsOfCase(subject, all);
  const bring = chosen.filter(({ lookedUp }) => !lookedUp);
  const lookedUp = chosen.filter((document) => document.lookedUp);
  return [
    ...bring.map((document) => guidedLine(subject, document)),
    ...byCase(subject, all),
    ...(lookedUp.length > 0 ? [say("documents.looked-up")] : []),
    ...lookedUp.map((document) =>
      bullet(inLanguage(document.name, subject.language), whenOf(subject, document)),
    ),
  ];
}

/** With a case still open only what every option shares; with it decided, that option's own list. */
function documentsOfCase(subject: Subject, all: readonly GuideDocument[]): readonly GuideDocument[] {
  return (subject.guide?.cases ?? []).reduce((kept, { id, options }) => {
    const lists = options.flatMap(({ documents }) => (documents ? [documents] : []));
    if (lists.length === 0) return kept;
    const named = new Set(lists.flat());
    const option = options.find((candidate) => candidate.id === subject.decided[id]);
    const wanted = option
      ? (option.documents ?? [...named])
      : [...named].filter((document) => lists.every((list) => list.includes(document)));
    return kept.filter((document) => !named.has(document.id) || wanted.includes(document.id));
  }, all);
}

/** What each option of an open case adds, so that nobody leaves without having seen their own paper. */
function byCase(subject: Subject, all: readonly GuideDocument[]): string[] {
  const question = openQuestion(subject);
  if (!question) return [];
  const common = new Set(documentsOfCase(subject, all).map(({ id }) => id));
  const lines = question.options.flatMap(({ label, documents }) => {
    const own = all.filter(({ id }) => documents?.includes(id) && !common.has(id));
    const names = own.map((document) => withCondition(subject, document, label)).join("; ");
    return names ? [`• ${inLanguage(label, subject.language)}: ${names}`] : [];
  });
  return lines.length > 0 ? [subject.say("documents.by-case"), ...lines] : [];
}

/** A paper that only some of the case need says so, unless the case's own name does. */
function withCondition({ language }: Subject, { name, when }: GuideDocument, label: Text): string {
  const words = when ? inLanguage(when, language).replace(/\.$/, "") : "";
  const said = words === "" || sameSituation(words, inLanguage(label, language));
  return said ? inLanguage(name, language) : `${inLanguage(name, language)} (${lowerFirst(words)})`;
}

function guidedLine(subject: Subject, document: GuideDocument): string {
  const name = inLanguage(document.name, subject.language);
  const facts = factsOf(subject, document);
  return bullet(name, [...whenOf(subject, document), ...detailsOf(subject, name, facts)]);
}

/** In which situation the paper is needed, `nếu nhờ người đi thay`; nothing when that is the case decided on. */
function whenOf(subject: Subject, { when }: GuideDocument): string[] {
  if (!when) return [];
  const words = inLanguage(when, subject.language).replace(/\.$/, "");
  const labels = decidedOptions(subject).map(({ label }) => inLanguage(label, subject.language));
  return labels.some((label) => sameSituation(words, label)) ? [] : [lowerFirst(words)];
}

function sameSituation(words: string, label: string): boolean {
  const bare = words
    .toLowerCase()
    .replace(/^(?:nếu|khi|if|when) /, "")
    .replace(/^(?:bạn|bé|con|you) /, "");
  const lower = label.toLowerCase();
  // `sanh ở nước ngoài` and `Ở nước ngoài, nay về`: the verb may be missing, a "not" may not.
  const [first = "", ...rest] = bare.split(" ");
  const place = rest.length > 1 && !/^(?:không|chưa|no|not)$/.test(first) ? rest.join(" ") : bare;
  const denied = ["không", "chưa", "no", "not"].some((not) => bare.includes(`${not} ${lower}`));
  return lower.includes(place) || (bare.includes(lower) && !denied);
}

/** Leaves `UBND` alone. */
function lowerFirst(words: string): string {
  return /^\p{Lu}\p{Ll}/u.test(words) ? `${words.charAt(0).toLowerCase()}${words.slice(1)}` : words;
}

/** The record's rows that a plain document stands for. */
function factsOf({ procedure }: Subject, { sources }: GuideDocument): RequiredDocument[] {
  return procedure.cases
    .flatMap(({ documents }) => documents)
    .filter(({ key }) => sources.includes(key.split("#")[0] ?? key));
}

function recordLines(subject: Subject): string[] {
  const several = subject.procedure.cases.length > 1;
  return subject.procedure.cases.flatMap(({ name, documents }) => [
    ...(several && name ? [`${name.replace(/[\s:]+$/, "")}:`] : []),
    ...documents.map((document) =>
      bullet(paperTitle(document.title), detailsOf(subject, document.title, [document])),
    ),
  ]);
}

function bullet(title: string, details: readonly string[]): string {
  return details.length > 0 ? `• ${title.replace(/\.$/, "")} – ${details.join("; ")}` : `• ${title}`;
}

/** How many and of which kind, and whether a blank form exists. */
function detailsOf(subject: Subject, title: string, facts: readonly RequiredDocument[]): string[] {
  const details = [
    ...countsOf(subject, title, facts),
    // Some records hang the whole bundle of forms on every row.
    ...(facts.some(({ forms }) => forms.length > 0) && !isCopy.test(title)
      ? [subject.say("documents.form")]
      : []),
  ];
  return details.length > 0 ? [details.join(", ")] : [];
}
