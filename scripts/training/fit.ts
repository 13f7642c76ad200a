import { evidenceNames } from "../../bot/answer/match/evidence.ts";
import { confidenceNames, confidenceValues, rank } from "../../bot/answer/match/rank.ts";
import type { Example } from "./examples.ts";

/** No message about one procedure can teach what being broad is worth. */
const BROAD = evidenceNames.indexOf("broad");
const BROAD_MOST = 15;
const STEPS = 500;
const RATE = 0.05;
/** Some, for a few thousand messages say little about evidence that is seldom there. */
const DECAY = 0.002;
/** Where the search starts; close to what it finds, so that few steps suffice. */
const start: Partial<Record<(typeof evidenceNames)[number], number>> = {
  words: 0.7,
  concepts: 0.7,
  contrast: 0.7,
  semantic: 2,
};

/** Finds the weights under which the right candidate gets the largest share: softmax regression by Adam over all examples at once. */
export function fitEvidence(examples: readonly Example[]): number[] {
  const usable = examples.filter(({ right, single }) => single && right.length > 0);
  const all = usable.reduce((sum, { times }) => sum + times, 0);
  const slopeAt = (weights: readonly number[]) => {
    const slope = weights.map((weight) => DECAY * weight * all);
    for (const example of usable) addSlope(slope, example, weights);
    return slope.map((sum) => sum / all);
  };
  // Evidence can speak for an entry or be silent.
  const weights = descend(
    evidenceNames.map((name) => start[name] ?? 0),
    slopeAt,
    0,
  );
  weights[BROAD] = broadWeight(examples, weights);
  return weights;
}

/** The weight of being broad under which messages that leave open what is meant, and those that do not, get the largest share. */
function broadWeight(examples: readonly Example[], weights: readonly number[]): number {
  const scored = examples
    .filter(({ right }) => right.length > 0)
    .map(({ candidates, right }) =>
      candidates.map(({ evidence }, slot) => ({
        score: evidence.reduce((sum, value, at) => sum + (at === BROAD ? 0 : value * (weights[at] ?? 0)), 0),
        broad: evidence[BROAD] ?? 0,
        right: right.includes(slot),
      })),
    );
  const likelihood = (weight: number) =>
    scored.reduce((sum, candidates) => {
      const parts = candidates.map(({ score, broad }) => Math.exp(score + weight * broad));
      const good = parts.reduce((total, part, slot) => total + (candidates[slot]?.right ? part : 0), 0);
      return sum + Math.log(good / parts.reduce((total, part) => total + part, 0));
    }, 0);
  const tried = Array.from({ length: 10 * BROAD_MOST + 1 }, (_, at) => at / 10);
  return tried.reduce((best, weight) => (likelihood(weight) > likelihood(best) ? weight : best), 0);
}

function addSlope(
  gradient: number[],
  { candidates, right, times }: Example,
  weights: readonly number[],
): void {
  const scores = candidates.map(({ evidence }) => {
    let sum = 0;
    for (let at = 0; at < evidence.length; at += 1) sum += (evidence[at] ?? 0) * (weights[at] ?? 0);
    return sum;
  });
  const top = Math.max(...scores);
  const parts = scores.map((score) => Math.exp(score - top));
  const all = parts.reduce((sum, part) => sum + part, 0);
  const good = right.reduce((sum, slot) => sum + (parts[slot] ?? 0), 0);
  candidates.forEach(({ evidence }, slot) => {
    const part = parts[slot] ?? 0;
    const pull = times * (part / all - (right.includes(slot) ? part / good : 0));
    for (let at = 0; at < evidence.length; at += 1)
      gradient[at] = (gradient[at] ?? 0) + pull * (evidence[at] ?? 0);
  });
}

/** Finds how sure to be: logistic regression of "the first was right" on the shape of the ranking. */
export function fitConfidence(examples: readonly Example[], evidence: readonly number[]): number[] {
  const rows = examples.map(({ candidates, right, single }) => {
    const ranked = rank(candidates, { evidence, confidence: [] });
    const first = candidates.findIndex(({ entry }) => entry === ranked[0]?.entry);
    return { values: [1, ...confidenceValues(ranked)], right: single && right.includes(first) ? 1 : 0 };
  });
  return descend([0, ...confidenceNames.map(() => 0)], (weights) => {
    const slope = weights.map(() => 0);
    for (const { values, right } of rows) {
      const sum = values.reduce((total, value, at) => total + value * (weights[at] ?? 0), 0);
      const error = (1 / (1 + Math.exp(-sum)) - right) / rows.length;
      values.forEach((value, at) => {
        slope[at] = (slope[at] ?? 0) + error * value;
      });
    }
    return slope;
  });
}

/** Adam over all examples at once: the same result each time. `slopeAt` gives the mean slope at some weights. */
function descend(
  start: readonly number[],
  slopeAt: (weights: readonly number[]) => readonly number[],
  least = Number.NEGATIVE_INFINITY,
): number[] {
  const weights = [...start];
  const mean = weights.map(() => 0);
  const spread = weights.map(() => 0);
  for (let step = 1; step <= STEPS; step += 1) {
    slopeAt(weights).forEach((slope, at) => {
      mean[at] = 0.9 * (mean[at] ?? 0) + 0.1 * slope;
      spread[at] = 0.999 * (spread[at] ?? 0) + 0.001 * slope * slope;
      const size = Math.sqrt((spread[at] ?? 0) / (1 - 0.999 ** step)) + 1e-8;
      weights[at] = Math.max(least, (weights[at] ?? 0) - (RATE * (mean[at] ?? 0)) / (1 - 0.9 ** step) / size);
    });
  }
  return weights;
}

/** Share of examples whose first candidate is right. */
export function accuracy(examples: readonly Example[], evidence: readonly number[]): number {
  const asked = examples.filter(({ right }) => right.length > 0);
  const hits = asked.filter(({ candidates, right }) => {
    const [first] = rank(candidates, { evidence, confidence: [] });
    return right.some((slot) => candidates[slot]?.entry === first?.entry);
  });
  return hits.length / asked.length;
}
