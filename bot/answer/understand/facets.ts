import { type Facet, facets, type Vocabulary } from "../../domain/index.ts";
import type { Word } from "../../text/index.ts";
import { createPhraseFinder } from "./phrase-finder.ts";

export interface FacetsFound {
  /** In the order asked, strongest reading. */
  readonly facets: readonly Facet[];
  /** Positions of the words that ask, so that they are not taken for the matter itself. */
  readonly asking: ReadonlySet<number>;
}

/** "làm sao", "được không" go with any question; they decide only when nothing clearer is asked. */
const weak: ReadonlySet<Facet> = new Set(["eligibility", "steps"]);

/** Reads which parts of a procedure are asked for. */
export function createFacetReader(vocabulary: Vocabulary["facets"]): (words: readonly Word[]) => FacetsFound {
  const find = createPhraseFinder(
    facets.flatMap((facet) => vocabulary[facet].map((text): [string, Facet] => [text, facet])),
  );
  return (words) => {
    const found = find(words);
    const asking = new Set(found.flatMap(({ start, length }) => Array.from({ length }, (_, at) => start + at)));
    const inOrder = [...new Set(found.map(({ value }) => value))];
    const strong = inOrder.filter((facet) => !weak.has(facet));
    return { facets: strong.length > 0 ? strong : inOrder.slice(0, 1), asking };
  };
}
