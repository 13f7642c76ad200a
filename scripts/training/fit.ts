import { evidenceNames } from "../../bot/answer/match/evidence.ts";
import { confidenceNames, confidenceValues, type RankWeights, rank } from "../../bot/answer/match/rank.ts";
import type { Example, Random } from "./examples.ts";

const PRIORS_FROM = evidenceNames.indexOf("commune");
const EPOCHS = 8;
const RATE = 0.03;
/** Strong on purpose: phrases that writers made differ from what people type, and even weights carry over best (0.0001 → 0.03: 2 points on the development questions). */
const DECAY = 0.03;
/** Where the search starts; close to what a person would guess, so that few steps suffice. */
const start: Partial<Record<(typeof evidenceNames)[number], number>> = {
  phrase: 4,
  name: 2,
  union: 5,
  segment: 3,
};

/** Finds the weights under which the right candidate gets the largest share: softmax regression by Adam. */
export function fitEvidence(examples: readonly Example[], random: Random): number[] {
  const weights = evidenceNames.map((name) => start[name] ?? 0);
  const mean = weights.map(() => 0);
  const spread = weights.map(() => 0);
  const usable = examples.filter(({ right }) => right.length > 0);
  let step = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (let turn = 0; turn < usable.length; turn += 1) {
      const example = usable[Math.floor(random() * usable.length)];
      if (!example) continue;
      step += 1;
      const gradient = slope(example, weights);
      weights.forEach((weight, at) => {
        const pull = (gradient[at] ?? 0) + DECAY * weight;
        mean[at] = 0.9 * (mean[at] ?? 0) + 0.1 * pull;
        spread[at] = 0.999 * (spread[at] ?? 0) + 0.001 * pull * pull;
        const size = Math.sqrt((spread[at] ?? 0) / (1 - 0.999 ** step)) + 1e-8;
        const next = weight - ((RATE / (1 + epoch)) * (mean[at] ?? 0)) / (1 - 0.9 ** step) / size;
        // Evidence can speak for an entry or be silent; only what is known beforehand may speak against it.
        weights[at] = at < PRIORS_FROM ? Math.max(0, next) : next;
      });
    }
  }
  return weights;
}

function slope({ candidates, right }: Example, weights: readonly number[]): number[] {
  const scores = candidates.map(({ evidence }) =>
    evidence.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0),
  );
  const top = Math.max(...scores);
  const parts = scores.map((score) => Math.exp(score - top));
  const all = parts.reduce((sum, part) => sum + part, 0);
  const good = right.reduce((sum, slot) => sum + (parts[slot] ?? 0), 0);
  const gradient = weights.map(() => 0);
  candidates.forEach(({ evidence }, slot) => {
    const part = parts[slot] ?? 0;
    const pull = part / all - (right.includes(slot) ? part / good : 0);
    evidence.forEach((value, at) => {
      gradient[at] = (gradient[at] ?? 0) + pull * value;
    });
  });
  return gradient;
}

/** Finds how sure to be: logistic regression of "the first was right" on the shape of the ranking. */
export function fitConfidence(
  examples: readonly Example[],
  evidence: readonly number[],
  random: Random,
): number[] {
  const weights = [0, ...confidenceNames.map(() => 0)];
  const rows = examples.map(({ candidates, right }) => {
    const ranked = rank(candidates, { evidence, confidence: [] });
    const first = candidates.findIndex(({ entry }) => entry === ranked[0]?.entry);
    return { values: [1, ...confidenceValues(ranked)], right: right.includes(first) ? 1 : 0 };
  });
  for (let round = 0; round < 40; round += 1) {
    for (let turn = 0; turn < rows.length; turn += 1) {
      const row = rows[Math.floor(random() * rows.length)];
      if (!row) continue;
      const sum = row.values.reduce((total, value, at) => total + value * (weights[at] ?? 0), 0);
      const error = 1 / (1 + Math.exp(-sum)) - row.right;
      row.values.forEach((value, at) => {
        weights[at] = (weights[at] ?? 0) - (0.05 / (1 + 0.3 * round)) * error * value;
      });
    }
  }
  return weights;
}

/** Share of examples whose first candidate is right. */
export function accuracy(examples: readonly Example[], weights: RankWeights): number {
  const asked = examples.filter(({ right }) => right.length > 0);
  const hits = asked.filter(({ candidates, right }) => {
    const [first] = rank(candidates, weights);
    return right.some((slot) => candidates[slot]?.entry === first?.entry);
  });
  return hits.length / asked.length;
}
