import type { CaseOption, CaseQuestion } from "../../domain/index.ts";
import type { Subject } from "./subject.ts";
import { inLanguage } from "./wording.ts";

/** The first case question that changes the papers or leads elsewhere and is not decided yet. */
export function openQuestion({
  guide,
  decided,
}: Pick<Subject, "guide" | "decided">): CaseQuestion | undefined {
  return guide?.cases?.find(({ id, options }) => decided[id] === undefined && matters(options));
}

/** The options decided so far, in the order of their questions. */
export function decidedOptions({ guide, decided }: Pick<Subject, "guide" | "decided">): CaseOption[] {
  return (guide?.cases ?? []).flatMap(({ id, options }) =>
    options.filter((option) => option.id === decided[id]),
  );
}

/** Which case an answer is for, and what the guide says about it; nothing while none is decided. */
export function caseLines(subject: Subject): string[] {
  const { say, language } = subject;
  const options = decidedOptions(subject);
  if (options.length === 0) return [];
  const labels = options.map(({ label }) => inLanguage(label, language)).join("; ");
  return [
    say("case.yours", { labels }),
    ...options.flatMap(({ note }) => (note ? [inLanguage(note, language)] : [])),
    ...options.flatMap(({ label, goTo }) =>
      goTo ? [say("case.elsewhere", { label: inLanguage(label, language), code: goTo })] : [],
    ),
  ];
}

function matters(options: CaseQuestion["options"]): boolean {
  const lists = new Set(options.map(({ documents, goTo }) => JSON.stringify(goTo ?? documents ?? null)));
  return lists.size > 1;
}
