import type { AnswerStatus } from "../../domain/index.ts";
import type { MatchIndex } from "../match/build-index.ts";
import { type Query, readQuery } from "../match/query-features.ts";
import { predict, trainSoftmax } from "./softmax.ts";

/** What the tone of a message says, before any procedure is looked for. */
export interface Tone {
  /** Chance, 0–1, that the message is no question about a procedure at all. */
  readonly intent: number;
  /** What it would then be. */
  readonly status: AnswerStatus;
  /** Chance, 0–1, of that among what it could then be. */
  readonly sure: number;
}

export type IntentReader = (query: Query) => Tone | undefined;

/** Procedure texts taken for each intent example; more would drown the examples. */
const PROCEDURES_EACH = 4;

/**
 * Learns, from the examples of the vocabulary and the phrases of the guides, how people sound when they want
 * something other than a procedure. Learnt anew with every version of the knowledge, so that an example that
 * staff add counts at the next publish. `teaches` leaves texts out, to see how it does on words it never saw.
 */
export function createIntentReader(
  index: MatchIndex,
  teaches: (unit: number) => boolean = () => true,
): IntentReader {
  const statuses: AnswerStatus[] = [];
  const intents: { row: number; label: number }[] = [];
  const procedures: number[] = [];
  index.entries.forEach(({ target }, entry) => {
    const first = index.firstUnit[entry] ?? 0;
    if (target.kind === "intent") {
      if (!statuses.includes(target.status)) statuses.push(target.status);
      if (teaches(first)) intents.push({ row: first, label: statuses.indexOf(target.status) });
    } else {
      for (let unit = first; unit < (index.firstUnit[entry + 1] ?? first); unit += 1) {
        if ((index.unitKind[unit] ?? 9) <= 1 && teaches(unit)) procedures.push(unit);
      }
    }
  });
  const step = Math.max(1, Math.floor(procedures.length / (PROCEDURES_EACH * intents.length)));
  const both = [
    ...intents.map(({ row }) => ({ row, label: 1 })),
    ...procedures.filter((_, at) => at % step === 0).map((row) => ({ row, label: 0 })),
  ];
  const features = index.rarity.length;
  const whether = trainSoftmax(index.featuresOf, both, features, 2);
  const which = trainSoftmax(index.featuresOf, intents, features, statuses.length);
  const two = new Float64Array(2);
  const all = new Float64Array(statuses.length);
  return (query) => {
    const { ids, weights } = readQuery(index, query);
    if (ids.length === 0) return undefined;
    predict(whether, ids, weights, two);
    predict(which, ids, weights, all);
    let best = 0;
    for (let at = 1; at < all.length; at += 1) if ((all[at] as number) > (all[best] as number)) best = at;
    const status = statuses[best];
    return status ? { intent: two[1] as number, status, sure: all[best] as number } : undefined;
  };
}
