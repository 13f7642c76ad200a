import type { CaseOption, CaseQuestion, Language } from "../../domain/index.ts";
import type { Subject } from "./subject.ts";
import { inLanguage } from "./wording.ts";

/** Two words at most, the first one a yes or no. */
const bareAnswer = /^(?:có|không|chưa|rồi|đã|đúng|phải|yes|no|not)(?: \p{L}+)?$/iu;

/** The first case question that changes the papers or leads elsewhere and is not decided yet. */
export function openQuestion({
  guide,
  decided,
}: Pick<Subject, "guide" | "decided">): CaseQuestion | undefined {
  return guide?.cases?.find(({ id, options }) => decided[id] === undefined && matters(options));
}

/** The options decided so far, in the order of their questions. */
export function decidedOptions({ guide, decided }: Pick<Subject, "guide" | "decided">): CaseOption[] {
  return decidedAnswers({ guide, decided }).map(({ option }) => option);
}

/** Which case an answer is for, and what the guide says about it; nothing while none is decided. */
export function caseLines(subject: Subject): string[] {
  const { say, language } = subject;
  const options = decidedOptions(subject);
  if (options.length === 0) return [];
  const labels = decidedAnswers(subject)
    .map(({ question, option }) => answerText(question, option, language))
    .join("; ");
  return [
    say("case.yours", { labels }),
    ...options.flatMap(({ note }) => (note ? [inLanguage(note, language)] : [])),
    ...elsewhereLines(subject),
  ];
}

/** For a case that is really another procedure: that it is, and where to tap. */
export function elsewhereLines(subject: Subject): string[] {
  const { say, language } = subject;
  return decidedOptions(subject).flatMap(({ label, goTo }) =>
    goTo ? [say("case.elsewhere", { label: inLanguage(label, language), code: goTo })] : [],
  );
}

interface DecidedAnswer {
  readonly question: CaseQuestion;
  readonly option: CaseOption;
}

function decidedAnswers({ guide, decided }: Pick<Subject, "guide" | "decided">): DecidedAnswer[] {
  return (guide?.cases ?? []).flatMap((question) =>
    question.options
      .filter((option) => option.id === decided[question.id])
      .map((option) => ({ question, option })),
  );
}

/** A bare "yes" says nothing without what was asked. */
function answerText({ question }: CaseQuestion, { label }: CaseOption, language: Language): string {
  const answer = inLanguage(label, language);
  return bareAnswer.test(answer) ? `${inLanguage(question, language)} ${answer}` : answer;
}

function matters(options: CaseQuestion["options"]): boolean {
  const lists = new Set(options.map(({ documents, goTo }) => JSON.stringify(goTo ?? documents ?? null)));
  return lists.size > 1;
}
