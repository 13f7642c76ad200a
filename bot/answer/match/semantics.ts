import type { Entry } from "./entries.ts";
import { type QueryFeatures, semanticWeight } from "./query-features.ts";
import { alignment, classOf, isSemantic, nearness, pointOf, type SemanticModel } from "./semantic.ts";

/** The learned model, joined to the entries of one index. */
export interface Semantics {
  /**
   * How near each entry is to a question: 0 for the nearest, down to -1. An entry that the model has
   * not learned yet stands in the middle.
   */
  near(features: QueryFeatures): (entry: number) => number;
  /** The same among some entries only; `attention` (0–1 a feature) makes parts of the question count less. */
  nearAmong(
    features: QueryFeatures,
    attention: readonly number[],
    entries: readonly number[],
  ): (entry: number) => number;
}

/** Logarithms of shares are divided by this, so that everything beyond e^-12 is equally far. */
const FARTHEST = 12;
const UNLEARNED = -0.5;

export function createSemantics(
  model: SemanticModel,
  entries: readonly Entry[],
  rarity: Float32Array,
): Semantics {
  const classes = Int32Array.from(entries, ({ target }) => model.classes.get(classOf(target)) ?? -1);
  const point = ({ ids, names, weights }: QueryFeatures, attention?: readonly number[]) =>
    pointOf(
      model,
      names.flatMap((name, at) =>
        isSemantic(name)
          ? [
              {
                name,
                weight: semanticWeight(
                  (weights[at] ?? 0) * (attention?.[at] ?? 1),
                  rarity[ids[at] ?? 0] ?? 0,
                ),
              },
            ]
          : [],
      ),
    );
  const scaled = (score: number | undefined) =>
    score === undefined ? UNLEARNED : Math.max(-1, score / FARTHEST);
  return {
    near: (features) => {
      const scores = nearness(model, point(features));
      return (entry) => scaled(scores[classes[entry] ?? -1]);
    },
    nearAmong: (features, attention, chosen) => {
      const middle = point(features, attention);
      const scores = new Map(
        chosen.flatMap((entry): [number, number][] => {
          const one = classes[entry] ?? -1;
          return one < 0 ? [] : [[entry, alignment(model, middle, one)]];
        }),
      );
      const top = Math.max(...scores.values());
      return (entry) => {
        const score = scores.get(entry);
        return scaled(score === undefined ? undefined : score - top);
      };
    },
  };
}
