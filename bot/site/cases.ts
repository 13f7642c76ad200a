import type { CaseOption, CaseQuestion, Guide } from "../domain/index.ts";

/** Answers to case questions in a page's address: question id → option id. */
export type Decided = Readonly<Record<string, string>>;

/** Reads `?case=question.option`, once or several times; what the guide does not know is left out. */
export function readDecided(query: unknown, guide: Guide | undefined): Decided {
  const pairs = (Array.isArray(query) ? query : [query]).flatMap((value) => {
    const [question, option] = typeof value === "string" ? value.split(".") : [];
    const known = guide?.cases?.find(({ id }) => id === question)?.options.some(({ id }) => id === option);
    return known && question && option ? [[question, option] as const] : [];
  });
  return Object.fromEntries(pairs);
}

/** One option as a link on the page. */
export interface CaseLink {
  readonly option: CaseOption;
  readonly href: string;
  readonly chosen: boolean;
}

export interface CaseStep {
  readonly question: CaseQuestion;
  readonly links: readonly CaseLink[];
}

/** The questions answered so far and the next one, each with its options as links. */
export function caseSteps(guide: Guide | undefined, decided: Decided): CaseStep[] {
  const questions = guide?.cases ?? [];
  const next = questions.findIndex(({ id }) => decided[id] === undefined);
  const shown = next < 0 ? questions : questions.slice(0, next + 1);
  return shown.map((question) => ({
    question,
    links: question.options.map((option) => ({
      option,
      href: option.goTo ? `/tt/${option.goTo}` : hrefWith({ ...decided, [question.id]: option.id }),
      chosen: decided[question.id] === option.id,
    })),
  }));
}

function hrefWith(decided: Decided): string {
  const query = new URLSearchParams(
    Object.entries(decided).map(([question, option]) => ["case", `${question}.${option}`]),
  );
  return `?${query}#documents`;
}
