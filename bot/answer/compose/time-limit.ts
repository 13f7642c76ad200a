import type { Language, LifeEvent, TimeLimit } from "../../domain/index.ts";
import { inLanguage, type Say } from "./wording.ts";

/** The citizen's own time limits for a procedure, as life events state them; each once. */
export function limitsOf(code: string, events: readonly LifeEvent[]): TimeLimit[] {
  const limits = events
    .flatMap(({ steps }) => steps)
    .flatMap((step) => (step.code === code && step.within ? [step.within] : []));
  return limits.filter((limit, at) => !limits.slice(0, at).some((earlier) => sameLimit(earlier, limit)));
}

/** Equal when they run from the same day by the same law. */
export function sameLimit(a: TimeLimit | undefined, b: TimeLimit | undefined): boolean {
  return a !== undefined && b !== undefined && a.source === b.source && a.from.vi === b.from.vi;
}

/** The limit and where it stands: "60 days from the day of birth (…)". */
export function limitText({ quantity, unit, from, source }: TimeLimit, say: Say, language: Language): string {
  return say("time.limit", {
    time: `${quantity} ${say(quantity === 1 ? `unit.${unit}.one` : `unit.${unit}`)}`,
    from: inLanguage(from, language),
    source,
  });
}
