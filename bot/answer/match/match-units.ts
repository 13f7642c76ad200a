import type { MatchIndex } from "./build-index.ts";
import type { Feature } from "./features.ts";

/** A perfect phrase inside a long story must still win: how much of the phrase is there counts more than how much of the question it explains. */
const COMPLETE_POWER = 0.8;
const EXPLAINS_POWER = 0.5;
/** A filler ("cho", "làm", "giấy tờ") says little about what is meant. */
const FILLER_WEIGHT = 0.15;
/** Rarity given to a word that no text has: about that of a word seen once in a thousand texts. */
const UNKNOWN_RARITY = 6;
/** How fast repeated mentions in an entry's texts add up. */
const LIKELIHOOD_SCALE = 0.3;

/** Reusable arrays for one index, so that a question allocates nothing large. All zero between questions. */
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

/** How well an entry's texts fit a run of words. All numbers 0–1 but `likelihood`, which may pass 1. */
export interface EntryFit {
  readonly entry: number;
  /** Best three phrases, best name, best purpose, papers. */
  readonly scores: Float64Array;
  /** Share of the words' weight that any of the entry's texts has. */
  union: number;
  likelihood: number;
  /** Of the best phrase: share of it that is in the question, and share of the question that it explains. */
  complete: number;
  explains: number;
  nameComplete: number;
  bestUnit: number;
}

export interface WeighedFeature {
  readonly name: string;
  readonly weight: number;
  readonly rarity: number;
}

/** Features with their rarity; fillers count little, unknown words count as unexplained. */
export function weighFeatures(index: MatchIndex, features: readonly Feature[]): WeighedFeature[] {
  return features.map(({ name, weight }) => ({
    name,
    weight: index.fillers.has(name) ? weight * FILLER_WEIGHT : weight,
    rarity: index.postings.get(name)?.rarity ?? (/^[a-z]{2,}$/.test(name) ? UNKNOWN_RARITY : 0),
  }));
}

/**
 * Fits every entry that shares a feature with the words.
 * `leaveOut` is a unit to act as if it were not there (training on an entry's own phrase).
 */
export function matchUnits(
  index: MatchIndex,
  features: readonly WeighedFeature[],
  work: Workspace,
  leaveOut = -1,
): EntryFit[] {
  const units: number[] = [];
  const total = features.reduce((sum, { weight, rarity }) => sum + weight * rarity, 1e-6);
  for (const feature of features) spread(index, feature, work, leaveOut, units);
  return collect(index, work, units, total);
}

/** Adds one feature's weight to all units that have it, and to their entries once. */
function spread(index: MatchIndex, feature: WeighedFeature, work: Workspace, leaveOut: number, touched: number[]): void {
  const posting = index.postings.get(feature.name);
  if (!posting) return;
  const { units, weights } = posting;
  const { unitMatched, entryUnion, entryLikelihood } = work;
  const { weight, rarity } = feature;
  const scale = (LIKELIHOOD_SCALE * index.unitEntry.length) / units.length;
  let at = 0;
  while (at < units.length) {
    const entry = index.unitEntry[units[at] as number] as number;
    let mentions = 0;
    for (; at < units.length; at += 1) {
      const unit = units[at] as number;
      if (index.unitEntry[unit] !== entry) break;
      if (unit === leaveOut) continue;
      mentions += 1;
      const before = unitMatched[unit] as number;
      if (before === 0) touched.push(unit);
      unitMatched[unit] = before + rarity * Math.min(weight, weights[at] as number);
    }
    if (mentions === 0) continue;
    entryUnion[entry] = (entryUnion[entry] as number) + rarity * weight;
    const density = mentions / ((index.entrySize[entry] as number) + 3);
    entryLikelihood[entry] = (entryLikelihood[entry] as number) + weight * Math.log(1 + density * scale);
  }
}

/** Turns the sums into fits and leaves the workspace clean. */
function collect(index: MatchIndex, work: Workspace, units: readonly number[], total: number): EntryFit[] {
  const fits = new Map<number, EntryFit>();
  for (const unit of units) {
    const matched = work.unitMatched[unit] as number;
    work.unitMatched[unit] = 0;
    const entry = index.unitEntry[unit] as number;
    let fit = fits.get(entry);
    if (!fit) {
      fit = startFit(entry, unit, (work.entryUnion[entry] as number) / total, (work.entryLikelihood[entry] as number) / total);
      fits.set(entry, fit);
      work.entryUnion[entry] = work.entryLikelihood[entry] = 0;
    }
    note(fit, index.unitKind[unit] as number, unit, matched / (index.unitTotal[unit] as number), Math.min(1, matched / total));
  }
  return [...fits.values()];
}

function startFit(entry: number, bestUnit: number, union: number, likelihood: number): EntryFit {
  const scores = new Float64Array(6);
  return { entry, scores, union, likelihood, complete: 0, explains: 0, nameComplete: 0, bestUnit };
}

/** Kinds as in `unitKinds`: 0 phrase, 1 name, 2 purpose, 3 documents. */
function note(fit: EntryFit, kind: number, unit: number, complete: number, explains: number): void {
  const { scores } = fit;
  const score = complete ** COMPLETE_POWER * explains ** EXPLAINS_POWER;
  if (kind !== 0) {
    if (kind === 1) fit.nameComplete = Math.max(fit.nameComplete, complete);
    scores[kind + 2] = Math.max(scores[kind + 2] as number, score);
  } else if (score > (scores[0] as number)) {
    scores.copyWithin(1, 0, 2);
    scores[0] = score;
    fit.bestUnit = unit;
    fit.complete = complete;
    fit.explains = explains;
  } else if (score > (scores[1] as number)) {
    scores[2] = scores[1] as number;
    scores[1] = score;
  } else if (score > (scores[2] as number)) scores[2] = score;
}
