import type { Concept } from "../../domain/index.ts";
import { wordsOf } from "../../text/index.ts";
import { type ConceptFinder, createConceptFinder } from "./concepts.ts";
import { type Entry, unitKinds } from "./entries.ts";
import { createFeatureIds, type FeatureIds } from "./feature-ids.ts";
import { eachFeature, type FeatureSink, isConcept, isMark } from "./features.ts";

/** Rows of numbers one after another: row `n` is `values[starts[n] … starts[n + 1] - 1]`. */
export interface Rows {
  readonly starts: Uint32Array;
  readonly values: Uint32Array;
  readonly weights: Float32Array;
}

/** By feature: the entries that have it, ascending. Feature `f`: from `starts[f]` up to, not including, `starts[f + 1]`. */
export interface Holders {
  readonly starts: Uint32Array;
  readonly entries: Uint16Array;
  /** In how many of its texts, at most 255. */
  readonly times: Uint8Array;
}

/** All texts (units) of all entries: by feature who has it, by text what it has. Built once a knowledge version; read only. */
export interface MatchIndex {
  readonly entries: readonly Entry[];
  /** Entries before this position are matters for a counter; examples of everything else follow. */
  readonly matters: number;
  readonly concepts: ConceptFinder;
  /** Syllables that carry no matter of their own. */
  readonly fillers: ReadonlySet<string>;
  /** Folded syllable → how often it stands in the texts; what spelling is corrected against. */
  readonly known: ReadonlyMap<string, number>;
  readonly featureIds: FeatureIds;
  /** By feature: natural logarithm of all matters per matter that has it. */
  readonly rarity: Float32Array;
  /** By feature: position in `featureSorts`. */
  readonly sorts: Uint8Array;
  readonly holders: Holders;
  /** By unit: its features. */
  readonly featuresOf: Rows;
  /** Position in `unitKinds`. */
  readonly unitKind: Uint8Array;
  /** Sum of weighted rarity over a unit's features: what a perfect match would score. */
  readonly unitTotal: Float32Array;
  /** The same without what only marks add: the most that a question typed without marks can score. */
  readonly unitTotalPlain: Float32Array;
  /** By entry: its first unit; one more at the end. */
  readonly firstUnit: Uint32Array;
  /** By entry: twice the binary logarithm of the number of its texts, rounded. */
  readonly sizes: Uint8Array;
  /** Concept feature → the bit of what it tells siblings apart by; and by entry: the bits that its names hold. */
  readonly aspectBits: ReadonlyMap<string, number>;
  readonly aspects: Uint32Array;
  /** What is known of an entry before any question; see `Entry`. */
  readonly priors: readonly (readonly number[])[];
}

const WORDS_PER_TEXT = 60;
const MOST_TIMES = 255;

/** Builds the index over all entries' texts. */
export function buildIndex(
  entries: readonly Entry[],
  conceptList: readonly Concept[],
  fillerWords: readonly string[],
): MatchIndex {
  const concepts = createConceptFinder(conceptList);
  const fillers = new Set(wordsOf(fillerWords.join(" "), 10_000).map(({ folded }) => folded));
  const aspectBits = aspectBitsOf(conceptList);
  const read = readTexts(entries, concepts, fillers, aspectBits);
  const { units: byUnit, firstUnit, featureIds } = read;
  const matters = entries.filter(({ target }) => target.kind !== "intent").length;
  const holders = holdersOf(byUnit, firstUnit, featureIds.size);
  const rarity = rarityOf(holders, matters);
  const sorts = sortsOf(featureIds);
  return {
    entries,
    matters,
    concepts,
    fillers,
    known: read.known,
    featureIds,
    rarity,
    sorts,
    holders,
    featuresOf: byUnit,
    unitKind: Uint8Array.from(read.unitKind),
    unitTotal: totalsOf(byUnit, rarity),
    unitTotalPlain: totalsOf(
      byUnit,
      rarity.map((one, id) => (sorts[id] === MARK ? 0 : one)),
    ),
    firstUnit,
    sizes: Uint8Array.from(entries, ({ texts }) => Math.round(2 * Math.log2(Math.max(1, texts.length)))),
    aspectBits,
    aspects: read.aspects,
    priors: entries.map(({ prior }) => prior),
  };
}

/** Every text of every entry as features, numbered in the order they are met. */
function readTexts(
  entries: readonly Entry[],
  concepts: ConceptFinder,
  fillers: ReadonlySet<string>,
  aspectBits: ReadonlyMap<string, number>,
) {
  const known = new Map<string, number>();
  const featureIds = createFeatureIds();
  const units = growingRows();
  const unitKind: number[] = [];
  const firstUnit = new Uint32Array(entries.length + 1);
  const aspects = new Uint32Array(entries.length);
  let entry = 0;
  let ofName = false;
  const sink: FeatureSink = {
    one: (name, weight) => {
      units.add(featureIds.ofName(name), weight);
      if (ofName) aspects[entry] = (aspects[entry] ?? 0) | (aspectBits.get(name) ?? 0);
    },
    pair: (first, second, weight) => units.add(featureIds.ofPair(first, second), weight),
  };
  for (; entry < entries.length; entry += 1) {
    firstUnit[entry] = unitKind.length;
    for (const { kind, text } of entries[entry]?.texts ?? []) {
      const words = wordsOf(text, WORDS_PER_TEXT);
      for (const { folded } of words) known.set(folded, (known.get(folded) ?? 0) + 1);
      ofName = kind === "name";
      // Official wording is not reordered, so pairs with a gap are for what people say.
      const isSaid = kind === "phrase" || kind === "situation";
      eachFeature(words, concepts, fillers, sink, undefined, isSaid);
      units.endRow();
      unitKind.push(unitKinds.indexOf(kind));
    }
  }
  firstUnit[entries.length] = unitKind.length;
  return { units: units.rows(), unitKind, firstUnit, known, featureIds, aspects };
}

/** Sorts of features, each heard for itself. */
export const featureSorts = ["word", "pair", "concept", "mark"] as const;
const PAIR = featureSorts.indexOf("pair");
const MARK = featureSorts.indexOf("mark");

function sortsOf(featureIds: FeatureIds): Uint8Array {
  const sorts = new Uint8Array(featureIds.size).fill(PAIR);
  for (const [name, id] of featureIds.named())
    sorts[id] = featureSorts.indexOf(isMark(name) ? "mark" : isConcept(name) ? "concept" : "word");
  return sorts;
}

/** Examples of what is no matter do not count: they are many, and each is an entry. */
function rarityOf({ starts, entries }: Holders, matters: number): Float32Array {
  return Float32Array.from({ length: starts.length - 1 }, (_, id) => {
    let having = 0;
    for (let at = starts[id] as number; at < (starts[id + 1] as number); at += 1)
      if ((entries[at] as number) < matters) having += 1;
    return Math.log(1 + matters / (1 + having));
  });
}

function totalsOf({ starts, values, weights }: Rows, rarity: Float32Array): Float32Array {
  const totals = new Float32Array(starts.length - 1);
  for (let row = 0; row < totals.length; row += 1) {
    let sum = 0;
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at += 1)
      sum += (rarity[values[at] as number] as number) * (weights[at] as number);
    totals[row] = sum;
  }
  return totals;
}

function aspectBitsOf(concepts: readonly Concept[]): Map<string, number> {
  const told = [...new Set(concepts.flatMap(({ tells }) => tells ?? []))];
  return new Map(
    concepts.flatMap(({ id, tells }): [string, number][] =>
      tells ? [[`#${id}`, 1 << told.indexOf(tells)]] : [],
    ),
  );
}

/**
 * Rows written one number after the other into arrays that double: a million small lists would be dear. A value
 * added twice to one row stands there once, at its higher weight.
 */
function growingRows() {
  const starts = [0];
  let values = new Uint32Array(1 << 16);
  let weights = new Float32Array(1 << 16);
  let length = 0;
  let rowStart = 0;
  /** By value: one more than where it was last written. */
  let places = new Uint32Array(1 << 16);
  return {
    add: (value: number, weight: number): void => {
      if (value >= places.length) places = grown(places, new Uint32Array(2 * places.length));
      const place = (places[value] as number) - 1;
      if (place >= rowStart) {
        weights[place] = Math.max(weights[place] as number, weight);
        return;
      }
      if (length === values.length) {
        values = grown(values, new Uint32Array(2 * length));
        weights = grown(weights, new Float32Array(2 * length));
      }
      values[length] = value;
      weights[length] = weight;
      length += 1;
      places[value] = length;
    },
    endRow: (): void => {
      starts.push(length);
      rowStart = length;
    },
    rows: (): Rows => ({
      starts: Uint32Array.from(starts),
      values: values.slice(0, length),
      weights: weights.slice(0, length),
    }),
  };
}

function grown<T extends Uint32Array | Float32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** Rows by unit become rows by feature; entries come out ascending because their units go in ascending. */
function holdersOf({ starts, values }: Rows, firstUnit: Uint32Array, features: number): Holders {
  const last = new Uint16Array(features);
  const eachHolder = (found: (id: number, isNew: boolean, entry: number) => void) => {
    last.fill(0);
    for (let entry = 0; entry + 1 < firstUnit.length; entry += 1) {
      const end = starts[firstUnit[entry + 1] as number] as number;
      for (let at = starts[firstUnit[entry] as number] as number; at < end; at += 1) {
        const id = values[at] as number;
        found(id, last[id] !== entry + 1, entry);
        last[id] = entry + 1;
      }
    }
  };
  const turned = new Uint32Array(features + 1);
  eachHolder((id, isNew) => {
    if (isNew) turned[id + 1] = (turned[id + 1] as number) + 1;
  });
  for (let id = 0; id < features; id += 1)
    turned[id + 1] = (turned[id + 1] as number) + (turned[id] as number);
  const size = turned[features] as number;
  const holders = { starts: turned, entries: new Uint16Array(size), times: new Uint8Array(size) };
  const next = turned.slice();
  eachHolder((id, isNew, entry) => {
    if (isNew) next[id] = (next[id] as number) + 1;
    const place = (next[id] as number) - 1;
    holders.entries[place] = entry;
    holders.times[place] = Math.min(MOST_TIMES, (holders.times[place] as number) + 1);
  });
  return holders;
}
