import type { Concept } from "../../domain/index.ts";
import { normalise, wordsOf } from "../../text/index.ts";
import { type ConceptFinder, createConceptFinder } from "./concepts.ts";
import { type Entry, unitKinds } from "./entries.ts";
import { featuresOf } from "./features.ts";

/** The units (phrases, names, …) in which a feature stands, and how rare it is. */
export interface Posting {
  /** Natural logarithm of all units per unit that has it; never negative. */
  readonly rarity: number;
  /** In ascending order, so the units of one entry stand together. */
  readonly units: Uint32Array;
  readonly weights: Float32Array;
}

/** All texts of all entries, turned round: from feature to texts. Built once a knowledge version; read only. */
export interface MatchIndex {
  readonly entries: readonly Entry[];
  readonly concepts: ConceptFinder;
  /** Features that carry no matter of their own. */
  readonly fillers: ReadonlySet<string>;
  /** Folded syllable → number of units it stands in; what spelling is corrected against. */
  readonly known: ReadonlyMap<string, number>;
  readonly postings: ReadonlyMap<string, Posting>;
  readonly unitEntry: Uint32Array;
  /** Position in `unitKinds`. */
  readonly unitKind: Uint8Array;
  /** Sum of weighted rarity over a unit's features: what a perfect match would score. */
  readonly unitTotal: Float32Array;
  /** Number of units of each entry. */
  readonly entrySize: Uint16Array;
  /** What is known of an entry before any question, in the order of the last evidence names. */
  readonly priors: readonly (readonly number[])[];
}

const WORDS_PER_TEXT = 60;

interface Growing {
  readonly units: number[];
  readonly weights: number[];
}

/** Builds the index over all entries' texts. */
export function buildIndex(
  entries: readonly Entry[],
  conceptList: readonly Concept[],
  fillerWords: readonly string[],
): MatchIndex {
  const concepts = createConceptFinder(conceptList);
  const growing = new Map<string, Growing>();
  const known = new Map<string, number>();
  const unitEntry: number[] = [];
  const unitKind: number[] = [];

  entries.forEach(({ texts }, entry) => {
    for (const { kind, text } of texts) {
      const unit = unitEntry.push(entry) - 1;
      unitKind.push(unitKinds.indexOf(kind));
      const words = wordsOf(normalise(text), WORDS_PER_TEXT);
      for (const folded of new Set(words.map((word) => word.folded))) known.set(folded, (known.get(folded) ?? 0) + 1);
      for (const { name, weight } of featuresOf(words, concepts)) {
        const posting = growing.get(name);
        if (posting) {
          posting.units.push(unit);
          posting.weights.push(weight);
        } else growing.set(name, { units: [unit], weights: [weight] });
      }
    }
  });

  return {
    entries,
    concepts,
    fillers: fillerFeatures(fillerWords),
    known,
    ...settle(growing, unitEntry.length),
    unitEntry: Uint32Array.from(unitEntry),
    unitKind: Uint8Array.from(unitKind),
    entrySize: Uint16Array.from(entries, ({ texts }) => texts.length),
    priors: entries.map(({ prior }) => prior),
  };
}

function settle(growing: ReadonlyMap<string, Growing>, units: number): Pick<MatchIndex, "postings" | "unitTotal"> {
  const unitTotal = new Float32Array(units);
  const postings = new Map<string, Posting>();
  for (const [name, posting] of growing) {
    const rarity = Math.log(1 + units / (1 + posting.units.length));
    postings.set(name, { rarity, units: Uint32Array.from(posting.units), weights: Float32Array.from(posting.weights) });
    posting.units.forEach((unit, at) => {
      unitTotal[unit] = (unitTotal[unit] ?? 0) + rarity * (posting.weights[at] ?? 0);
    });
  }
  return { postings, unitTotal };
}

/** A filler's plain and marked syllable. A plain syllable that is also another word's stays meaningful only with marks. */
function fillerFeatures(words: readonly string[]): Set<string> {
  return new Set(wordsOf(words.join(" "), words.length * 3).flatMap(({ key, folded }) => [folded, `'${key}`]));
}
