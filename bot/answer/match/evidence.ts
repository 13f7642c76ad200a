import type { MatchIndex } from "./build-index.ts";
import { contrastOf } from "./contrast.ts";
import { clearFeatures, fitEntry, setFeatures } from "./entry-fit.ts";
import { findEntries, type Workspace } from "./match-units.ts";
import { type Query, readQuery } from "./query-features.ts";

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
  "contrast-dense",
  "commune",
  "not-local",
  "guided",
  "intent",
  "off-topic",
  "topic",
] as const;
export type EvidenceName = (typeof evidenceNames)[number];

export interface EvidenceOf {
  readonly entry: number;
  /** One number for each of `evidenceNames`. */
  readonly evidence: readonly number[];
  /** Text unit that fitted best. */
  readonly bestUnit: number;
}

/** Entries that get the close look, and those of them that are ranked; the right one is nearly always among them. */
const LOOKED_AT = 100;
const RANKED = 32;

/** Gathers the evidence for the best candidates. `leaveOut`: see `findEntries`. */
export function gatherEvidence(index: MatchIndex, query: Query, work: Workspace, leaveOut = -1): EvidenceOf[] {
  const features = readQuery(index, query);
  const found = findEntries(index, features, work, LOOKED_AT, leaveOut);
  setFeatures(features, work);
  const looked = found
    .map((one) => ({ ...one, fit: fitEntry(index, features, work, one.entry, leaveOut) }))
    .map((one) => ({ ...one, quick: one.best + one.union + 0.7 * Math.max(one.fit.segmentPhrase, one.fit.segmentName) }))
    .sort((a, b) => b.quick - a.quick || a.entry - b.entry)
    .slice(0, RANKED);
  const contrasts = contrastOf(index, features, work, looked.map(({ entry }) => entry), leaveOut);
  clearFeatures(features, work);
  return looked.map(({ entry, union, likelihood, fit }, at) => ({
    entry,
    bestUnit: fit.bestUnit,
    evidence: [
      ...fit.scores,
      union,
      likelihood,
      fit.complete,
      fit.explains,
      fit.nameComplete,
      Math.max(fit.segmentPhrase, fit.scores[0] ?? 0),
      Math.max(fit.segmentName, fit.scores[3] ?? 0),
      contrasts[at]?.any ?? 0,
      contrasts[at]?.dense ?? 0,
      ...(index.priors[entry] ?? []),
    ],
  }));
}
