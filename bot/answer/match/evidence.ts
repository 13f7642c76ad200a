import type { MatchIndex } from "./build-index.ts";
import { clearFeatures, type EntryFit, fitEntry, setFeatures } from "./entry-fit.ts";
import { contrastsOf, findEntries, type Workspace } from "./first-look.ts";
import { type Query, type QueryFeatures, readQuery } from "./query-features.ts";
import type { Semantics } from "./semantics.ts";

/**
 * What speaks for one entry, always in this order. The first five are log odds that add up with every word, so a long
 * message makes more certain; the others lie between -1 and 1. The ranker is a weighted sum of them; `npm run train`
 * finds the weights.
 */
export const evidenceNames = [
  "words",
  "pairs",
  "concepts",
  "marks",
  "contrast",
  "union",
  "phrase",
  "name",
  "phrase-complete",
  "name-complete",
  "exact",
  "semantic",
  "aspect",
  "commune",
  "not-local",
  "for-citizens",
  "core",
  "broad",
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
  /** Share of the question that any of its texts has, 0–1. */
  readonly union: number;
  readonly fit: EntryFit;
}

/** Sums of weighted rarity are divided by this, so that they are about as large as the other evidence. */
const SUMMED = 10;
const CONTRASTED = 4;

/** Gathers the evidence for the matters that fit best. */
export function gatherEvidence(
  index: MatchIndex,
  semantics: Semantics,
  query: Query,
  work: Workspace,
): Evidence {
  const features = readQuery(index, query);
  const first = findEntries(index, features, work, (entries) => semantics.near(features, entries));
  const entries = first.matters.map(({ entry }) => entry);
  const contrasts = contrastsOf(index, features, work, entries);
  setFeatures(features, work);
  const matters = first.matters.map(({ entry, sums, union, near }, at): EvidenceOf => {
    const fit = fitEntry(index, features, work, entry);
    const kind = index.entries[entry]?.target.kind;
    return {
      entry,
      union,
      fit,
      evidence: [
        ...sums.map((sum) => sum / SUMMED),
        (contrasts[at] as number) / CONTRASTED,
        union,
        fit.phrase,
        fit.name,
        fit.complete,
        fit.nameComplete,
        fit.exact,
        near,
        shareOf(features.aspects, index.aspects[entry] as number),
        ...(index.priors[entry] ?? []),
        // A topic or life event has few texts; the nearer it was said, the likelier it is meant for itself.
        kind === "procedure" ? 0 : fit.phrase,
      ],
    };
  });
  const example = nearestExample(index, features, work, first.examples);
  clearFeatures(features, work);
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
    .sort((a, b) => b.fit.phrase - a.fit.phrase || a.entry - b.entry);
  return best && { entry: best.entry, complete: best.fit.complete, explains: best.fit.explains };
}
