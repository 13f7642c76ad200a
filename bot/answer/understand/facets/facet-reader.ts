import type { Facet, Vocabulary } from "../../../domain/index.ts";
import { createCueFinders } from "./cues.ts";
import { namedAtEdges } from "./named-parts.ts";
import { facetsOfNeed } from "./need.ts";
import { type Asked, readUnit } from "./read-unit.ts";
import { type Message, unitsOf } from "./units.ts";

export interface FacetsFound {
  /** In the order asked. */
  readonly facets: readonly Facet[];
  /** False when nothing was asked ("em muốn đổi tên", "hết hạn thì sao") and the steps are only taken as meant. */
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
    const asked = units.flatMap((unit) => readUnit(message.words, unit, find));
    const found = asked.length > 0 ? asked : namedAtEdges(message.words, units, find);
    const facets = choose(found);
    // "bao lâu có kết quả": the name of an asked part says nothing of the matter either.
    const names = find.names(message.words).filter(({ facet }) => facets.includes(facet));
    const asking = new Set([...found, ...names].flatMap(({ start, end }) => range(start, end)));
    if (facets.length === 0) return { facets: facetsOfNeed(message.words), asked: false, asking };
    return { facets, asked: found.some(({ whatIf }) => !whatIf), asking };
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

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, offset) => from + offset);
}
