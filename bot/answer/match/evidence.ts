import type { MatchIndex } from "./build-index.ts";
import { contrastOf } from "./contrast.ts";
import { clearFeatures, fitEntry, likelihoodOf, mentionsOf, setFeatures } from "./entry-fit.ts";
import { clearUnits, findEntries, type Workspace } from "./match-units.ts";
import { type Query, type QueryFeatures, readQuery } from "./query-features.ts";
import type { Semantics } from "./semantics.ts";

/**
 * What speaks for one entry, as numbers between 0 and about 1, always in this order.
 * The ranker is a weighted sum of them; `npm run train` finds the weights.
 */
export const evidenceNames = [
  "phrase",
  "phrase-2nd",
  "phrase-3rd",
  "name",
  "purpose",
  "union",
  "likelihood",
  "phrase-complete",
  "phrase-explains",
  "name-complete",
  "exact",
  "segment",
  "segment-name",
  "contrast",
  "contrast-dense",
  "focus",
  "semantic",
  "aspect",
  "commune",
  "not-local",
  "for-citizens",
  "core",
  "topic",
] as const;
export type EvidenceName = (typeof evidenceNames)[number];

/** The example of another intent that is nearest to a message, and how it fits; 0–1. */
export interface NearestExample {
  readonly entry: number;
  readonly complete: number;
  readonly explains: number;
}

export interface Evidence {
  /** The question as it was looked up. */
  readonly features: QueryFeatures;
  readonly matters: readonly EvidenceOf[];
  readonly example?: NearestExample;
}

export interface EvidenceOf {
  readonly entry: number;
  /** One number for each of `evidenceNames`. */
  readonly evidence: readonly number[];
  /** Text unit that fitted best. */
  readonly bestUnit: number;
}

/** Entries that get the close look; the right one is nearly always among them. */
const LOOKED_AT = 40;
/** What nearness in the learned model counts at a first look, beside similarity and union (each at most 1). */
const NEAR_WORTH = 0.5;
/** What the dullest part of a story still counts, beside its most telling part. */
const BACKGROUND = 0.3;

/** Gathers the evidence for the `most` best candidates. `leaveOut`: see `findEntries`. */
export function gatherEvidence(
  index: MatchIndex,
  semantics: Semantics,
  query: Query,
  work: Workspace,
  leaveOut = -1,
  most = LOOKED_AT,
): Evidence {
  const features = readQuery(index, query);
  const first = findEntries(
    index,
    features,
    work,
    most,
    (matters) => semantics.near(features, matters).map((near) => NEAR_WORTH * near),
    leaveOut,
  );
  setFeatures(features, work);
  const looked = first.matters.map((one) => ({ ...one, fit: fitEntry(index, features, work, one.entry) }));
  const example = nearestExample(index, features, work, first.examples);
  clearFeatures(features, work);
  clearUnits(first, work);
  const entries = looked.map(({ entry }) => entry);
  const mentions = mentionsOf(first, features, entries);
  const near = semantics.near(features, entries);
  const attention = attentionOf(
    features,
    looked.map(({ fit }) => fit.segmentBest),
  );
  const focused = attention.every((one) => one === 1) ? near : semantics.near(features, entries, attention);
  const contrasts = contrastOf(
    index,
    features,
    attention,
    entries.map((entry, at) => ({ entry, mentions: mentions[at] as Uint16Array })),
  );
  const matters = looked.map(({ entry, union, fit }, at) => ({
    entry,
    bestUnit: fit.bestUnit,
    evidence: [
      ...fit.scores,
      union,
      likelihoodOf(index, features, entry, mentions[at] as Uint16Array),
      fit.complete,
      fit.explains,
      fit.nameComplete,
      fit.exact,
      Math.max(fit.segmentPhrase, fit.scores[0] ?? 0),
      Math.max(fit.segmentName, fit.scores[3] ?? 0),
      contrasts[at]?.any ?? 0,
      contrasts[at]?.dense ?? 0,
      contrasts[at]?.focus ?? 0,
      Math.max(near[at] ?? -1, focused[at] ?? -1),
      shareOf(features.aspects, index.aspects[entry] ?? 0),
      ...(index.priors[entry] ?? []),
    ],
  }));
  return { features, matters, ...(example && { example }) };
}

/** Share of what the question says to tell siblings apart that an entry's names have too. */
function shareOf(asked: number, named: number): number {
  return asked === 0 ? 0 : bitsIn(asked & named) / bitsIn(asked);
}

function bitsIn(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

function nearestExample(
  index: MatchIndex,
  features: QueryFeatures,
  work: Workspace,
  entries: readonly number[],
): NearestExample | undefined {
  const [best] = entries
    .map((entry) => ({ entry, fit: fitEntry(index, features, work, entry) }))
    .sort((a, b) => (b.fit.scores[0] ?? 0) - (a.fit.scores[0] ?? 0) || a.entry - b.entry);
  return best && { entry: best.entry, complete: best.fit.complete, explains: best.fit.explains };
}

/**
 * How much each feature is worth listening to, 0–1: in a long story the stretches that look like some
 * procedure speak, the rest is background. All 1 for a short message.
 */
function attentionOf(
  { ids, segmentBits, segmentTotals }: QueryFeatures,
  bests: readonly (readonly number[])[],
): number[] {
  if (segmentTotals.length === 0) return ids.map(() => 1);
  const heights = segmentTotals.map((_, segment) => Math.max(0, ...bests.map((best) => best[segment] ?? 0)));
  const top = Math.max(1e-6, ...heights);
  return segmentBits.map((bits) => {
    const within = heights.filter((_, segment) => bits & (1 << segment));
    return (Math.max(BACKGROUND * top, ...within) / top) ** 2;
  });
}
