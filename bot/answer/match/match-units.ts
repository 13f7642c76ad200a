import type { MatchIndex } from "./build-index.ts";
import type { QueryFeatures } from "./query-features.ts";

/** A perfect phrase inside a long story must still win: how much of the phrase is there counts more than how much of the question it explains. */
const COMPLETE_POWER = 0.8;
/** How fast repeated mentions in an entry's texts add up. */
const LIKELIHOOD_SCALE = 0.3;

/** How well a text fits a question, 0–1. `complete`: share of the text that is in the question; `explains`: the reverse. */
export function similarity(complete: number, explains: number): number {
  return complete ** COMPLETE_POWER * Math.sqrt(Math.min(1, explains));
}

/** Reusable arrays for one index, so that a question allocates nothing large. All zero between questions. */
export interface Workspace {
  readonly unitMatched: Float64Array;
  readonly entryUnion: Float64Array;
  readonly entryLikelihood: Float64Array;
  readonly entryBest: Float64Array;
  /** By feature: its weight in the question at hand. */
  readonly featureWeight: Float32Array;
  readonly featureBits: Int32Array;
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

/**
 * Finds the `most` entries that fit best at a first look; `bonus` is added to an entry's own fit.
 * `leaveOut` is a unit to act as if it were not there (training on an entry's own phrase).
 */
export function findEntries(
  index: MatchIndex,
  query: QueryFeatures,
  work: Workspace,
  most: number,
  bonus: (entry: number) => number,
  leaveOut: number,
): Found[] {
  const units: number[] = [];
  const entries: number[] = [];
  query.ids.forEach((id, at) => {
    spread(index, id, query.weights[at] ?? 0, work, leaveOut, units, entries);
  });
  for (const unit of units) {
    const matched = work.unitMatched[unit] as number;
    const entry = index.unitEntry[unit] as number;
    // The geometric mean stands in for `similarity` here: thousands of texts are looked at, and powers are dear.
    const score =
      Math.sqrt((matched * matched) / (index.unitTotal[unit] as number) / query.total) *
      kindWorth(index.unitKind[unit] as number);
    if (score > (work.entryBest[entry] as number)) work.entryBest[entry] = score;
    work.unitMatched[unit] = 0;
  }
  const scores = Float64Array.from(
    entries,
    (entry) =>
      (work.entryBest[entry] as number) + (work.entryUnion[entry] as number) / query.total + bonus(entry),
  );
  const enough = scores.slice().sort()[Math.max(0, scores.length - most)] ?? 0;
  const found: Found[] = [];
  entries.forEach((entry, at) => {
    if ((scores[at] as number) >= enough && found.length < most) {
      found.push({
        entry,
        union: (work.entryUnion[entry] as number) / query.total,
        likelihood: (work.entryLikelihood[entry] as number) / query.total,
        best: work.entryBest[entry] as number,
      });
    }
    work.entryUnion[entry] = work.entryLikelihood[entry] = work.entryBest[entry] = 0;
  });
  return found;
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
  touchedUnits: number[],
  touchedEntries: number[],
): void {
  const { starts, values, weights } = index.unitsOf;
  const rarity = index.rarity[id] as number;
  const end = starts[id + 1] as number;
  let at = starts[id] as number;
  const scale = (LIKELIHOOD_SCALE * index.unitEntry.length) / (end - at);
  while (at < end) {
    const entry = index.unitEntry[values[at] as number] as number;
    let mentions = 0;
    for (; at < end; at += 1) {
      const unit = values[at] as number;
      if (index.unitEntry[unit] !== entry) break;
      if (unit === leaveOut) continue;
      mentions += 1;
      const before = work.unitMatched[unit] as number;
      if (before === 0) touchedUnits.push(unit);
      work.unitMatched[unit] = before + rarity * Math.min(weight, weights[at] as number);
    }
    if (mentions === 0) continue;
    if (work.entryUnion[entry] === 0) touchedEntries.push(entry);
    work.entryUnion[entry] = (work.entryUnion[entry] as number) + rarity * weight;
    const size = (index.firstUnit[entry + 1] as number) - (index.firstUnit[entry] as number);
    work.entryLikelihood[entry] =
      (work.entryLikelihood[entry] as number) + weight * Math.log(1 + (scale * mentions) / (size + 3));
  }
}
