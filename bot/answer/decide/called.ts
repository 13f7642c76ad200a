import type { Candidate, Matched } from "../match/matcher.ts";

/** All of a name was said … */
const CALLED = 0.99;
/** … and so much of the message is in it. */
const EXPLAINS = 0.5;

/** The likeliest procedure, when all of what it is called was said, little else, and no broad word explains as much. */
export function calledWholly({ candidates }: Matched): string | undefined {
  for (const { entry, fit } of candidates) {
    if (entry.target.kind !== "procedure") continue;
    if (fit.complete < CALLED || fit.explains < EXPLAINS) return undefined;
    const isBroader = (other: Candidate) =>
      other.entry.target.kind !== "procedure" &&
      other.fit.complete >= CALLED &&
      other.fit.explains >= fit.explains;
    return candidates.some(isBroader) ? undefined : entry.target.code;
  }
  return undefined;
}
