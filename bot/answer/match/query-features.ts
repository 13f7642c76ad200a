import type { Word } from "../../text/index.ts";
import type { MatchIndex } from "./build-index.ts";
import { featuresOf } from "./features.ts";

/** A message as the matcher reads it. */
export interface Query {
  readonly words: readonly Word[];
  /** Positions of words that ask for a part ("bao nhiêu tiền"); they say little about the matter. */
  readonly asking?: ReadonlySet<number>;
  /** Positions of what a story tells beside its point. */
  readonly background?: ReadonlySet<number>;
}

/** Rarer features say more about the class of a text, up to a point. */
export function semanticWeight(weight: number, rarity: number): number {
  return weight * Math.min(rarity, 7);
}

/** A query's features that the index knows, with what each is worth. */
export interface QueryFeatures {
  readonly ids: readonly number[];
  readonly names: readonly string[];
  /** Weight, 0–1, of each. */
  readonly weights: readonly number[];
  /** Weighted rarity of the whole query, words that no text has included. */
  readonly total: number;
  /** The same without what asks for a part and what says next to nothing. */
  readonly matterTotal: number;
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
/** Rarity given to a word that no text has: about that of a word that one matter in a hundred and fifty has. */
const UNKNOWN_RARITY = 5;

export function readQuery(index: MatchIndex, { words, asking, background }: Query): QueryFeatures {
  const features = featuresOf(words, index.concepts, index.fillers, (at) =>
    asking?.has(at) ? ASKING_WEIGHT : background?.has(at) ? BACKGROUND_WEIGHT : 1,
  );
  const ids: number[] = [];
  const names: string[] = [];
  const weights: number[] = [];
  let total = 1e-6;
  let matterTotal = 1e-6;
  let aspects = 0;
  for (const { name, weight } of features) {
    const id = index.featureIds.get(name);
    const unknown = /^[a-z]{2,}$/.test(name) ? UNKNOWN_RARITY : 0;
    const worth = weight * (id === undefined ? unknown : (index.rarity[id] as number));
    total += worth;
    if (weight > ASKING_WEIGHT) matterTotal += worth;
    if (id === undefined) continue;
    aspects |= index.aspectBits.get(name) ?? 0;
    ids.push(id);
    names.push(name);
    weights.push(weight);
  }
  return { ids, names, weights, total, matterTotal, aspects, marked: words.some((word) => word.marked) };
}
