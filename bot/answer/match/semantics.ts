import type { Entry } from "./entries.ts";
import { type QueryFeatures, semanticWeight } from "./query-features.ts";
import { alignment, classOf, isSemantic, pointOf, type SemanticModel } from "./semantic.ts";

/** The learned model, joined to the entries of one index. */
export interface Semantics {
  /**
   * How near each of some entries is to a question, in their order: 0 for the nearest of them, down to -1. An entry
   * that the model has not learned yet stands in the middle.
   */
  near(features: QueryFeatures, entries: readonly number[]): Float32Array;
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
  const point = ({ ids, names, weights }: QueryFeatures) =>
    pointOf(
      model,
      names.flatMap((name, at) =>
        isSemantic(name)
          ? [{ name, weight: semanticWeight(weights[at] ?? 0, rarity[ids[at] ?? 0] ?? 0) }]
          : [],
      ),
    );
  return {
    near: (features, among) => {
      const middle = point(features);
      const scores = new Float32Array(among.length);
      let top = Number.NEGATIVE_INFINITY;
      for (let at = 0; at < among.length; at += 1) {
        const one = classes[among[at] as number] as number;
        const score = one < 0 ? Number.NaN : alignment(model, middle, one);
        if (score > top) top = score;
        scores[at] = score;
      }
      for (let at = 0; at < scores.length; at += 1) {
        const score = scores[at] as number;
        scores[at] = Number.isNaN(score) ? UNLEARNED : Math.max(-1, (score - top) / FARTHEST);
      }
      return scores;
    },
  };
}
