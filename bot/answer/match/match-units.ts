import type { MatchIndex } from "./build-index.ts";
import { type QueryFeatures, unitTotalOf } from "./query-features.ts";

/** How fast repeated mentions in an entry's texts add up. */
const LIKELIHOOD_SCALE = 0.3;

/**
 * How well a text fits a question, 0–1. `complete`: share of the text that is in the question; `explains`: the
 * reverse. A perfect phrase inside a long story must still win, so `complete` counts more: its power is 3/4, that
 * of `explains` 1/2, both by roots because this runs for every text looked at.
 */
export function similarity(complete: number, explains: number): number {
  const root = Math.sqrt(complete);
  return root * Math.sqrt(root * Math.min(1, explains));
}

/** A common feature finds nothing by itself once this many entries are found; what it weighs still counts. */
const ENOUGH = 200;

/** Reusable arrays for one index, so that a question allocates nothing large. All zero between questions. */
export interface Workspace {
  readonly unitMatched: Float64Array;
  readonly entryUnion: Float64Array;
  readonly entryLikelihood: Float64Array;
  readonly entryBest: Float64Array;
  /** By feature: its weight in the question at hand. */
  readonly featureWeight: Float32Array;
  readonly featureBits: Int32Array;
  /** By feature: its position in the question at hand, only valid where the weight is not 0. */
  readonly featureSlot: Uint16Array;
}

export function createWorkspace(index: MatchIndex): Workspace {
  const entries = index.entries.length;
  return {
    unitMatched: new Float64Array(index.unitEntry.length),
    entryUnion: new Float64Array(entries),
    entryLikelihood: new Float64Array(entries),
    entryBest: new Float64Array(entries),
    featureWeight: new Float32Array(index.rarity.length),
    featureBits: new Int32Array(index.rarity.length),
    featureSlot: new Uint16Array(index.rarity.length),
  };
}

/** An entry that shares something with the question. `union`: share of the question that any of its texts has. */
export interface Found {
  readonly entry: number;
  readonly union: number;
  readonly likelihood: number;
  /** Best similarity of any of its texts. */
  readonly best: number;
}

export interface FirstLook {
  /** Matters that fit best, worst of these first. */
  readonly matters: readonly Found[];
  /** Entries of the other intents' examples that fit best. */
  readonly examples: readonly number[];
}

/** Examples of other intents that get the close look. */
const EXAMPLES = 8;

/**
 * Finds the `most` matters that fit best at a first look; `bonus` is added to an entry's own fit.
 * `leaveOut` is a unit to act as if it were not there (training on an entry's own phrase).
 */
export function findEntries(
  index: MatchIndex,
  query: QueryFeatures,
  work: Workspace,
  most: number,
  bonus: (entry: number) => number,
  leaveOut: number,
): FirstLook {
  const touched: Touched = { units: [], entries: [] };
  for (const at of heaviestFirst(index, query))
    spread(index, query.ids[at] as number, query.weights[at] as number, work, leaveOut, touched);
  noteBest(index, query, work, touched);
  const matters = highest(
    touched.entries.filter((entry) => entry < index.matters),
    (entry) =>
      (work.entryBest[entry] as number) + (work.entryUnion[entry] as number) / query.total + bonus(entry),
    most,
  ).map((entry) => ({
    entry,
    union: (work.entryUnion[entry] as number) / query.total,
    likelihood: (work.entryLikelihood[entry] as number) / query.total,
    best: work.entryBest[entry] as number,
  }));
  const examples = highest(
    touched.entries.filter((entry) => entry >= index.matters),
    (entry) => work.entryBest[entry] as number,
    EXAMPLES,
  );
  for (const unit of touched.units) work.unitMatched[unit] = 0;
  for (const entry of touched.entries)
    work.entryUnion[entry] = work.entryLikelihood[entry] = work.entryBest[entry] = 0;
  return { matters, examples };
}

/** What a question has anything in common with. */
interface Touched {
  readonly units: number[];
  readonly entries: number[];
}

/** Notes in `entryBest` how well the best text of each entry fits. */
function noteBest(index: MatchIndex, query: QueryFeatures, work: Workspace, { units }: Touched): void {
  const totals = unitTotalOf(index, query);
  for (const unit of units) {
    const matched = work.unitMatched[unit] as number;
    const entry = index.unitEntry[unit] as number;
    // The geometric mean stands in for `similarity` here: thousands of texts are looked at.
    const score =
      (matched / Math.sqrt((totals[unit] as number) * query.total)) * kindWorth(index.unitKind[unit] as number);
    if (score > (work.entryBest[entry] as number)) work.entryBest[entry] = score;
  }
}

/** Positions of the features, those that say most first: what they find, the common ones only weigh. */
function heaviestFirst({ rarity }: MatchIndex, { ids, weights }: QueryFeatures): number[] {
  const worth = ids.map((id, at) => (rarity[id] as number) * (weights[at] as number));
  return [...ids.keys()].sort((a, b) => (worth[b] as number) - (worth[a] as number));
}

/** The `most` of them that score highest, lowest of these first. Thousands go in, so nothing is sorted whole. */
function highest(entries: readonly number[], scoreOf: (entry: number) => number, most: number): number[] {
  const kept: number[] = [];
  const scores: number[] = [];
  for (const entry of entries) {
    const score = scoreOf(entry);
    if (kept.length === most && score <= (scores[0] as number)) continue;
    let at = kept.length === most ? 0 : kept.length;
    if (kept.length === most) {
      for (; at + 1 < most && (scores[at + 1] as number) < score; at += 1) move(kept, scores, at + 1, at);
    } else {
      for (; at > 0 && (scores[at - 1] as number) > score; at -= 1) move(kept, scores, at - 1, at);
    }
    kept[at] = entry;
    scores[at] = score;
  }
  return kept;
}

function move(kept: number[], scores: number[], from: number, to: number): void {
  kept[to] = kept[from] as number;
  scores[to] = scores[from] as number;
}

/** At a first look a name is worth nearly a phrase, a purpose half. */
function kindWorth(kind: number): number {
  return kind === 0 ? 1 : kind === 1 ? 0.9 : 0.5;
}

/** Adds one feature's weight to all units that have it, and to their entries once. */
function spread(
  index: MatchIndex,
  id: number,
  weight: number,
  work: Workspace,
  leaveOut: number,
  touched: Touched,
): void {
  const { starts, values } = index.unitsOf;
  const from = starts[id] as number;
  const end = starts[id + 1] as number;
  const steps = index.stepsOf.get(id);
  if (steps && touched.entries.length >= ENOUGH) {
    for (const entry of touched.entries) {
      const [first, last] = [steps[entry] as number, steps[entry + 1] as number];
      if (first < last) mention(index, id, weight, work, leaveOut, touched, entry, from + first, from + last);
    }
    return;
  }
  for (let at = from; at < end; ) {
    const entry = index.unitEntry[values[at] as number] as number;
    const first = at;
    const last = index.firstUnit[entry + 1] as number;
    while (at < end && (values[at] as number) < last) at += 1;
    mention(index, id, weight, work, leaveOut, touched, entry, first, at);
  }
}

/** One feature in one entry: its postings from `first` up to, not including, `last`. */
function mention(
  index: MatchIndex,
  id: number,
  weight: number,
  work: Workspace,
  leaveOut: number,
  { units, entries }: Touched,
  entry: number,
  first: number,
  last: number,
): void {
  const { starts, values, weights } = index.unitsOf;
  const rarity = index.rarity[id] as number;
  let mentions = 0;
  for (let at = first; at < last; at += 1) {
    const unit = values[at] as number;
    if (unit === leaveOut) continue;
    mentions += 1;
    const before = work.unitMatched[unit] as number;
    if (before === 0) units.push(unit);
    work.unitMatched[unit] = before + rarity * Math.min(weight, weights[at] as number);
  }
  if (mentions === 0) return;
  if (work.entryUnion[entry] === 0) entries.push(entry);
  work.entryUnion[entry] = (work.entryUnion[entry] as number) + rarity * weight;
  const size = (index.firstUnit[entry + 1] as number) - (index.firstUnit[entry] as number);
  const having = (starts[id + 1] as number) - (starts[id] as number);
  const scale = (LIKELIHOOD_SCALE * index.unitEntry.length) / having;
  work.entryLikelihood[entry] =
    (work.entryLikelihood[entry] as number) + weight * Math.log(1 + (scale * mentions) / (size + 3));
}
