import type { Word } from "../../text/index.ts";

/** A text this short is one thought already. */
const SHORT = 9;
const WINDOW = 9;
const STRIDE = 4;
/** A long letter has its point somewhere; this many stretches of it are looked at. */
const MOST = 24;

/**
 * Cuts a long message into overlapping stretches of words, so that the one that names the matter can speak
 * for itself. `breaks` are positions where a clause begins. Short messages give no segments.
 */
export function segmentsOf(words: readonly Word[], breaks: readonly number[]): (readonly Word[])[] {
  if (words.length <= SHORT) return [];
  const segments: (readonly Word[])[] = [];
  const starts = [0, ...breaks.filter((at) => at > 0 && at < words.length)];
  starts.forEach((start, at) => {
    const end = starts[at + 1] ?? words.length;
    if (end - start >= 3 && end - start <= WINDOW + STRIDE) segments.push(words.slice(start, end));
    else if (end - start > WINDOW + STRIDE) {
      for (let from = start; from < end - STRIDE; from += STRIDE) segments.push(words.slice(from, Math.min(end, from + WINDOW)));
    }
  });
  return segments.length <= MOST ? segments : spread(segments);
}

/** The first and last thirds say most in a letter; keep evenly spaced ones. */
function spread<T>(all: readonly T[]): T[] {
  return Array.from({ length: MOST }, (_, at) => all[Math.floor((at * all.length) / MOST)]).filter(
    (item) => item !== undefined,
  );
}
