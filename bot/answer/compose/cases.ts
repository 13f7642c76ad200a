import type { CaseQuestion } from "../../domain/index.ts";
import type { Subject } from "./subject.ts";

/** The first case question that changes the papers or leads elsewhere and is not decided yet. */
export function openQuestion({ guide, decided }: Pick<Subject, "guide" | "decided">): CaseQuestion | undefined {
  return guide?.cases?.find(({ id, options }) => decided[id] === undefined && matters(options));
}

function matters(options: CaseQuestion["options"]): boolean {
  const lists = new Set(options.map(({ documents, goTo }) => JSON.stringify(goTo ?? documents ?? null)));
  return lists.size > 1;
}
