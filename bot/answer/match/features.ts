import type { Word } from "../../text/index.ts";
import type { ConceptFinder } from "./concepts.ts";

/** A thing to count in a text, and how much it counts beside the others of its kind. */
export interface Feature {
  readonly name: string;
  readonly weight: number;
  /** Position of its first word in the text; -1 for a concept. */
  readonly at: number;
}

/** Two neighbouring syllables are nearly always one Vietnamese word, so a pair says more than its parts. */
const PAIR_WEIGHT = 1;
/** Order slips and fillers stand between parts of one word: `giấy tờ khai sinh` ~ `giấy khai sinh`. */
const GAP_PAIR_WEIGHT = 0.5;
const CONCEPT_WEIGHT = 0.8;
/** Words below this weight merely ask. */
const HEARD = 0.5;
/** A mark that agrees tells `đường` from `dương`; without marks the plain syllable carries all. */
const MARKED_WEIGHT = 0.5;
/** A pair of two fillers ("cho em", "thì phải") says next to nothing. */
const FILLER_PAIR = 0.2;

/** Begins the name of a syllable with its marks. */
const MARK = "'";

/** Begins the name of a concept. */
const CONCEPT = "#";

export function isConcept(name: string): boolean {
  return name.startsWith(CONCEPT);
}

/** A feature that only a text typed with marks can have. */
export function isMark(name: string): boolean {
  return name.startsWith(MARK);
}

/** Told of features one after another; a feature that stands twice comes twice. */
export interface FeatureSink {
  /** A syllable, the marks of one, or a concept. `at`: see {@link Feature}. */
  one(name: string, weight: number, at: number): void;
  /** Two words, neighbours or with a word between. */
  pair(first: string, second: string, weight: number, at: number): void;
}

/**
 * Tells everything that a run of words is matched by: syllables, their marks, pairs, concepts. A filler counts only
 * as part of a pair. `weightOf` (0–1) lets words that merely ask count less, and pairs with them. `gaps`: pairs with
 * a word between count too.
 */
export function eachFeature(
  words: readonly Word[],
  concepts: ConceptFinder,
  fillers: ReadonlySet<string>,
  sink: FeatureSink,
  weightOf: (at: number) => number = () => 1,
  gaps = true,
): void {
  const isFiller = words.map(({ folded }) => fillers.has(folded));
  const addPair = (word: Word, at: number, to: number, kind: number) => {
    const next = words[to];
    // "thủ tục | kết hôn": where what is asked ends and the matter begins, no word spans both.
    if (!next || weightOf(at) !== weightOf(to)) return;
    const empty = isFiller[at] && isFiller[to] ? FILLER_PAIR : 1;
    sink.pair(word.folded, next.folded, kind * empty * weightOf(at), at);
  };
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] as Word;
    if (!isFiller[at]) {
      sink.one(word.folded, weightOf(at), at);
      if (word.marked) sink.one(`${MARK}${word.key}`, MARKED_WEIGHT * weightOf(at), at);
    }
    addPair(word, at, at + 1, PAIR_WEIGHT);
    if (gaps) addPair(word, at, at + 2, GAP_PAIR_WEIGHT);
  }
  concepts.each(words, (concept, at) => {
    // "mất bao lâu" loses nothing; what a story only tells still names what it is about.
    const own = weightOf(at) < HEARD ? weightOf(at) : 1;
    sink.one(`${CONCEPT}${concept}`, CONCEPT_WEIGHT * own, -1);
  });
}

/** The same as a list, each feature once, at its highest weight. */
export function featuresOf(
  words: readonly Word[],
  concepts: ConceptFinder,
  fillers: ReadonlySet<string>,
  weightOf?: (at: number) => number,
): Feature[] {
  const best = new Map<string, Feature>();
  const one = (name: string, weight: number, at: number) => {
    if ((best.get(name)?.weight ?? 0) < weight) best.set(name, { name, weight, at });
  };
  const pair = (first: string, second: string, weight: number, at: number) =>
    one(`${first} ${second}`, weight, at);
  eachFeature(words, concepts, fillers, { one, pair }, weightOf);
  return [...best.values()];
}
