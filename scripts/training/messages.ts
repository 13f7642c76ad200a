import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { type AnswerStatus, answerStatuses, type Knowledge } from "../../bot/domain/index.ts";
import { foldAccents } from "../../bot/text/index.ts";
import { type Item, readItems } from "../evaluation/items.ts";

/** A message that is no question about a procedure, and what it should get. */
export interface OtherMessage {
  readonly text: string;
  readonly status: AnswerStatus;
}

/**
 * Messages as people type them, written for practice by people who saw official names only: neither the phrases of
 * the guides nor any question of the evaluation. The ranker learns from them what evidence is worth; nothing is
 * answered from them.
 */
export interface PracticeMessages {
  /** Each about one procedure. */
  readonly matters: readonly Item[];
  /** Each leaves open which of several procedures is meant. */
  readonly open: readonly Item[];
  /** Small talk, complaints and all that is no matter for a counter. */
  readonly others: readonly OtherMessage[];
}

const other = z.object({ text: z.string(), status: z.enum(answerStatuses) });

/** Now and then a person types just what a thing is called: every so many phrases of the main guides is one more message. */
const NAMED_EACH = 25;

/** Phrases of the main guides as messages. */
export function namedAlone({ guides }: Knowledge): Item[] {
  const phrases = [...guides.values()]
    .filter(({ steps }) => steps !== undefined)
    .flatMap(({ code, phrases }) => phrases.map((text) => ({ text, code })));
  return phrases
    .filter((_, at) => at % NAMED_EACH === 0)
    .map(({ text, code }, at) => ({
      id: `named-${at}`,
      text: at % 2 === 0 ? text : foldAccents(text),
      kind: "answerable",
      expect: [code],
      style: "keyword",
    }));
}

export function practiceMessages(): PracticeMessages {
  const items = (name: string) => readItems(pathOf(name)).questions;
  const others = readFileSync(pathOf("others"), "utf8").trim().split("\n");
  return {
    matters: items("matters"),
    open: items("open"),
    others: others.map((line) => other.parse(JSON.parse(line))),
  };
}

function pathOf(name: string): string {
  return fileURLToPath(new URL(`messages/${name}.jsonl`, import.meta.url));
}
