import type { Word } from "../../text/index.ts";
import type { MatchIndex } from "./build-index.ts";
import { featuresOf } from "./features.ts";
import { type Segment, segmentsOf } from "./segments.ts";

/** A message as the matcher reads it. */
export interface Query {
  readonly words: readonly Word[];
  /** Word positions where a clause begins. */
  readonly breaks: readonly number[];
  /** Positions of words that ask for a part ("bao nhiêu tiền"); they say little about the matter. */
  readonly asking?: ReadonlySet<number>;
  /** Positions of what a story tells beside its point. */
  readonly background?: ReadonlySet<number>;
}

/** Rarer features say more about the class of a text, up to a point. */
export function semanticWeight(weight: number, rarity: number): number {
  return weight * Math.min(rarity, 7);
}

/** A query's features that the index knows, with what each is worth and which segments it stands in. */
export interface QueryFeatures {
  readonly ids: readonly number[];
  readonly names: readonly string[];
  /** Weight, 0–1, of each. */
  readonly weights: readonly number[];
  /** Bit `n` is set when the feature lies in segment `n`. */
  readonly segmentBits: readonly number[];
  /** Weighted rarity of the whole query, words that no text has included. */
  readonly total: number;
  readonly segmentTotals: readonly number[];
  /** Bits of what the query says that tells siblings apart; see `MatchIndex.aspects`. */
  readonly aspects: number;
  /** False when nothing in it carries a mark. */
  readonly marked: boolean;
}

/** What a perfect match of a unit would score for this query. */
export function unitTotalOf(index: MatchIndex, { marked }: QueryFeatures): Float32Array {
  return marked ? index.unitTotal : index.unitTotalPlain;
}

const ASKING_WEIGHT = 0.3;
const BACKGROUND_WEIGHT = 0.5;
/** Rarity given to a word that no text has: about that of a word seen once in a hundred texts. */
const UNKNOWN_RARITY = 5;

export function readQuery(index: MatchIndex, { words, breaks, asking, background }: Query): QueryFeatures {
  const features = featuresOf(words, index.concepts, index.fillers, (at) =>
    asking?.has(at) ? ASKING_WEIGHT : background?.has(at) ? BACKGROUND_WEIGHT : 1,
  );
  const segments = segmentsOf(words.length, breaks);
  const result = {
    ids: [] as number[],
    names: [] as string[],
    weights: [] as number[],
    segmentBits: [] as number[],
  };
  const segmentTotals = segments.map(() => 1e-6);
  let total = 1e-6;
  let aspects = 0;
  for (const { name, weight, at } of features) {
    const id = index.featureIds.get(name);
    const length = name.includes(" ") ? 2 : 1;
    const bits = at < 0 ? -1 : bitsOf(segments, at, at + length);
    const rarity =
      id === undefined ? (/^[a-z]{2,}$/.test(name) ? UNKNOWN_RARITY : 0) : (index.rarity[id] ?? 0);
    total += weight * rarity;
    segments.forEach((_, segment) => {
      if (at >= 0 && bits & (1 << segment))
        segmentTotals[segment] = (segmentTotals[segment] ?? 0) + weight * rarity;
    });
    if (id === undefined) continue;
    aspects |= index.aspectBits.get(name) ?? 0;
    result.ids.push(id);
    result.names.push(name);
    result.weights.push(weight);
    result.segmentBits.push(bits);
  }
  return { ...result, total, segmentTotals, aspects, marked: words.some((word) => word.marked) };
}

/** Segments that hold the words from `start` to `end`; a word repeated elsewhere counts where it came first. */
function bitsOf(segments: readonly Segment[], start: number, end: number): number {
  let bits = 0;
  segments.forEach((segment, at) => {
    if (start >= segment.start && end <= segment.end) bits |= 1 << at;
  });
  return bits;
}
