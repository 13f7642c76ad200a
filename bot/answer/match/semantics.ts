import type { Entry } from "./entries.ts";
import { type QueryFeatures, semanticWeight } from "./query-features.ts";
import { classOf, isSemantic, nearness, pointOf, type SemanticModel } from "./semantic.ts";

/** The learned model, joined to the entries of one index. */
export interface Semantics {
  /**
   * How near each entry is to a question: 0 for the nearest, down to -1. An entry that the model has
   * not learned yet stands in the middle. `attention` (0–1 a feature) makes parts of the question count less.
   */
  near(features: QueryFeatures, attention?: readonly number[]): (entry: number) => number;
}

/** Logarithms of shares are divided by this, so that everything beyond e^-12 is equally far. */
const FARTHEST = 12;
const UNLEARNED = -0.5;

export function createSemantics(model: SemanticModel, entries: readonly Entry[], rarity: Float32Array): Semantics {
  const classes = Int32Array.from(entries, ({ target }) => model.classes.get(classOf(target)) ?? -1);
  return {
    near: ({ ids, names, weights }, attention) => {
      const features = names.flatMap((name, at) =>
        isSemantic(name)
          ? [{ name, weight: semanticWeight((weights[at] ?? 0) * (attention?.[at] ?? 1), rarity[ids[at] ?? 0] ?? 0) }]
          : [],
      );
      const scores = nearness(model, pointOf(model, features));
      return (entry) => {
        const one = classes[entry] ?? -1;
        return one < 0 ? UNLEARNED : Math.max(-1, (scores[one] ?? 0) / FARTHEST);
      };
    },
  };
}
