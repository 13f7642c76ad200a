import type { Finding } from "./rule.ts";
import type { GuideEntry, KnowledgeView, ProcedureEntry } from "./view.ts";

/** What is wrong inside one record or guide; file and code are filled in. */
export type Fault = Pick<Finding, "field" | "found" | "expected">;

/** Looks at every procedure record. */
export function eachProcedure(
  knowledge: KnowledgeView,
  look: (entry: ProcedureEntry) => readonly Fault[],
): Finding[] {
  return knowledge.procedures.flatMap((entry) =>
    look(entry).map((fault) => ({ file: entry.file, code: entry.procedure.code, ...fault })),
  );
}

/** Looks at every guide. */
export function eachGuide(
  knowledge: KnowledgeView,
  look: (entry: GuideEntry) => readonly Fault[],
): Finding[] {
  return knowledge.guides.flatMap((entry) =>
    look(entry).map((fault) => ({ file: entry.file, code: entry.guide.code, ...fault })),
  );
}
