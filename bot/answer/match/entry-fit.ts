import type { MatchIndex } from "./build-index.ts";
import { type FirstLook, similarity, type Workspace } from "./match-units.ts";
import { type QueryFeatures, unitTotalOf } from "./query-features.ts";

/** A close look at one entry. All numbers 0–1. */
export interface EntryFit {
  /** Best three phrases, best name, best purpose. */
  readonly scores: number[];
  /** Of the best phrase: share of it that is in the question, and share of the question that it explains. */
  complete: number;
  explains: number;
  nameComplete: number;
  /** How nearly a phrase or a name and the question are the same. */
  exact: number;
  bestUnit: number;
  /** Best phrase and best name against any one segment of the question. */
  segmentPhrase: number;
  segmentName: number;
  /** By segment: best similarity of any phrase or name. */
  readonly segmentBest: number[];
}

/** How fast repeated mentions in an entry's texts add up. */
const LIKELIHOOD_SCALE = 0.3;

/** A text of which less is in the question says nothing in any one segment either. */
const HEARD = 0.2;
/** So that three quarters of a phrase are far from the whole. */
const EXACTNESS = 4;

/** Notes the question's features in the workspace; `clear` takes them out again. */
export function setFeatures({ ids, weights, segmentBits }: QueryFeatures, work: Workspace): void {
  ids.forEach((id, at) => {
    work.featureWeight[id] = weights[at] ?? 0;
    work.featureBits[id] = segmentBits[at] ?? 0;
  });
}

export function clearFeatures({ ids }: QueryFeatures, work: Workspace): void {
  for (const id of ids) work.featureWeight[id] = work.featureBits[id] = 0;
}

/** By entry, in their order: for each feature of the question, the number of the entry's texts that have it. */
export function mentionsOf(
  { mentions }: FirstLook,
  { ids }: QueryFeatures,
  entries: readonly number[],
): Uint16Array[] {
  const rows = new Map(entries.map((entry) => [entry, new Uint16Array(ids.length)]));
  for (let at = 0; at < mentions.length; at += 3) {
    const row = rows.get(mentions[at + 1] as number);
    if (row) row[mentions[at] as number] = mentions[at + 2] as number;
  }
  return [...rows.values()];
}

/**
 * Looks at every text of one entry, as a whole and segment by segment. `findEntries` and `setFeatures` come before:
 * texts that share nothing are passed over.
 */
export function fitEntry(index: MatchIndex, query: QueryFeatures, work: Workspace, entry: number): EntryFit {
  const first = index.firstUnit[entry] as number;
  const fit: EntryFit = {
    scores: [0, 0, 0, 0, 0],
    complete: 0,
    explains: 0,
    nameComplete: 0,
    exact: 0,
    bestUnit: first,
    segmentPhrase: 0,
    segmentName: 0,
    segmentBest: query.segmentTotals.map(() => 0),
  };
  const totals = unitTotalOf(index, query);
  const sums = new Float64Array(query.segmentTotals.length);
  for (let unit = first; unit < (index.firstUnit[entry + 1] as number); unit += 1) {
    const matched = work.unitMatched[unit] as number;
    if (matched === 0) continue;
    const total = totals[unit] as number;
    const kind = index.unitKind[unit] as number;
    note(fit, kind, unit, matched / total, Math.min(1, matched / query.total));
    if (sums.length === 0 || kind > 1 || matched < HEARD * total) continue;
    sumSegments(index, work, unit, sums);
    noteSegments(fit, kind, sums, query.segmentTotals, total);
    sums.fill(0);
  }
  return fit;
}

/** How much more of the question an entry's texts hold than a text by chance, repeated mentions counted. */
export function likelihoodOf(
  { firstUnit, unitsOf: { starts }, unitEntry }: MatchIndex,
  { ids, weights, total }: QueryFeatures,
  entry: number,
  mentions: Uint16Array,
): number {
  const size = (firstUnit[entry + 1] as number) - (firstUnit[entry] as number) + 3;
  let sum = 0;
  for (let at = 0; at < ids.length; at += 1) {
    const times = mentions[at] as number;
    if (times === 0) continue;
    const id = ids[at] as number;
    const having = (starts[id + 1] as number) - (starts[id] as number);
    const expected = (having * size) / (LIKELIHOOD_SCALE * unitEntry.length);
    sum += (weights[at] as number) * Math.log(1 + times / expected);
  }
  return sum / total;
}

/** Adds what a unit shares with each segment of the question to `sums`. */
function sumSegments(
  { featuresOf: { starts, values, weights }, rarity }: MatchIndex,
  { featureWeight, featureBits }: Workspace,
  unit: number,
  sums: Float64Array,
): void {
  const end = starts[unit + 1] as number;
  const all = (1 << sums.length) - 1;
  for (let at = starts[unit] as number; at < end; at += 1) {
    const id = values[at] as number;
    const weight = featureWeight[id] as number;
    if (weight === 0) continue;
    const value = (rarity[id] as number) * Math.min(weight, weights[at] as number);
    for (let bits = (featureBits[id] as number) & all; bits !== 0; bits &= bits - 1) {
      const segment = 31 - Math.clz32(bits & -bits);
      sums[segment] = (sums[segment] as number) + value;
    }
  }
}

function noteSegments(
  fit: EntryFit,
  kind: number,
  sums: Float64Array,
  totals: readonly number[],
  unitTotal: number,
): void {
  for (let segment = 0; segment < sums.length; segment += 1) {
    const matched = sums[segment] as number;
    if (matched === 0) continue;
    const score = similarity(matched / unitTotal, matched / (totals[segment] as number));
    fit.segmentBest[segment] = Math.max(fit.segmentBest[segment] as number, score);
    if (kind === 0) fit.segmentPhrase = Math.max(fit.segmentPhrase, score);
    else fit.segmentName = Math.max(fit.segmentName, score);
  }
}

/** Kinds as in `unitKinds`: 0 phrase, 1 name, 2 purpose. */
function note(fit: EntryFit, kind: number, unit: number, complete: number, explains: number): void {
  const { scores } = fit;
  const score = similarity(complete, explains);
  if (kind <= 1) fit.exact = Math.max(fit.exact, (complete * explains) ** EXACTNESS);
  if (kind !== 0) {
    if (kind === 1) fit.nameComplete = Math.max(fit.nameComplete, complete);
    scores[kind + 2] = Math.max(scores[kind + 2] as number, score);
    return;
  }
  const [first = 0, second = 0, third = 0] = scores;
  if (score <= third) return;
  if (score > first) {
    fit.bestUnit = unit;
    fit.complete = complete;
    fit.explains = explains;
  }
  scores[0] = Math.max(first, score);
  scores[1] = score > first ? first : Math.max(second, score);
  scores[2] = score > second ? second : score;
}
