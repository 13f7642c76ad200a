import type { Facet, Vocabulary } from "../../../domain/index.ts";
import { createCueFinders } from "./cues.ts";
import { namedAtEdges } from "./named-parts.ts";
import { facetsOfNeed } from "./need.ts";
import { type Asked, readUnit } from "./read-unit.ts";
import { type Message, unitsOf } from "./units.ts";

export interface FacetsFound {
  /** In the order asked. */
  readonly facets: readonly Facet[];
  /** False when a need was told without asking anything, so that the steps were taken as meant. */
  readonly asked: boolean;
  /** Positions of the words that ask, so that they are not taken for the matter itself. */
  readonly asking: ReadonlySet<number>;
}

/** Parts answered at once; a third only when all three are asked clearly. */
const MOST = 2;
const MOST_CLEAR = 3;

/** Reads which parts of a procedure a message asks for. */
export function createFacetReader(vocabulary: Vocabulary["facets"]): (message: Message) => FacetsFound {
  const find = createCueFinders(vocabulary);
  return (message) => {
    const units = unitsOf(message);
    const all = units.flatMap((unit) => readUnit(message.words, unit, find));
    const named = all.length === 0 ? namedAtEdges(message.words, units, find) : [];
    const asked = [...all, ...named];
    const chosen = choose(asked);
    const asking = new Set(
      asked.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)),
    );
    if (chosen.length > 0) return { facets: chosen, asked: true, asking };
    return { facets: facetsOfNeed(message.words), asked: false, asking };
  };
}

/** What is asked last counts: a long story asks other things on its way. */
function choose(asked: readonly Asked[]): Facet[] {
  const last = asked.at(-1)?.sentence;
  const here = asked.filter(({ sentence }) => sentence === last);
  const clear = distinct(here.filter(({ clear }) => clear));
  if (clear.length >= MOST) return clear.slice(0, MOST_CLEAR);
  return distinct(here).slice(-MOST);
}

function distinct(asked: readonly Asked[]): Facet[] {
  return [...new Set(asked.map(({ facet }) => facet))];
}
