import type { MatchIndex } from "./build-index.ts";
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
  entries: readonly { readonly entry: number; readonly mentions: Uint16Array }[],
): Contrast[] {
  const result = entries.map(() => ({ any: 0, dense: 0, focus: 0 }));
  let total = 1e-6;
  let heard = 1e-6;
  ids.forEach((id, at) => {
    const weight = (weights[at] ?? 0) * (attention[at] ?? 1);
    const loudness = weight * (index.rarity[id] ?? 0);
    heard += loudness;
    const having = entries.reduce((sum, { mentions }) => sum + (mentions[at] ? 1 : 0), 0);
    if (having === 0) return;
    const value = weight * Math.log(entries.length / having);
    total += value;
    entries.forEach(({ entry, mentions }, slot) => {
      const times = mentions[at];
      const sum = result[slot];
      if (!times || !sum) return;
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
