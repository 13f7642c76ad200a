import { type Facet, type FacetWords, facets, type Vocabulary } from "../../../domain/index.ts";
import { type Agreement, marksAgree, toneOf, type Word, wordsOf } from "../../../text/index.ts";
import { createPhraseFinder } from "../phrase-finder.ts";

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
  const gapped = createGappedFinder(expressions.filter(([text]) => text.includes(ELLIPSIS)));
  const find = createPhraseFinder<Facet | undefined>(
    [...whole, ...decoys.map((text) => [text, undefined] as const)],
    agree,
  );
  return (words) => {
    const found = find(words).flatMap(({ value, start, length }) =>
      value ? [{ facet: value, start, end: start + length }] : [],
    );
    const open = gapped(words).filter((cue) => !found.some((one) => overlap(one, cue)));
    return [...found, ...open].sort((a, b) => a.start - b.start);
  };
}

/** `tiền … tính sao`: the first part, a few words, the second part. */
interface Gapped {
  readonly before: readonly Word[];
  readonly after: readonly Word[];
  readonly facet: Facet;
}

function createGappedFinder(expressions: readonly (readonly [string, Facet])[]): CueFinder {
  const byFirst = new Map<string, Gapped[]>();
  for (const [text, facet] of expressions) {
    const [before = [], after = []] = text.split(ELLIPSIS).map((part) => wordsOf(part));
    const first = before[0]?.folded ?? "";
    byFirst.set(first, [...(byFirst.get(first) ?? []), { before, after, facet }]);
  }
  return (words) =>
    words.flatMap(({ folded }, start) =>
      (byFirst.get(folded) ?? []).flatMap((gapped) => gappedAt(words, start, gapped) ?? []),
    );
}

function gappedAt(words: readonly Word[], start: number, { before, after, facet }: Gapped): Cue | undefined {
  if (!standsAt(words, before, start)) return undefined;
  for (let gap = 1; gap <= GAP; gap += 1) {
    const at = start + before.length + gap;
    if (standsAt(words, after, at)) return { facet, start, end: at + after.length };
  }
  return undefined;
}

function standsAt(words: readonly Word[], part: readonly Word[], at: number): boolean {
  return part.every(({ folded, key }, offset) => {
    const word = words[at + offset];
    return word?.folded === folded && marksAgree(word, key);
  });
}

export function overlap(a: Cue, b: Cue): boolean {
  return a.start < b.end && b.start < a.end;
}
