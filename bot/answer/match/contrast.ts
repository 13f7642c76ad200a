import type { MatchIndex } from "./build-index.ts";
import type { Workspace } from "./match-units.ts";
import type { QueryFeatures } from "./query-features.ts";

/** How much of what tells the candidates apart an entry has, 0–1. */
export interface Contrast {
  /** Anywhere in its texts. */
  any: number;
  /** By how many of its texts have it. */
  dense: number;
  /** Share of what is worth listening to that the entry has anywhere. */
  focus: number;
}

/**
 * Siblings share most of their words; what tells them apart is what few of the candidates have.
 * A feature is worth the logarithm of candidates per candidate that has it.
 */
export function contrastOf(
  index: MatchIndex,
  { ids, weights }: QueryFeatures,
  attention: readonly number[],
  work: Workspace,
  entries: readonly number[],
  leaveOut: number,
): Contrast[] {
  const counts = entries.map((entry) => mentions(index, work, entry, leaveOut));
  const result = entries.map(() => ({ any: 0, dense: 0, focus: 0 }));
  let total = 1e-6;
  let heard = 1e-6;
  ids.forEach((id, at) => {
    const weight = (weights[at] ?? 0) * (attention[at] ?? 1);
    const loudness = weight * (index.rarity[id] ?? 0);
    heard += loudness;
    const having = counts.reduce((sum, count) => sum + (count.has(id) ? 1 : 0), 0);
    if (having === 0) return;
    const value = weight * Math.log(entries.length / having);
    total += value;
    counts.forEach((count, slot) => {
      const times = count.get(id);
      const sum = result[slot];
      if (times === undefined || !sum) return;
      const entry = entries[slot] as number;
      const size = (index.firstUnit[entry + 1] as number) - (index.firstUnit[entry] as number);
      sum.any += value;
      sum.focus += loudness;
      sum.dense += value * Math.min(1, (4 * times) / (size + 3));
    });
  });
  for (const sum of result) {
    sum.any /= total;
    sum.dense /= total;
    sum.focus /= heard;
  }
  return result;
}

/** Feature of the question → number of the entry's texts that have it. */
function mentions(index: MatchIndex, work: Workspace, entry: number, leaveOut: number): Map<number, number> {
  const { starts, values } = index.featuresOf;
  const counts = new Map<number, number>();
  for (
    let unit = index.firstUnit[entry] as number;
    unit < (index.firstUnit[entry + 1] as number);
    unit += 1
  ) {
    if (unit === leaveOut) continue;
    for (let at = starts[unit] as number; at < (starts[unit + 1] as number); at += 1) {
      const id = values[at] as number;
      if (work.featureWeight[id] !== 0) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  return counts;
}
