import type { EvidenceOf } from "./evidence.ts";

/** What training found; kept in `weights.json`, written by `npm run train`. */
export interface RankWeights {
  /** One for each of `evidenceNames`. */
  readonly evidence: readonly number[];
  /** Bias and one for each of `confidenceNames`. */
  readonly confidence: readonly number[];
}

export interface Ranked extends EvidenceOf {
  /** Weighted sum of the evidence. */
  readonly score: number;
  /** Share among the candidates, 0–1; they sum to 1. */
  readonly share: number;
}

/** What the confidence is read from: the first candidate's share, its lead, and how well it fits by itself. */
export const confidenceNames = [
  "share",
  "lead",
  "phrase",
  "union",
  "complete",
  "explains",
  "name",
  "exact",
] as const;

/** Orders candidates by weighted evidence. */
export function rank(candidates: readonly EvidenceOf[], weights: RankWeights): Ranked[] {
  const scored = candidates.map(({ entry, evidence, union, fit }) => {
    return { entry, evidence, union, fit, score: weigh(evidence, weights.evidence), share: 0 };
  });
  scored.sort((a, b) => b.score - a.score || a.entry - b.entry);
  const top = scored[0]?.score ?? 0;
  let sum = 0;
  for (const one of scored) sum += one.share = Math.exp(one.score - top);
  for (const one of scored) one.share /= sum;
  return scored;
}

/** Chance, 0–1, that the first candidate is what was meant, as seen on held-out phrases. */
export function confidenceOf(ranked: readonly Ranked[], weights: RankWeights): number {
  const values = confidenceValues(ranked);
  const sum = values.reduce(
    (total, value, at) => total + value * (weights.confidence[at + 1] ?? 0),
    weights.confidence[0] ?? 0,
  );
  return 1 / (1 + Math.exp(-sum));
}

export function confidenceValues(ranked: readonly Ranked[]): number[] {
  const [first, second] = ranked;
  if (!first) return confidenceNames.map(() => 0);
  const { phrase, complete, explains, name, exact } = first.fit;
  return [
    first.share,
    first.share - (second?.share ?? 0),
    phrase,
    first.union,
    complete,
    explains,
    name,
    exact,
  ];
}

function weigh(evidence: readonly number[], weights: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < evidence.length; at += 1) sum += (evidence[at] ?? 0) * (weights[at] ?? 0);
  return sum;
}
