import type { Message } from "../../bot/answer/understand/facets/units.ts";
import { readWords } from "../../bot/answer/understand/read-words.ts";

const nothing = { shorthand: new Map(), known: new Map(), spared: new Set<string>() };

/** A message with its clauses and sentences; nothing written out, nothing corrected. */
export function messageOf(text: string, english = false): Message {
  const { words, breaks, sentences } = readWords(text, nothing, english ? "en" : "vi");
  return { words, breaks, sentences, english };
}
