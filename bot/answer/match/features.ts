import type { Word } from "../../text/index.ts";
import type { ConceptFinder } from "./concepts.ts";

/** A thing to count in a text, and how much it counts beside the others of its kind. */
export interface Feature {
  readonly name: string;
  readonly weight: number;
}

/** Two neighbouring syllables are nearly always one Vietnamese word, so a pair says more than its parts. */
const PAIR_WEIGHT = 1;
/** Order slips and fillers stand between parts of one word: `giấy tờ khai sinh` ~ `giấy khai sinh`. */
const GAP_PAIR_WEIGHT = 0.5;
const CONCEPT_WEIGHT = 0.8;
/** A mark that agrees tells `đường` from `dương`; without marks the plain syllable carries all. */
const MARKED_WEIGHT = 0.5;

/** Everything that a run of words is matched by: syllables, their marks, pairs, concepts. */
export function featuresOf(words: readonly Word[], concepts: ConceptFinder): Feature[] {
  const features: Feature[] = [];
  words.forEach((word, at) => {
    features.push({ name: word.folded, weight: 1 });
    if (word.marked) features.push({ name: `'${word.key}`, weight: MARKED_WEIGHT });
    const next = words[at + 1];
    if (next) features.push({ name: `${word.folded} ${next.folded}`, weight: PAIR_WEIGHT });
    const afterNext = words[at + 2];
    if (afterNext) features.push({ name: `${word.folded} ${afterNext.folded}`, weight: GAP_PAIR_WEIGHT });
  });
  for (const concept of concepts.find(words)) features.push({ name: `#${concept}`, weight: CONCEPT_WEIGHT });
  return strongestOfEach(features);
}

function strongestOfEach(features: readonly Feature[]): Feature[] {
  const best = new Map<string, number>();
  for (const { name, weight } of features) best.set(name, Math.max(best.get(name) ?? 0, weight));
  return [...best].map(([name, weight]) => ({ name, weight }));
}
