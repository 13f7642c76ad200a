import type { Facet } from "../domain/index.ts";
import type { Word } from "../text/index.ts";
import type { AnswerContext } from "./draft.ts";
import type { ReadMessage } from "./understand/understanding.ts";

/** Each part of a message must be this sure by itself before it is answered by itself. */
const SURE = 0.75;
/** Words of matter a part needs; less is an aside. */
const MATTER_WORDS = 2;
/** Answers in one reply; more would not fit two messages. */
const MOST = 2;
/** Expressions that open a second question in the same message. */
const openers = [
  "va cho hoi",
  "voi lai",
  "san cho hoi",
  "cho hoi them",
  "ngoai ra",
  "dong thoi",
  "con nua",
  "and also",
  "tien the",
];

/** Two questions about different procedures in one message, each with the parts it asks for; undefined otherwise. */
export function severalMatters(
  { words, breaks }: ReadMessage,
  { matcher, understanding }: AnswerContext,
): { code: string; facets: readonly Facet[] }[] | undefined {
  const parts = partsOf(words, breaks);
  if (parts.length < 2 || parts.length > 4) return undefined;
  const items = parts.flatMap((part) => {
    const read = understanding.read(part.map(({ key }) => key.normalize("NFC")).join(" "), {});
    if (read.matter.length < MATTER_WORDS) return [];
    const { candidates, confidence } = matcher.match({ words: part, breaks: [] });
    const target = candidates[0]?.entry.target;
    return target?.kind === "procedure" && confidence >= SURE
      ? [{ code: target.code, facets: read.facets }]
      : [];
  });
  const different = new Set(items.map(({ code }) => code));
  return different.size === items.length && items.length === MOST ? items : undefined;
}

function partsOf(words: readonly Word[], breaks: readonly number[]): (readonly Word[])[] {
  const folded = words.map((word) => word.folded);
  const starts = new Set(breaks.filter((at) => at > 0));
  for (const opener of openers) {
    const parts = opener.split(" ");
    folded.forEach((_, at) => {
      if (at > 0 && parts.every((part, offset) => folded[at + offset] === part)) starts.add(at);
    });
  }
  const cuts = [0, ...[...starts].sort((a, b) => a - b), words.length];
  return cuts.slice(0, -1).map((start, at) => words.slice(start, cuts[at + 1]));
}
