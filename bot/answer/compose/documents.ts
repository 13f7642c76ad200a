import type { GuideDocument, RequiredDocument } from "../../domain/index.ts";
import { openQuestion } from "./cases.ts";
import { type Section, type Subject, shortName } from "./subject.ts";
import { inLanguage } from "./wording.ts";

/** The papers to bring: in plain words where a guide has them, else the record's own titles. */
export function documentsSection(subject: Subject): Section {
  const title = subject.say("documents.title", { name: shortName(subject) });
  const guided = subject.guide?.documents ?? [];
  const lines = guided.length > 0 ? guidedLines(subject, guided) : recordLines(subject);
  return { title, lines: lines.length > 0 ? lines : [subject.say("documents.none")] };
}

function guidedLines(subject: Subject, all: readonly GuideDocument[]): string[] {
  const { say } = subject;
  const chosen = documentsOfCase(subject, all);
  const bring = chosen.filter(({ lookedUp }) => !lookedUp);
  const lookedUp = chosen.filter((document) => document.lookedUp);
  return [
    ...bring.map((document) => `• ${plainName(subject, document)}${quantities(subject, factsOf(subject, document))}`),
    ...byCase(subject, all),
    ...(lookedUp.length > 0 ? [say("documents.looked-up")] : []),
    ...lookedUp.map((document) => `• ${plainName(subject, document)}`),
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
    const names = own.map((document) => inLanguage(document.name, subject.language)).join("; ");
    return names ? [`• ${inLanguage(label, subject.language)}: ${names}`] : [];
  });
  return lines.length > 0 ? [subject.say("documents.by-case"), ...lines] : [];
}

function plainName({ language }: Subject, { name, when }: GuideDocument): string {
  return when ? `${inLanguage(name, language)} (${inLanguage(when, language)})` : inLanguage(name, language);
}

/** The record's rows that a plain document stands for. */
function factsOf({ procedure }: Subject, { sources }: GuideDocument): RequiredDocument[] {
  return procedure.cases.flatMap(({ documents }) => documents).filter(({ key }) => sources.includes(key.split("#")[0] ?? key));
}

function recordLines(subject: Subject): string[] {
  const several = subject.procedure.cases.length > 1;
  return subject.procedure.cases.flatMap(({ name, documents }) => [
    ...(several && name ? [`${name}:`] : []),
    ...documents.map((document) => `• ${document.title}${quantities(subject, [document])}`),
  ]);
}

/** ` (1 bản chính, 1 bản sao, có mẫu)` as the record counts them; nothing when it counts none or they differ. */
function quantities({ say }: Subject, facts: readonly RequiredDocument[]): string {
  const counts = new Set(facts.map(({ originals, copies }) => `${originals}/${copies}`));
  const first = counts.size === 1 ? facts[0] : undefined;
  const parts = [
    ...(first && first.originals > 0 ? [say("documents.originals", { count: first.originals })] : []),
    ...(first && first.copies > 0 ? [say("documents.copies", { count: first.copies })] : []),
    ...(facts.some(({ forms }) => forms.length > 0) ? [say("documents.form")] : []),
  ];
  return parts.length > 0 ? ` (${parts.join(", ")})` : "";
}
