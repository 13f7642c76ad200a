import { type Facet, type FacetWords, facets, type Vocabulary } from "../../../domain/index.ts";
import { toneOf, type Word, wordsOf } from "../../../text/index.ts";
import { type Agreement, createPhraseFinder, marksAgree } from "../phrase-finder.ts";

/** Words that point to a part of a procedure, at their positions in the run that was searched. */
export interface Cue {
  readonly facet: Facet;
  readonly start: number;
  /** Position after the last word. */
  readonly end: number;
}

export type CueFinder = (words: readonly Word[]) => readonly Cue[];

export interface CueFinders {
  readonly asks: CueFinder;
  readonly names: CueFinder;
  readonly checks: CueFinder;
}

/** Words that `…` in an expression may stand for, at most. */
const GAP = 6;
const ELLIPSIS = "…";

/**
 * A mark left out or set on the wrong letter ("ở đau", "đựoc") while the tone is right is a slip of the
 * keyboard. A wrong tone is more often another word: "ở đầu đường".
 */
const slipAgrees: Agreement = (typed, key) => marksAgree(typed, key) || toneOf(typed.key) === toneOf(key);

/** Prepares the vocabulary of facets for searching. */
export function createCueFinders(vocabulary: Vocabulary["facets"]): CueFinders {
  const decoys = facets.flatMap((facet) => vocabulary[facet].not ?? []);
  const finder = (use: keyof FacetWords, agree: Agreement) =>
    createCueFinder(
      facets.flatMap((facet) => (vocabulary[facet][use] ?? []).map((text): [string, Facet] => [text, facet])),
      decoys,
      agree,
    );
  return {
    asks: finder("asks", slipAgrees),
    names: finder("names", marksAgree),
    checks: finder("checks", marksAgree),
  };
}

/** Finds the expressions of one use; where an expression that only looks like one stands, nothing is found. */
function createCueFinder(
  expressions: readonly (readonly [string, Facet])[],
  decoys: readonly string[],
  agree: Agreement,
): CueFinder {
  const whole = expressions.filter(([text]) => !text.includes(ELLIPSIS));
  const gapped = expressions
    .filter(([text]) => text.includes(ELLIPSIS))
    .map(([text, facet]) => gappedCue(text, facet));
  const find = createPhraseFinder<Facet | undefined>(
    [...whole, ...decoys.map((text) => [text, undefined] as const)],
    agree,
  );
  return (words) => {
    const found = find(words).flatMap(({ value, start, length }) =>
      value ? [{ facet: value, start, end: start + length }] : [],
    );
    const open = gapped
      .flatMap((search) => search(words))
      .filter((cue) => !found.some((one) => overlap(one, cue)));
    return [...found, ...open].sort((a, b) => a.start - b.start);
  };
}

/** `tiền … tính sao`: the first part, a few words, the second part. */
function gappedCue(text: string, facet: Facet): CueFinder {
  const [before = [], after = []] = text.split(ELLIPSIS).map((part) => wordsOf(part));
  const standsAt = (words: readonly Word[], part: readonly Word[], at: number) =>
    part.every(({ folded, key }, offset) => {
      const word = words[at + offset];
      return word?.folded === folded && marksAgree(word, key);
    });
  return (words) => {
    const found: Cue[] = [];
    for (let start = 0; start < words.length; start += 1) {
      if (!standsAt(words, before, start)) continue;
      for (let gap = 1; gap <= GAP; gap += 1) {
        const at = start + before.length + gap;
        if (!standsAt(words, after, at)) continue;
        found.push({ facet, start, end: at + after.length });
        break;
      }
    }
    return found;
  };
}

export function overlap(a: Cue, b: Cue): boolean {
  return a.start < b.end && b.start < a.end;
}
