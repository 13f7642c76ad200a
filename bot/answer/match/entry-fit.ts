import type { MatchIndex } from "./build-index.ts";
import { similarity, type Workspace } from "./match-units.ts";
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
  /** By feature of the question: number of the entry's texts that have it. */
  readonly mentions: Uint16Array;
}

/** So that three quarters of a phrase are far from the whole. */
const EXACTNESS = 4;

/** Notes the question's features in the workspace; `clear` takes them out again. */
export function setFeatures({ ids, weights, segmentBits }: QueryFeatures, work: Workspace): void {
  ids.forEach((id, at) => {
    work.featureWeight[id] = weights[at] ?? 0;
    work.featureBits[id] = segmentBits[at] ?? 0;
    work.featureSlot[id] = at;
  });
}

export function clearFeatures({ ids }: QueryFeatures, work: Workspace): void {
  for (const id of ids) work.featureWeight[id] = work.featureBits[id] = 0;
}

/** Looks at every text of one entry, as a whole and segment by segment. `setFeatures` comes before. */
export function fitEntry(
  index: MatchIndex,
  query: QueryFeatures,
  work: Workspace,
  entry: number,
  leaveOut: number,
): EntryFit {
  const first = index.firstUnit[entry] as number;
  const fit = {
    scores: [0, 0, 0, 0, 0],
    complete: 0,
    explains: 0,
    nameComplete: 0,
    exact: 0,
    bestUnit: first,
    segmentPhrase: 0,
    segmentName: 0,
    segmentBest: query.segmentTotals.map(() => 0),
    mentions: new Uint16Array(query.ids.length),
  };
  const totals = unitTotalOf(index, query);
  const sums = new Float64Array(query.segmentTotals.length);
  for (let unit = first; unit < (index.firstUnit[entry + 1] as number); unit += 1) {
    if (unit === leaveOut) continue;
    const matched = matchUnit(index, work, unit, sums, fit.mentions);
    if (matched === 0) continue;
    const total = totals[unit] as number;
    const kind = index.unitKind[unit] as number;
    note(fit, kind, unit, matched / total, Math.min(1, matched / query.total));
    if (kind <= 1) noteSegments(fit, kind, sums, query.segmentTotals, total);
    sums.fill(0);
  }
  return fit;
}

/** Weighted rarity that a unit shares with the question; adds each segment's part to `sums` and counts mentions. */
function matchUnit(
  index: MatchIndex,
  work: Workspace,
  unit: number,
  sums: Float64Array,
  mentions: Uint16Array,
): number {
  const { starts, values, weights } = index.featuresOf;
  let matched = 0;
  for (let at = starts[unit] as number; at < (starts[unit + 1] as number); at += 1) {
    const id = values[at] as number;
    const weight = work.featureWeight[id] as number;
    if (weight === 0) continue;
    const slot = work.featureSlot[id] as number;
    mentions[slot] = (mentions[slot] as number) + 1;
    const value = (index.rarity[id] as number) * Math.min(weight, weights[at] as number);
    matched += value;
    for (
      let bits = work.featureBits[id] as number, segment = 0;
      bits !== 0 && segment < sums.length;
      segment += 1, bits >>>= 1
    ) {
      if (bits & 1) sums[segment] = (sums[segment] as number) + value;
    }
  }
  return matched;
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
  } else if (score > (scores[0] as number)) {
    scores.splice(0, 3, score, scores[0] as number, scores[1] as number);
    fit.bestUnit = unit;
    fit.complete = complete;
    fit.explains = explains;
  } else if (score > (scores[1] as number)) scores.splice(1, 2, score, scores[1] as number);
  else if (score > (scores[2] as number)) scores[2] = score;
}
