import type { AnswerStatus, Cues } from "../../domain/index.ts";
import type { Word } from "../../text/index.ts";
import { createPhraseFinder } from "../understand/phrase-finder.ts";

/** What the cue words of a message say. */
export interface CueReading {
  readonly status: AnswerStatus;
  /** Name of the rule, for the trace. */
  readonly rule: string;
  /** False when the rule only leans: a clear procedure still wins. */
  readonly decides: boolean;
}

/** Reads messages by the rules of one vocabulary. */
export interface CueReader {
  /** The first rule that fits, in the order they stand; one that decides before one that leans. */
  read(words: readonly Word[]): CueReading | undefined;
  /** Positions of greetings, thanks and other courtesies. */
  courtesies(words: readonly Word[]): ReadonlySet<number>;
}

/** Words that a rule's cues may stretch over when it does not say. Further apart they belong to different thoughts. */
const WITHIN = 12;
const COURTESY = "courtesy";

interface Hit {
  readonly start: number;
  readonly end: number;
}

export function createCueReader({ lists, rules }: Cues): CueReader {
  const marked = new Set(lists.filter((list) => list.marked).map(({ name }) => name));
  const find = createPhraseFinder(
    lists.flatMap(({ name, words }) => words.map((text): [string, string] => [text, name])),
  );
  const hitsOf = (words: readonly Word[]) => {
    const hits = new Map<string, Hit[]>();
    for (const { value, start, length } of find(words)) {
      const typed = words.slice(start, start + length);
      if (marked.has(value) && !typed.some((word) => word.marked)) continue;
      hits.set(value, [...(hits.get(value) ?? []), { start, end: start + length }]);
    }
    return hits;
  };
  return {
    read: (words) => {
      const hits = hitsOf(words);
      const fits = rules.filter(
        ({ all, none = [], within = WITHIN }) =>
          !none.some((name) => hits.has(name)) && spanOf(all.map((name) => hits.get(name) ?? [])) <= within,
      );
      const rule = fits.find(({ leans }) => !leans) ?? fits[0];
      return rule && { status: rule.status, rule: rule.name, decides: !rule.leans };
    },
    courtesies: (words) =>
      new Set(
        (hitsOf(words).get(COURTESY) ?? []).flatMap(({ start, end }) =>
          Array.from({ length: end - start }, (_, at) => start + at),
        ),
      ),
  };
}

/** The fewest words that hold one hit of each list; infinite when a list has none. */
function spanOf(lists: readonly (readonly Hit[])[]): number {
  let best = Number.POSITIVE_INFINITY;
  for (const from of lists.flat()) {
    const ends = lists.map(
      (hits) => hits.find(({ start }) => start >= from.start)?.end ?? Number.POSITIVE_INFINITY,
    );
    best = Math.min(best, Math.max(...ends) - from.start);
  }
  return best;
}
