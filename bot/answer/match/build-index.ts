import type { Concept } from "../../domain/index.ts";
import { wordsOf } from "../../text/index.ts";
import { type ConceptFinder, createConceptFinder } from "./concepts.ts";
import { type Entry, unitKinds } from "./entries.ts";
import { createFeatureIds, type FeatureIds } from "./feature-ids.ts";
import { eachFeature, type FeatureSink, isMark } from "./features.ts";

/** Rows of numbers one after another: row `n` is `values[starts[n] … starts[n + 1] - 1]`. */
export interface Rows {
  readonly starts: Uint32Array;
  readonly values: Uint32Array;
  readonly weights: Float32Array;
}

/** All texts (units) of all entries, readable both ways. Built once a knowledge version; read only. */
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
  /** By feature: natural logarithm of all units per unit that has it. */
  readonly rarity: Float32Array;
  /** By feature: the units that have it, ascending. */
  readonly unitsOf: Rows;
  /** By feature that very many units have: by entry, how many of those units come before it; one more at the end. */
  readonly stepsOf: ReadonlyMap<number, Uint16Array>;
  /** By unit: its features. */
  readonly featuresOf: Rows;
  readonly unitEntry: Uint16Array;
  /** Position in `unitKinds`. */
  readonly unitKind: Uint8Array;
  /** Sum of weighted rarity over a unit's features: what a perfect match would score. */
  readonly unitTotal: Float32Array;
  /** The same without what only marks add: the most that a question typed without marks can score. */
  readonly unitTotalPlain: Float32Array;
  /** By entry: its first unit; one more at the end. */
  readonly firstUnit: Uint32Array;
  /** Concept feature → the bit of what it tells siblings apart by; and by entry: the bits that its names hold. */
  readonly aspectBits: ReadonlyMap<string, number>;
  readonly aspects: Uint32Array;
  /** What is known of an entry before any question, in the order of the last evidence names. */
  readonly priors: readonly (readonly number[])[];
}

const WORDS_PER_TEXT = 60;
/** A feature that more units have than this is found entry by entry. */
const COMMON = 500;

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
  const { units: byUnit, unitEntry, featureIds } = read;
  const byFeature = turnRound(byUnit, unitEntry.length, featureIds.size);
  const rarity = rarityOf(byFeature, unitEntry.length);
  const plain = rarity.slice();
  for (const [name, id] of featureIds.named()) if (isMark(name)) plain[id] = 0;
  return {
    entries,
    matters: entries.filter(({ target }) => target.kind !== "intent").length,
    concepts,
    fillers,
    known: read.known,
    featureIds,
    rarity,
    unitsOf: byFeature,
    stepsOf: stepsOf(byFeature, read.firstUnit),
    featuresOf: byUnit,
    unitEntry: Uint16Array.from(unitEntry),
    unitKind: Uint8Array.from(read.unitKind),
    unitTotal: totalsOf(byUnit, rarity),
    unitTotalPlain: totalsOf(byUnit, plain),
    firstUnit: read.firstUnit,
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
  const unitEntry: number[] = [];
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
    firstUnit[entry] = unitEntry.length;
    for (const { kind, text } of entries[entry]?.texts ?? []) {
      const words = wordsOf(text, WORDS_PER_TEXT);
      for (const { folded } of words) known.set(folded, (known.get(folded) ?? 0) + 1);
      ofName = kind === "name";
      // Official wording is not reordered, so pairs with a gap are for what people say.
      eachFeature(words, concepts, fillers, sink, undefined, kind === "phrase");
      units.endRow();
      unitEntry.push(entry);
      unitKind.push(unitKinds.indexOf(kind));
    }
  }
  firstUnit[entries.length] = unitEntry.length;
  return { units: units.rows(), unitEntry, unitKind, firstUnit, known, featureIds, aspects };
}

function stepsOf({ starts, values }: Rows, firstUnit: Uint32Array): Map<number, Uint16Array> {
  const found = new Map<number, Uint16Array>();
  for (let id = 0; id + 1 < starts.length; id += 1) {
    const [from, end] = [starts[id] as number, starts[id + 1] as number];
    if (end - from <= COMMON) continue;
    const steps = new Uint16Array(firstUnit.length);
    let at = from;
    for (let entry = 0; entry < steps.length; entry += 1) {
      const first = firstUnit[entry] as number;
      while (at < end && (values[at] as number) < first) at += 1;
      steps[entry] = at - from;
    }
    found.set(id, steps);
  }
  return found;
}

function rarityOf({ starts }: Rows, units: number): Float32Array {
  return Float32Array.from({ length: starts.length - 1 }, (_, id) =>
    Math.log(1 + units / (1 + (starts[id + 1] ?? 0) - (starts[id] ?? 0))),
  );
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

/** Rows by unit become rows by feature; units come out ascending because they go in ascending. */
function turnRound({ starts, values, weights }: Rows, units: number, features: number): Rows {
  const turned = new Uint32Array(features + 1);
  for (const id of values) turned[id + 1] = (turned[id + 1] ?? 0) + 1;
  for (let id = 0; id < features; id += 1) turned[id + 1] = (turned[id + 1] ?? 0) + (turned[id] ?? 0);
  const next = turned.slice();
  const result = {
    starts: turned,
    values: new Uint32Array(values.length),
    weights: new Float32Array(values.length),
  };
  for (let unit = 0; unit < units; unit += 1) {
    for (let at = starts[unit] ?? 0; at < (starts[unit + 1] ?? 0); at += 1) {
      const id = values[at] ?? 0;
      const to = next[id] ?? 0;
      result.values[to] = unit;
      result.weights[to] = weights[at] ?? 0;
      next[id] = to + 1;
    }
  }
  return result;
}
