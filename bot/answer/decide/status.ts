import type { AnswerStatus } from "../../domain/index.ts";
import { similarity } from "../match/entry-fit.ts";
import type { Matched } from "../match/matcher.ts";
import weights from "../match/weights.json" with { type: "json" };
import type { CueReading } from "./cues.ts";
import type { Tone } from "./tone.ts";

/** Something other than a procedure, and why. */
export interface StatusFound {
  readonly status: AnswerStatus;
  readonly why: string;
  /** A rule settled it; nothing the talk is about can overrule that. */
  readonly sharp: boolean;
}

/** What a leaning cue adds. */
const LEAN = 2;
/** With less than this the words do not sound like anything else; a strange story is then merely not understood. */
const LEAST_TONE = 0.12;

/** Nobody is told of a wrong that they did not do: these need to be the clear reading. */
const grave: ReadonlySet<AnswerStatus> = new Set([
  "refused.privacy",
  "refused.injection",
  "refused.spam",
  "refused.abuse",
  "handoff.emergency",
]);
const SURE = 0.5;
/** Nobody is told that there is no such thing when one procedure has every word of theirs: "kết hôn", "giấy phép lái xe". */
const denials: ReadonlySet<AnswerStatus> = new Set([
  "refused.no-such-procedure",
  "refused.illegal",
  "refused.other-country",
]);
/** The denial itself must be this likely. */
const DENIED = 0.6;
const ABROAD = 0.9;
const EXPLAINED = 0.9;
/** All of what it is called and most of the rest will do: "muốn xin cấp giấy chứng nhận kết hôn". */
const CALLED = 0.95;
const MOSTLY_EXPLAINED = 0.7;
/** Or when it is clear which procedure is meant and the tone hardly outweighs it: "renew my driving licence" sounds foreign. */
const CLEAR = 0.85;
const HARDLY = 0.5;
/** Or when the message has little of the nearest example of such a thing: "kết hôn" of "kết hôn với người máy". */
const LIKE_EXAMPLE = 0.6;
const SURELY_LIKE = 0.9;
const SURELY_NOT = 0.85;

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
  if (denials.has(tone.status) && (tone.intent * tone.sure < DENIED || isOurs(matched, tone)))
    return undefined;
  if (isOurCountry(matched, tone)) return undefined;
  if (matched.confidence >= CLEAR && sum < HARDLY) return undefined;
  const why = `sounds like ${tone.status}: ${tone.intent.toFixed(2)} × ${tone.sure.toFixed(2)}, ${sum.toFixed(2)}`;
  const status = grave.has(tone.status) && tone.sure < SURE ? "unanswerable.no-match" : tone.status;
  return { status, why, sharp: false };
}

/** "Where can I renew my driving licence" sounds foreign, like much that is English, and names no other country. */
function isOurCountry({ candidates, features }: Matched, { status, intent, sure }: Tone): boolean {
  if (status !== "refused.other-country" || candidates.length === 0) return false;
  return intent * sure < ABROAD || !features.names.includes("#foreign");
}

/** The words are those of a matter for a counter, and nothing in them is not. */
function isOurs(matched: Matched, { intent }: Tone): boolean {
  const { complete = 0 } = matched.example ?? {};
  if (complete >= SURELY_LIKE) return false;
  const [best] = matched.candidates;
  const isCalled = best !== undefined && Math.max(best.fit.complete, best.fit.nameComplete) >= CALLED;
  return (
    (best?.union ?? 0) >= (isCalled ? MOSTLY_EXPLAINED : EXPLAINED) ||
    (intent < SURELY_NOT && complete < LIKE_EXAMPLE)
  );
}

/** Above 0 the message is more likely something other than a matter for a counter; `npm run train` sets it so that few matters are mistaken. */
function intentScore(matched: Matched, tone: Tone): number {
  return statusValues(matched, tone).reduce((sum, value, at) => sum + value * (weights.status[at] ?? 0), 0);
}

/** What speaks for and against, in the order of the weights: 1, log odds of the tone, the nearest example, the best matter and how sure it is. */
export function statusValues(matched: Matched, { intent }: Tone): number[] {
  const {
    confidence,
    example: { complete = 0, explains = 0 } = {},
    candidates: [best],
  } = matched;
  return [
    1,
    Math.log((intent + 1e-3) / (1 - intent + 1e-3)),
    explains,
    similarity(complete, explains),
    best?.union ?? 0,
    Math.max(best?.fit.phrase ?? 0, best?.fit.name ?? 0),
    best?.fit.complete ?? 0,
    // A broad word that leads is as clear a matter as one procedure.
    best && best.entry.target.kind !== "procedure" ? Math.max(confidence, best.share) : confidence,
  ];
}
