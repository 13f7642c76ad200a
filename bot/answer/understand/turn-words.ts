import type { Word } from "../../text/index.ts";

/** What a message does to the talk, read from its first or only words. */
export interface TurnWords {
  /** "quay lại", "hồi nãy": return to what was talked about before. */
  readonly goesBack: boolean;
  /** "không, ý tôi là …": what follows replaces what was understood. */
  readonly corrects: boolean;
  /** "còn …", "vậy …": leans on the turn before, so a part asked then is asked again. */
  readonly continues: boolean;
  /** Where the matter itself begins, after such words. */
  readonly from: number;
}

const backs = ["quay lai", "tro lai", "hoi nay", "luc nay", "go back", "viec truoc", "cai truoc", "quay ve"];
const corrections = [
  "khong y toi la",
  "khong y em la",
  "khong y minh la",
  "khong y la",
  "y toi la",
  "y em la",
  "y minh la",
  "y tui la",
  "khong phai",
  "khong toi hoi",
  "khong em hoi",
  "toi hoi",
  "sai roi",
  "nham roi",
  "nham",
  "i mean",
  "no i mean",
  "khong phai vay",
  "a khong",
  "a nham",
];
const continuations = [
  "the con",
  "vay con",
  "con",
  "vay",
  "the",
  "roi con",
  "roi",
  "what about",
  "and",
  "con neu",
  "vay neu",
];

/** Reads the opening of a message. Compared without marks: these words are short and common enough. */
export function readTurnWords(words: readonly Word[]): TurnWords {
  const folded = words.map((word) => word.folded);
  const back = startsWith(folded, backs);
  const correction = startsWith(folded, corrections);
  const continuation = startsWith(folded, continuations);
  return {
    goesBack: back > 0 && words.length <= back + 4,
    corrects: correction > 0,
    continues: continuation > 0,
    from: correction || 0,
  };
}

/** Length in words of the longest opening that the text starts with; 0 when none. */
function startsWith(folded: readonly string[], openings: readonly string[]): number {
  const lengths = openings.map((opening) => {
    const parts = opening.split(" ");
    return parts.every((part, at) => folded[at] === part) ? parts.length : 0;
  });
  return Math.max(0, ...lengths);
}
