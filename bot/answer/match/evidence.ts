import type { MatchIndex } from "./build-index.ts";
import type { Feature } from "./features.ts";

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
  "commune",
  "not-local",
  "guided",
  "intent",
  "off-topic",
  "topic",
] as const;
export type Evidence = Float64Array;

/** A perfect phrase inside a long story must still win: how much of the phrase is there counts more than how much of the question it explains. */
const COMPLETE_POWER = 0.8;
const EXPLAINS_POWER = 0.5;
/** A filler ("cho", "làm", "giấy tờ") says little about what is meant. */
const FILLER_WEIGHT = 0.15;
/** Rarity given to a word that no text has: about that of a word seen once in a thousand texts. */
const UNKNOWN_RARITY = 6;
/** How many entries get the full look; the right one is among the first thirty in 99 of 100 cases. */
const CANDIDATES = 40;
/** How fast repeated mentions in an entry's texts add up. */
const LIKELIHOOD_SCALE = 0.3;

export interface EvidenceOf {
  readonly entry: number;
  readonly evidence: Evidence;
  /** Text unit that fitted best. */
  readonly bestUnit: number;
}

/** Reusable arrays for one index, so that a question allocates nothing large. */
export interface Workspace {
  readonly unitMatched: Float64Array;
  readonly entryUnion: Float64Array;
  readonly entryLikelihood: Float64Array;
}

export function createWorkspace(index: MatchIndex): Workspace {
  return {
    unitMatched: new Float64Array(index.unitEntry.length),
    entryUnion: new Float64Array(index.entries.length),
    entryLikelihood: new Float64Array(index.entries.length),
  };
}

interface Touched {
  readonly units: number[];
  readonly entries: number[];
  readonly total: number;
}

/**
 * Gathers the evidence for the best candidates of a question's features.
 * `leaveOut` is a unit to act as if it were not there (training on an entry's own phrase).
 */
export function gatherEvidence(
  index: MatchIndex,
  features: readonly Feature[],
  work: Workspace,
  leaveOut = -1,
): EvidenceOf[] {
  const touched = accumulate(index, features, work, leaveOut);
  const best = bestUnits(index, work, touched);
  const preliminary = touched.entries.map((entry) => ({
    entry,
    score: (best.get(entry)?.quick ?? 0) + 0.7 * ((work.entryUnion[entry] ?? 0) / touched.total),
  }));
  preliminary.sort((a, b) => b.score - a.score || a.entry - b.entry);
  const result = preliminary
    .slice(0, CANDIDATES)
    .flatMap(({ entry }) => {
      const units = best.get(entry);
      return units ? [evidenceFor(index, work, entry, units, touched.total)] : [];
    });
  for (const unit of touched.units) work.unitMatched[unit] = 0;
  for (const entry of touched.entries) work.entryUnion[entry] = work.entryLikelihood[entry] = 0;
  return result;
}

function accumulate(index: MatchIndex, features: readonly Feature[], work: Workspace, leaveOut: number): Touched {
  const units: number[] = [];
  const entries: number[] = [];
  let total = 1e-6;
  for (const { name, weight: own } of features) {
    const posting = index.postings.get(name);
    const filler = index.fillers.has(name);
    const weight = filler ? own * FILLER_WEIGHT : own;
    const rarity = posting?.rarity ?? (/^[a-z]{2,}$/.test(name) ? UNKNOWN_RARITY : 0);
    total += rarity * weight;
    if (!posting) continue;
    const share = posting.units.length / index.unitEntry.length;
    let at = 0;
    while (at < posting.units.length) {
      const entry = index.unitEntry[posting.units[at] ?? 0] ?? 0;
      let mentions = 0;
      for (; at < posting.units.length; at += 1) {
        const unit = posting.units[at] ?? 0;
        if (index.unitEntry[unit] !== entry) break;
        if (unit === leaveOut) continue;
        mentions += 1;
        if (work.unitMatched[unit] === 0) units.push(unit);
        work.unitMatched[unit] = (work.unitMatched[unit] ?? 0) + rarity * Math.min(weight, posting.weights[at] ?? 0);
      }
      if (mentions === 0) continue;
      if (work.entryUnion[entry] === 0) entries.push(entry);
      work.entryUnion[entry] = (work.entryUnion[entry] ?? 0) + rarity * weight;
      const density = mentions / ((index.entrySize[entry] ?? 0) + 3);
      work.entryLikelihood[entry] =
        (work.entryLikelihood[entry] ?? 0) + weight * Math.log(1 + (LIKELIHOOD_SCALE * density) / share);
    }
  }
  return { units, entries, total };
}

interface BestUnits {
  /** Best three phrases, then best name, purpose and documents: similarity 0–1. */
  readonly scores: Float64Array;
  unit: number;
  complete: number;
  explains: number;
  nameComplete: number;
  quick: number;
}

function bestUnits(index: MatchIndex, work: Workspace, { units, total }: Touched): Map<number, BestUnits> {
  const best = new Map<number, BestUnits>();
  for (const unit of units) {
    const matched = work.unitMatched[unit] ?? 0;
    const complete = matched / (index.unitTotal[unit] ?? 1);
    const explains = Math.min(1, matched / total);
    const score = complete ** COMPLETE_POWER * explains ** EXPLAINS_POWER;
    const entry = index.unitEntry[unit] ?? 0;
    let of = best.get(entry);
    if (!of) {
      of = { scores: new Float64Array(6), unit, complete: 0, explains: 0, nameComplete: 0, quick: 0 };
      best.set(entry, of);
    }
    note(of, index.unitKind[unit] ?? 0, score, unit, complete, explains);
  }
  return best;
}

/** Kinds as in `unitKinds`: 0 phrase, 1 name, 2 purpose, 3 documents. */
function note(of: BestUnits, kind: number, score: number, unit: number, complete: number, explains: number): void {
  const { scores } = of;
  if (kind !== 0) {
    const slot = kind + 2;
    if (kind === 1) of.nameComplete = Math.max(of.nameComplete, complete);
    if (score > (scores[slot] ?? 0)) scores[slot] = score;
    of.quick = Math.max(of.quick, score * (kind === 1 ? 0.9 : 0.5));
    return;
  }
  of.quick = Math.max(of.quick, score);
  if (score > (scores[0] ?? 0)) {
    scores.copyWithin(1, 0, 2);
    scores[0] = score;
    of.unit = unit;
    of.complete = complete;
    of.explains = explains;
  } else if (score > (scores[1] ?? 0)) {
    scores[2] = scores[1] ?? 0;
    scores[1] = score;
  } else if (score > (scores[2] ?? 0)) scores[2] = score;
}

function evidenceFor(index: MatchIndex, work: Workspace, entry: number, of: BestUnits, total: number): EvidenceOf {
  const prior = index.priors[entry];
  const evidence = Float64Array.from([
    ...of.scores,
    (work.entryUnion[entry] ?? 0) / total,
    (work.entryLikelihood[entry] ?? 0) / total,
    of.complete,
    of.explains,
    of.nameComplete,
    ...(prior ?? []),
  ]);
  return { entry, evidence, bestUnit: of.unit };
}
