import type { Word } from "../../text/index.ts";
import type { MatchIndex } from "./build-index.ts";
import { featuresOf } from "./features.ts";
import { type EntryFit, matchUnits, type WeighedFeature, type Workspace, weighFeatures } from "./match-units.ts";
import { segmentsOf } from "./segments.ts";

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
  "documents",
  "union",
  "likelihood",
  "phrase-complete",
  "phrase-explains",
  "name-complete",
  "segment",
  "segment-name",
  "contrast",
  "contrast-phrase",
  "commune",
  "not-local",
  "guided",
  "intent",
  "off-topic",
  "topic",
] as const;
export type Evidence = readonly number[];

/** How many entries get the full look; the right one is among them in nearly all cases. */
const CANDIDATES = 40;

export interface EvidenceOf {
  readonly entry: number;
  readonly evidence: Evidence;
  /** Text unit that fitted best. */
  readonly bestUnit: number;
}

/** A message as the matcher reads it. `breaks` are word positions where a clause begins. */
export interface Query {
  readonly words: readonly Word[];
  readonly breaks: readonly number[];
}

/** Gathers the evidence for the best candidates. `leaveOut`: see `matchUnits`. */
export function gatherEvidence(index: MatchIndex, query: Query, work: Workspace, leaveOut = -1): EvidenceOf[] {
  const features = weighFeatures(index, featuresOf(query.words, index.concepts));
  const fits = matchUnits(index, features, work, leaveOut);
  const segments = bestOfSegments(index, query, work, leaveOut);
  const quick = (fit: EntryFit) => {
    const segment = segments.get(fit.entry);
    const [phrase = 0, , , name = 0, purpose = 0] = fit.scores;
    return Math.max(phrase, 0.9 * name, 0.5 * purpose) + 0.7 * fit.union + 0.5 * Math.max(segment?.phrase ?? 0, segment?.name ?? 0);
  };
  const chosen = fits
    .map((fit) => ({ fit, score: quick(fit) }))
    .sort((a, b) => b.score - a.score || a.fit.entry - b.fit.entry)
    .slice(0, CANDIDATES)
    .map(({ fit }) => fit);
  const contrast = contrastOf(index, features, chosen, leaveOut);
  return chosen.map((fit, at) => {
    const segment = segments.get(fit.entry);
    const evidence = [
      ...fit.scores,
      fit.union,
      fit.likelihood,
      fit.complete,
      fit.explains,
      fit.nameComplete,
      Math.max(segment?.phrase ?? 0, fit.scores[0] ?? 0),
      Math.max(segment?.name ?? 0, fit.scores[3] ?? 0),
      contrast[at]?.any ?? 0,
      contrast[at]?.dense ?? 0,
      ...(index.priors[fit.entry] ?? []),
    ];
    return { entry: fit.entry, evidence, bestUnit: fit.bestUnit };
  });
}

function bestOfSegments(
  index: MatchIndex,
  { words, breaks }: Query,
  work: Workspace,
  leaveOut: number,
): Map<number, { phrase: number; name: number }> {
  const best = new Map<number, { phrase: number; name: number }>();
  for (const segment of segmentsOf(words, breaks)) {
    const features = weighFeatures(index, featuresOf(segment, index.concepts));
    for (const { entry, scores } of matchUnits(index, features, work, leaveOut)) {
      const [phrase = 0, , , name = 0] = scores;
      const before = best.get(entry);
      if (!before) best.set(entry, { phrase, name });
      else {
        before.phrase = Math.max(before.phrase, phrase);
        before.name = Math.max(before.name, name);
      }
    }
  }
  return best;
}

/**
 * Siblings share most of their words; what tells them apart is what few of the candidates have.
 * `any`: share of such weight that an entry has somewhere; `dense`: the same, by how many of its texts have it.
 */
function contrastOf(
  index: MatchIndex,
  features: readonly WeighedFeature[],
  chosen: readonly EntryFit[],
  leaveOut: number,
): { any: number; dense: number }[] {
  const slots = new Map(chosen.map(({ entry }, at) => [entry, at]));
  const sums = chosen.map(() => ({ any: 0, dense: 0 }));
  let total = 1e-6;
  for (const { name, weight } of features) {
    const posting = index.postings.get(name);
    if (!posting) continue;
    const counts = new Map<number, number>();
    for (const unit of posting.units) {
      const slot = slots.get(index.unitEntry[unit] as number);
      if (slot !== undefined && unit !== leaveOut) counts.set(slot, (counts.get(slot) ?? 0) + 1);
    }
    if (counts.size === 0) continue;
    const value = weight * Math.log(chosen.length / counts.size);
    total += value;
    for (const [slot, count] of counts) {
      const sum = sums[slot];
      const size = index.entrySize[chosen[slot]?.entry ?? 0] ?? 1;
      if (!sum) continue;
      sum.any += value;
      sum.dense += value * Math.min(1, (4 * count) / (size + 3));
    }
  }
  return sums.map(({ any, dense }) => ({ any: any / total, dense: dense / total }));
}
