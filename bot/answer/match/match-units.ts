import type { MatchIndex } from "./build-index.ts";
import type { QueryFeatures } from "./query-features.ts";

/**
 * How well a text fits a question, 0–1. `complete`: share of the text that is in the question; `explains`: the
 * reverse. A perfect phrase inside a long story must still win, so `complete` counts more: its power is 3/4, that
 * of `explains` 1/2, both by roots because this runs for every text looked at.
 */
export function similarity(complete: number, explains: number): number {
  const root = Math.sqrt(complete);
  return root * Math.sqrt(root * Math.min(1, explains));
}

/** Once the rarer words have led to this many entries, common ones only weigh the most promising of them. */
const ENOUGH = 80;
const PROMISING = 120;

/** Reusable arrays for one index, so that a question allocates nothing large. All zero between questions. */
export interface Workspace {
  /** By unit: weighted rarity that it shares with the question at hand. */
  readonly unitMatched: Float32Array;
  readonly entryUnion: Float64Array;
  readonly entryBest: Float64Array;
  /** By feature: its weight in the question at hand, and the segments it stands in. */
  readonly featureWeight: Float32Array;
  readonly featureBits: Int32Array;
}

export function createWorkspace(index: MatchIndex): Workspace {
  const entries = index.entries.length;
  return {
    unitMatched: new Float32Array(index.unitEntry.length),
    entryUnion: new Float64Array(entries),
    entryBest: new Float64Array(entries),
    featureWeight: new Float32Array(index.rarity.length),
    featureBits: new Int32Array(index.rarity.length),
  };
}

/** An entry that shares something with the question. `union`: share of the question that any of its texts has. */
export interface Found {
  readonly entry: number;
  readonly union: number;
}

export interface FirstLook {
  /** Matters that fit best, worst of these first. */
  readonly matters: readonly Found[];
  /** Entries of the other intents' examples that fit best. */
  readonly examples: readonly number[];
  /** Units whose share stands in the workspace until `clearUnits`. */
  readonly units: readonly number[];
  /** Threes: position of a feature in the question, an entry that has it, in how many of its texts. */
  readonly mentions: readonly number[];
}

/** At a first look a name is worth nearly a phrase, a purpose half; in the order of `unitKinds`. */
const KIND_WORTH = [1, 0.9, 0.5];
/** Examples of other intents that get the close look. */
const EXAMPLES = 8;

/**
 * Finds the `most` matters that fit best at a first look; what `bonusOf` gives, in their order, is added to each one's own fit.
 * `leaveOut` is a unit to act as if it were not there (training on an entry's own phrase).
 */
export function findEntries(
  index: MatchIndex,
  query: QueryFeatures,
  work: Workspace,
  most: number,
  bonusOf: (matters: readonly number[]) => ArrayLike<number>,
  leaveOut: number,
): FirstLook {
  const touched: Touched = { units: [], entries: [], mentions: [] };
  let weighed: readonly number[] | undefined;
  for (const at of rareFirst(index, query)) {
    const id = query.ids[at] as number;
    const mention = mentioning(index, query, at, work, leaveOut, touched);
    const steps = index.stepsOf.get(id);
    if (steps && touched.entries.length >= ENOUGH) weighed ??= promising(index, work, touched);
    if (steps && weighed) weigh(index, id, steps, weighed, mention);
    else spread(index, id, mention);
  }
  noteBest(index, work, touched);
  const found = weighed ?? touched.entries;
  const matters = found.filter((entry) => entry < index.matters);
  const bonus = bonusOf(matters);
  const first = (entry: number) =>
    Math.sqrt((work.entryBest[entry] as number) / query.total) +
    (work.entryUnion[entry] as number) / query.total;
  const best = highest(matters, (entry, at) => first(entry) + (bonus[at] as number), most);
  const examples = highest(
    found.filter((entry) => entry >= index.matters),
    (entry) => work.entryBest[entry] as number,
    EXAMPLES,
  );
  const looks = best.map((entry) => ({ entry, union: (work.entryUnion[entry] as number) / query.total }));
  for (const entry of touched.entries) work.entryUnion[entry] = work.entryBest[entry] = 0;
  return { matters: looks, examples, units: touched.units, mentions: touched.mentions };
}

export function clearUnits({ units }: FirstLook, work: Workspace): void {
  for (const unit of units) work.unitMatched[unit] = 0;
}

/** What a question has anything in common with. */
interface Touched {
  readonly units: number[];
  readonly entries: number[];
  readonly mentions: number[];
}

/** All examples, and the matters that hold most of the question so far. */
function promising({ matters }: MatchIndex, { entryUnion }: Workspace, { entries }: Touched): number[] {
  const unions = Float64Array.from(
    entries.filter((entry) => entry < matters).map((entry) => entryUnion[entry] ?? 0),
  );
  const least = unions.sort().at(-PROMISING) ?? 0;
  return entries.filter((entry) => entry >= matters || (entryUnion[entry] as number) >= least);
}

/**
 * Notes in `entryBest` how well the best text of each entry fits, squared and times the question's own total: the
 * geometric mean stands in for `similarity` here, because thousands of texts are looked at.
 */
function noteBest(
  { unitTotal, unitEntry, unitKind }: MatchIndex,
  { unitMatched, entryBest }: Workspace,
  { units }: Touched,
): void {
  for (const unit of units) {
    const matched = (unitMatched[unit] as number) * (KIND_WORTH[unitKind[unit] as number] as number);
    const square = (matched * matched) / (unitTotal[unit] as number);
    const entry = unitEntry[unit] as number;
    if (square > (entryBest[entry] as number)) entryBest[entry] = square;
  }
}

/** Positions of the features, the common ones last: what the others find, those only weigh. */
function rareFirst({ stepsOf, rarity }: MatchIndex, { ids }: QueryFeatures): number[] {
  const rank = ids.map((id) => (rarity[id] as number) + (stepsOf.has(id) ? 0 : 100));
  return [...ids.keys()].sort((a, b) => (rank[b] as number) - (rank[a] as number));
}

/** The `most` of them that score highest, lowest of these first. Thousands go in, so nothing is sorted whole. */
function highest(
  entries: readonly number[],
  scoreOf: (entry: number, at: number) => number,
  most: number,
): number[] {
  const kept: number[] = [];
  const scores: number[] = [];
  for (const [place, entry] of entries.entries()) {
    const score = scoreOf(entry, place);
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

/** Notes one feature in one entry: its postings from `first` up to, not including, `last`. */
type Mention = (entry: number, first: number, last: number) => void;

function mentioning(
  { unitsOf: { values, weights }, rarity }: MatchIndex,
  query: QueryFeatures,
  slot: number,
  { unitMatched, entryUnion }: Workspace,
  leaveOut: number,
  { units, entries, mentions }: Touched,
): Mention {
  const worth = rarity[query.ids[slot] as number] as number;
  const weight = query.weights[slot] as number;
  return (entry, first, last) => {
    let times = 0;
    for (let at = first; at < last; at += 1) {
      const unit = values[at] as number;
      if (unit === leaveOut) continue;
      times += 1;
      const before = unitMatched[unit] as number;
      if (before === 0) units.push(unit);
      unitMatched[unit] = before + worth * Math.min(weight, weights[at] as number);
    }
    if (times === 0) return;
    mentions.push(slot, entry, times);
    if (entryUnion[entry] === 0) entries.push(entry);
    entryUnion[entry] = (entryUnion[entry] as number) + worth * weight;
  };
}

/** Notes a feature in every entry that has it. */
function spread({ unitsOf, unitEntry, firstUnit }: MatchIndex, id: number, mention: Mention): void {
  const { starts, values } = unitsOf;
  const end = starts[id + 1] as number;
  for (let at = starts[id] as number; at < end; ) {
    const first = at;
    const entry = unitEntry[values[at] as number] as number;
    const next = firstUnit[entry + 1] as number;
    while (at < end && (values[at] as number) < next) at += 1;
    mention(entry, first, at);
  }
}

/** Notes a common feature in some entries only. */
function weigh(
  { unitsOf }: MatchIndex,
  id: number,
  steps: Uint16Array,
  entries: readonly number[],
  mention: Mention,
): void {
  const from = unitsOf.starts[id] as number;
  for (const entry of entries) {
    const first = steps[entry] as number;
    const last = steps[entry + 1] as number;
    if (first < last) mention(entry, from + first, from + last);
  }
}
