import { isMark } from "./features.ts";

/** Features are numbered in the order they are first met; by name for a question, by parts while an index is built. */
export interface FeatureIds {
  readonly size: number;
  get(name: string): number | undefined;
  /** Every name that is no pair, with its number. */
  named(): Iterable<[string, number]>;
  /** Every name with its number. */
  entries(): Iterable<[string, number]>;
}

export interface GrowingFeatureIds extends FeatureIds {
  /** Number of a syllable, mark or concept by its whole name. */
  ofName(name: string): number;
  /** Number of two words in this order. */
  ofPair(first: string, second: string): number;
}

/** More than the different words of the catalogue; a pair of word numbers is one number in this base. */
const BASE = 65_536;

/**
 * Most features are pairs of words, and a name for each would be built half a million times: a pair is kept as
 * the numbers of its words.
 */
export function createFeatureIds(): GrowingFeatureIds {
  const names = new Map<string, number>();
  const words = new Map<string, number>();
  const wordList: string[] = [];
  const pairs = new Map<number, number>();
  let size = 0;
  const wordOf = (word: string): number => {
    const known = words.get(word);
    if (known !== undefined) return known;
    words.set(word, wordList.length);
    return wordList.push(word) - 1;
  };
  const numbered = <Key>(map: Map<Key, number>, key: Key): number => {
    const known = map.get(key);
    if (known !== undefined) return known;
    map.set(key, size);
    size += 1;
    return size - 1;
  };
  return {
    get size() {
      return size;
    },
    ofName: (name) => numbered(names, name),
    ofPair: (first, second) => numbered(pairs, wordOf(first) * BASE + wordOf(second)),
    get: (name) => {
      const space = isMark(name) ? -1 : name.indexOf(" ");
      if (space < 0) return names.get(name);
      const first = words.get(name.slice(0, space));
      const second = words.get(name.slice(space + 1));
      return first === undefined || second === undefined ? undefined : pairs.get(first * BASE + second);
    },
    named: () => names,
    *entries() {
      yield* names;
      for (const [key, id] of pairs)
        yield [`${wordList[Math.floor(key / BASE)]} ${wordList[key % BASE]}`, id];
    },
  };
}
