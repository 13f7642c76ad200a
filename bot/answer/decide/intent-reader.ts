import type { AnswerStatus } from "../../domain/index.ts";
import type { MatchIndex } from "../match/build-index.ts";
import type { Entry } from "../match/entries.ts";
import type { QueryFeatures } from "../match/query-features.ts";
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

export type IntentReader = (features: QueryFeatures) => Tone | undefined;

/** Texts of rarer matters taken for each intent example; more would drown the examples. */
const OTHERS_EACH = 2;
/** Position of "core" in what is known of an entry beforehand. */
const CORE = 3;

/** Texts to learn from: of other intents with what each means, of usual matters, of the rest. */
function lessonsOf(index: MatchIndex, teaches: (unit: number) => boolean) {
  const statuses: AnswerStatus[] = [];
  const intents: { row: number; label: number }[] = [];
  const usual: number[] = [];
  const others: number[] = [];
  for (const [unit, entry] of index.unitEntry.entries()) {
    const { target, prior } = index.entries[entry] as Entry;
    if (target.kind === "intent") {
      if (!statuses.includes(target.status)) statuses.push(target.status);
      if (teaches(unit)) intents.push({ row: unit, label: statuses.indexOf(target.status) });
    } else if ((index.unitKind[unit] ?? 9) <= 1 && teaches(unit)) (prior[CORE] ? usual : others).push(unit);
  }
  return { statuses, intents, usual, others };
}

/**
 * Learns, from the examples of the vocabulary and the phrases of the guides, how people sound when they want
 * something other than a procedure. Learnt anew with every version of the knowledge, so that an example that
 * staff add counts at the next publish. `teaches` leaves texts out, to see how it does on words it never saw.
 */
export function createIntentReader(
  index: MatchIndex,
  teaches: (unit: number) => boolean = () => true,
): IntentReader {
  const { statuses, intents, usual, others } = lessonsOf(index, teaches);
  const step = Math.max(1, Math.floor(others.length / (OTHERS_EACH * intents.length)));
  const both = [
    ...intents.map(({ row }) => ({ row, label: 1 })),
    ...[...usual, ...others.filter((_, at) => at % step === 0)].map((row) => ({ row, label: 0 })),
  ];
  const features = index.rarity.length;
  const whether = trainSoftmax(index.featuresOf, both, features, 2);
  const which = trainSoftmax(index.featuresOf, intents, features, statuses.length);
  const two = new Float64Array(2);
  const all = new Float64Array(statuses.length);
  return ({ ids, weights }) => {
    if (ids.length === 0) return undefined;
    predict(whether, ids, weights, two);
    predict(which, ids, weights, all);
    let best = 0;
    for (let at = 1; at < all.length; at += 1) if ((all[at] as number) > (all[best] as number)) best = at;
    const status = statuses[best];
    return status ? { intent: two[1] as number, status, sure: all[best] as number } : undefined;
  };
}
