import type { AnswerStatus } from "../../domain/index.ts";
import { type EvidenceName, evidenceNames } from "../match/evidence.ts";
import type { Candidate, Matched } from "../match/matcher.ts";
import type { CueReading } from "./cues.ts";
import type { Tone } from "./intent-reader.ts";

/** Something other than a procedure, and why. */
export interface StatusFound {
  readonly status: AnswerStatus;
  readonly why: string;
  /** A rule settled it; nothing the talk is about can overrule that. */
  readonly sharp: boolean;
}

/**
 * What speaks for "no question about a procedure", each 0–1 but the tone (natural log of the odds). Logistic regression
 * over labelled messages; the bias is such that 1 of 100 questions about a procedure is taken for something else.
 */
const weights = { bias: 2.5, tone: 0.49, exampleExplains: 3.18, procedureUnion: -3.92, procedureSure: -3.73 };
/** What a leaning cue adds. */
const LEAN = 2;
/** With less than this the words do not sound like anything else; a strange story is then merely not understood. */
const LEAST_TONE = 0.12;

/** Nobody is told of a wrong that they did not do: these need to be the clear reading. */
const grave: ReadonlySet<AnswerStatus> = new Set([
  "refused.illegal",
  "refused.privacy",
  "refused.injection",
  "refused.spam",
  "refused.abuse",
  "handoff.emergency",
]);
const SURE = 0.5;

/** Decides whether a message wants something other than a procedure. Sharp cues first, then tone and examples together. */
export function statusOf(
  matched: Matched,
  tone: Tone | undefined,
  cue: CueReading | undefined,
): StatusFound | undefined {
  if (cue?.decides) return { status: cue.status, why: `cue: ${cue.rule}`, sharp: true };
  if (!tone) return undefined;
  const sum = intentScore(matched, tone) + (cue ? LEAN : 0);
  if (sum <= 0 || (!cue && tone.intent < LEAST_TONE)) return undefined;
  if (cue) return { status: cue.status, why: `cue: ${cue.rule}, ${sum.toFixed(2)}`, sharp: false };
  const why = `sounds like ${tone.status}: ${tone.intent.toFixed(2)} × ${tone.sure.toFixed(2)}, ${sum.toFixed(2)}`;
  const status = grave.has(tone.status) && tone.sure < SURE ? "unanswerable.no-match" : tone.status;
  return { status, why, sharp: false };
}

/** Above 0 the message is more likely something other than a question about a procedure. */
export function intentScore({ candidates, confidence }: Matched, { intent }: Tone): number {
  const [first] = candidates;
  const example = candidates.find(({ entry }) => entry.target.kind === "intent");
  const procedure = candidates.find(({ entry }) => entry.target.kind !== "intent");
  return (
    weights.bias +
    weights.tone * Math.log((intent + 1e-6) / (1 - intent + 1e-6)) +
    weights.exampleExplains * (example?.explains ?? 0) +
    weights.procedureUnion * evidence(procedure, "union") +
    weights.procedureSure * (first === procedure ? confidence : 0)
  );
}

function evidence(candidate: Candidate | undefined, name: EvidenceName): number {
  return candidate?.ranked.evidence[evidenceNames.indexOf(name)] ?? 0;
}
