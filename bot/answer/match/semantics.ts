import type { MatchIndex } from "./build-index.ts";
import { type QueryFeatures, semanticWeight } from "./query-features.ts";
import { alignment, classOf, pointOf, type SemanticModel } from "./semantic.ts";

/** The learned model, joined to one index. */
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
  { entries, featureIds, rarity }: MatchIndex,
): Semantics {
  const classes = Int32Array.from(entries, ({ target }) => model.classes.get(classOf(target)) ?? -1);
  const learned = new Int32Array(featureIds.size).fill(-1);
  for (const [name, id] of model.features) learned[featureIds.get(name) ?? -1] = id;
  return {
    near: ({ ids, weights }, among) => {
      const features = ids.map((id, at) => ({
        id: learned[id] as number,
        weight: semanticWeight(weights[at] as number, rarity[id] as number),
      }));
      const middle = pointOf(model, features);
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
