import { featureSorts, type MatchIndex } from "./build-index.ts";
import type { QueryFeatures } from "./query-features.ts";

/** Reusable arrays for one index, so that a question allocates nothing large. All zero between questions but for the weights. */
export interface Workspace {
  /** By sort of feature, by entry: what the entry has of the question. */
  readonly sums: readonly Float64Array[];
  /** By entry: the same without repeated mentions, all sorts together. */
  readonly heard: Float64Array;
  /** By entry: one more than its place among those that are compared. */
  readonly places: Uint8Array;
  /** By feature: 1 when the question at hand has it. Small, for it is looked at for every feature of every text. */
  readonly asked: Uint8Array;
  /** By feature: its weight in the question that last had it. */
  readonly featureWeight: Float32Array;
}

export function createWorkspace({ entries, rarity }: MatchIndex): Workspace {
  return {
    sums: featureSorts.map(() => new Float64Array(entries.length)),
    heard: new Float64Array(entries.length),
    places: new Uint8Array(entries.length),
    asked: new Uint8Array(rarity.length),
    featureWeight: new Float32Array(rarity.length),
  };
}

/** An entry that shares something with the question. */
export interface Found {
  readonly entry: number;
  /** By sort of feature: weight times rarity of what it has, more for what many of its texts have. */
  readonly sums: readonly number[];
  /** Share of the question that any of its texts has, 0–1. */
  readonly union: number;
  /** How near it is in the learned model, -1 to 0. */
  readonly near: number;
}

export interface FirstLook {
  /** Matters that fit best, worst of these first. */
  readonly matters: readonly Found[];
  /** Entries of the other intents' examples that fit best. */
  readonly examples: readonly number[];
}

/** Matters that get the close look; the right one is nearly always among them. */
const LOOKED_AT = 40;
/** Those that are asked how near they are in the learned model. */
const PROMISING = 100;
/** What nearness counts at this first look, beside the sums of words and concepts; pairs repeat what their words say. */
const NEAR_WORTH = 30;
const PAIR_WORTH = 0.2;
/** Examples of other intents that get the close look. */
const EXAMPLES = 8;
/** So that a second mention adds a third of the first, and each further one less. */
const REPEATED = 0.1;
/** Of so many texts one mention is worth 1; among more it says less, among fewer more. */
const USUAL_TEXTS = 20;
const MENTIONS = 256;
const SIZES = 32;
const worths = Float64Array.from({ length: SIZES * MENTIONS }, (_, at) => {
  const texts = 2 ** (Math.floor(at / MENTIONS) / 2);
  const times = (at % MENTIONS) * Math.sqrt(USUAL_TEXTS / texts);
  return Math.log(1 + times / REPEATED) / Math.log(1 + 1 / REPEATED);
});

/** What mentions are worth, by `MatchIndex.sizes` of the entry and number of its texts that have them. */
function worthOf(size: number, times: number): number {
  return worths[size * MENTIONS + times] as number;
}

/**
 * Finds the matters that fit best: whoever has the question's words in its texts, as log odds add up; `nearOf` gives
 * how near each of some entries is in the learned model, -1 to 0.
 */
export function findEntries(
  index: MatchIndex,
  query: QueryFeatures,
  work: Workspace,
  nearOf: (entries: readonly number[]) => ArrayLike<number>,
): FirstLook {
  hear(index, query, work);
  const { heard, sums } = work;
  const [words, pairs, concepts] = sums as [Float64Array, Float64Array, Float64Array];
  const heardOf = (entry: number) =>
    (words[entry] as number) + PAIR_WORTH * (pairs[entry] as number) + (concepts[entry] as number);
  const promising = highest(heardAmong(heard, 0, index.matters), heardOf, PROMISING);
  const nearness = nearOf(promising);
  const near = new Map(promising.map((entry, at) => [entry, nearness[at] as number]));
  const best = highest(
    promising,
    (entry, at) => heardOf(entry) + NEAR_WORTH * (nearness[at] as number),
    LOOKED_AT,
  );
  const examples = highest(
    heardAmong(heard, index.matters, heard.length),
    (entry) => (heard[entry] as number) ** 2 / (index.unitTotal[index.firstUnit[entry] as number] as number),
    EXAMPLES,
  );
  const matters = best.map((entry) => ({
    entry,
    sums: sums.map((ofSort) => ofSort[entry] as number),
    union: Math.min(1, (heard[entry] as number) / query.total),
    near: near.get(entry) as number,
  }));
  for (const array of [heard, ...sums]) array.fill(0);
  return { matters, examples };
}

/** Adds up what every entry has of the question. */
function hear(
  { holders, rarity, sorts, sizes }: MatchIndex,
  { ids, weights }: QueryFeatures,
  { heard, sums }: Workspace,
): void {
  const { starts, entries, times } = holders;
  for (let slot = 0; slot < ids.length; slot += 1) {
    const id = ids[slot] as number;
    const worth = (weights[slot] as number) * (rarity[id] as number);
    const ofSort = sums[sorts[id] as number] as Float64Array;
    const end = starts[id + 1] as number;
    for (let at = starts[id] as number; at < end; at += 1) {
      const entry = entries[at] as number;
      heard[entry] = (heard[entry] as number) + worth;
      const mentions = worthOf(sizes[entry] as number, times[at] as number);
      ofSort[entry] = (ofSort[entry] as number) + worth * mentions;
    }
  }
}

/** The entries from `first` up to, not including, `end` that have anything of the question. */
function heardAmong(heard: Float64Array, first: number, end: number): number[] {
  const found: number[] = [];
  for (let entry = first; entry < end; entry += 1) if (heard[entry] !== 0) found.push(entry);
  return found;
}

/**
 * What tells some entries apart: siblings share most of their words, so a feature counts by the logarithm of the
 * entries per entry among them that has it. In their order.
 */
export function contrastsOf(
  { holders, sizes }: MatchIndex,
  { ids, weights }: QueryFeatures,
  { places }: Workspace,
  among: readonly number[],
): Float64Array {
  const { starts, entries, times } = holders;
  const contrasts = new Float64Array(among.length);
  among.forEach((entry, place) => {
    places[entry] = place + 1;
  });
  const having: number[] = [];
  for (let slot = 0; slot < ids.length; slot += 1) {
    const id = ids[slot] as number;
    const end = starts[id + 1] as number;
    having.length = 0;
    for (let at = starts[id] as number; at < end; at += 1)
      if (places[entries[at] as number] !== 0) having.push(at);
    const worth = (weights[slot] as number) * Math.log(among.length / having.length);
    for (const at of having) {
      const entry = entries[at] as number;
      const place = (places[entry] as number) - 1;
      const mentions = worthOf(sizes[entry] as number, times[at] as number);
      contrasts[place] = (contrasts[place] as number) + worth * mentions;
    }
  }
  for (const entry of among) places[entry] = 0;
  return contrasts;
}

/** The `most` of them that score highest, lowest of these first. Thousands go in, so nothing is sorted whole. */
function highest(
  entries: readonly number[],
  scoreOf: (entry: number, at: number) => number,
  most: number,
): number[] {
  const kept: number[] = [];
  const scores: number[] = [];
  for (let place = 0; place < entries.length; place += 1) {
    const entry = entries[place] as number;
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
