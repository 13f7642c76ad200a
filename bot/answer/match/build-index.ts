import type { Concept } from "../../domain/index.ts";
import { normalise, wordsOf } from "../../text/index.ts";
import { type ConceptFinder, createConceptFinder } from "./concepts.ts";
import { type Entry, unitKinds } from "./entries.ts";
import { featuresOf, isMark } from "./features.ts";

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
  /** Folded syllable → number of units it stands in; what spelling is corrected against. */
  readonly known: ReadonlyMap<string, number>;
  readonly featureIds: ReadonlyMap<string, number>;
  /** By feature: natural logarithm of all units per unit that has it. */
  readonly rarity: Float32Array;
  /** By feature: the units that have it, ascending. */
  readonly unitsOf: Rows;
  /** By unit: its features. */
  readonly featuresOf: Rows;
  readonly unitEntry: Uint32Array;
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

interface Unit {
  readonly entry: number;
  readonly kind: number;
  readonly features: readonly number[];
  readonly weights: readonly number[];
}

const WORDS_PER_TEXT = 60;

/** Builds the index over all entries' texts. */
export function buildIndex(
  entries: readonly Entry[],
  conceptList: readonly Concept[],
  fillerWords: readonly string[],
): MatchIndex {
  const concepts = createConceptFinder(conceptList);
  const fillers = new Set(wordsOf(fillerWords.join(" "), 10_000).map(({ folded }) => folded));
  const known = new Map<string, number>();
  const featureIds = new Map<string, number>();
  const units: Unit[] = [];
  const firstUnit = new Uint32Array(entries.length + 1);
  const aspectBits = aspectBitsOf(conceptList);
  const aspects = new Uint32Array(entries.length);

  entries.forEach(({ texts }, entry) => {
    firstUnit[entry] = units.length;
    for (const { kind, text } of texts) {
      const words = wordsOf(normalise(text), WORDS_PER_TEXT);
      for (const folded of new Set(words.map((word) => word.folded)))
        known.set(folded, (known.get(folded) ?? 0) + 1);
      const features: number[] = [];
      const weights: number[] = [];
      for (const { name, weight } of featuresOf(words, concepts, fillers)) {
        const id = featureIds.get(name) ?? featureIds.size;
        if (id === featureIds.size) featureIds.set(name, id);
        features.push(id);
        weights.push(weight);
        if (kind === "name") aspects[entry] = (aspects[entry] ?? 0) | (aspectBits.get(name) ?? 0);
      }
      units.push({ entry, kind: unitKinds.indexOf(kind), features, weights });
    }
  });
  firstUnit[entries.length] = units.length;

  const byUnit = rowsOf(units.map(({ features, weights }) => ({ values: features, weights })));
  const byFeature = turnRound(byUnit, units.length, featureIds.size);
  const rarity = rarityOf(byFeature, units.length);
  const plain = rarity.slice();
  for (const [name, id] of featureIds) if (isMark(name)) plain[id] = 0;
  return {
    entries,
    matters: entries.filter(({ target }) => target.kind !== "intent").length,
    concepts,
    fillers,
    known,
    featureIds,
    rarity,
    unitsOf: byFeature,
    featuresOf: byUnit,
    unitEntry: Uint32Array.from(units, ({ entry }) => entry),
    unitKind: Uint8Array.from(units, ({ kind }) => kind),
    unitTotal: Float32Array.from(units, (unit) => worthOf(unit, rarity)),
    unitTotalPlain: Float32Array.from(units, (unit) => worthOf(unit, plain)),
    firstUnit,
    aspectBits,
    aspects,
    priors: entries.map(({ prior }) => prior),
  };
}

function rarityOf({ starts }: Rows, units: number): Float32Array {
  return Float32Array.from({ length: starts.length - 1 }, (_, id) =>
    Math.log(1 + units / (1 + (starts[id + 1] ?? 0) - (starts[id] ?? 0))),
  );
}

function worthOf({ features, weights }: Unit, rarity: Float32Array): number {
  return features.reduce((sum, id, at) => sum + (rarity[id] ?? 0) * (weights[at] ?? 0), 0);
}

function aspectBitsOf(concepts: readonly Concept[]): Map<string, number> {
  const told = [...new Set(concepts.flatMap(({ tells }) => tells ?? []))];
  return new Map(
    concepts.flatMap(({ id, tells }): [string, number][] =>
      tells ? [[`#${id}`, 1 << told.indexOf(tells)]] : [],
    ),
  );
}

function rowsOf(rows: readonly { values: readonly number[]; weights: readonly number[] }[]): Rows {
  const starts = new Uint32Array(rows.length + 1);
  rows.forEach(({ values }, at) => {
    starts[at + 1] = (starts[at] ?? 0) + values.length;
  });
  const total = starts[rows.length] ?? 0;
  const result = { starts, values: new Uint32Array(total), weights: new Float32Array(total) };
  rows.forEach(({ values, weights }, at) => {
    result.values.set(values, starts[at]);
    result.weights.set(weights, starts[at]);
  });
  return result;
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
