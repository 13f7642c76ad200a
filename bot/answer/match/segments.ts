/** A text this short is one thought already. */
const SHORT = 9;
const WINDOW = 9;
const STRIDE = 4;
/** A long letter has its point somewhere; this many stretches of it are looked at. One bit each, so at most 31. */
const MOST = 28;

/** A stretch of words: from `start` up to, not including, `end`. */
export interface Segment {
  readonly start: number;
  readonly end: number;
}

/**
 * Cuts a long message into overlapping stretches, so that the one that names the matter can speak
 * for itself. `breaks` are positions where a clause begins. Short messages give none.
 */
export function segmentsOf(words: number, breaks: readonly number[]): Segment[] {
  if (words <= SHORT) return [];
  const segments: Segment[] = [];
  const starts = [0, ...breaks.filter((at) => at > 0 && at < words)];
  starts.forEach((start, at) => {
    const end = starts[at + 1] ?? words;
    if (end - start >= 3 && end - start <= WINDOW + STRIDE) segments.push({ start, end });
    else if (end - start > WINDOW + STRIDE) {
      for (let from = start; from < end - STRIDE; from += STRIDE)
        segments.push({ start: from, end: Math.min(end, from + WINDOW) });
    }
  });
  return segments.length <= MOST ? segments : evenly(segments);
}

function evenly<T>(all: readonly T[]): T[] {
  return Array.from({ length: MOST }, (_, at) => all[Math.floor((at * all.length) / MOST)]).filter(
    (item) => item !== undefined,
  );
}
