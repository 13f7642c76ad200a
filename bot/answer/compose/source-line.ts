import type { Subject } from "./subject.ts";
import { dayMonthYear } from "./wording.ts";

/** Where the facts come from: decision, its date, code, and when the portal last changed the record. */
export function sourceLine({ procedure, say }: Pick<Subject, "procedure" | "say">): string {
  const { decision, decidedOn, updatedOn } = procedure.source;
  const decided = decidedOn ? say("source.decided", { date: dayMonthYear(decidedOn) }) : "";
  return say("source", {
    decision: decision.replace(/[\s.;,]+$/, ""),
    decided,
    code: procedure.code,
    updated: dayMonthYear(updatedOn),
  });
}
