import type { Facet } from "../domain/index.ts";
import { type Word, wordsOf } from "../text/index.ts";
import { calledWholly } from "./decide/called.ts";
import type { AnswerContext, Decision } from "./draft.ts";
import type { Matched } from "./match/matcher.ts";
import { ownMatter, wantsDone } from "./understand/talk-words.ts";
import type { ReadMessage, ReadPart } from "./understand/understanding.ts";
import { wordSet } from "./understand/word-set.ts";

interface Matter {
  readonly code: string;
  readonly facets: readonly Facet[];
  /** Chance, 0–1, that this is meant. */
  readonly confidence: number;
}

/** Each part of a message must be this sure by itself before it is answered by itself … */
const SURE = 0.6;
/** … and this sure before we ask which of the matters comes first. */
const LIKELY = 0.35;
/** Procedures answered in one reply; more would not fit two messages. */
const AT_ONCE = 2;
/** A whole as sure as this is one matter, whatever joins its words: "khai sinh và nhập khẩu cho con". */
const ONE_MATTER = 0.6;
/** More questions, or stretches, than this in one message are a story. */
const MOST = 4;
const STRETCHES = 12;
/** Longer, and "với" joins people and things of one story. */
const SHORT = 14;
/** Expressions that open a second question in the same message. */
const openers = [
  "và",
  "và cho hỏi",
  "với lại",
  "sẵn cho hỏi",
  "cho hỏi thêm",
  "cho hỏi luôn",
  "ngoài ra",
  "đồng thời",
  "còn nữa",
  "tiện thể",
  "and",
  "and also",
  "also",
].map((text) => wordsOf(text));
const joins = wordSet("và với and");

/**
 * Two or more questions about different procedures in one message: both answered when both are sure, else the
 * person says which comes first. Undefined when the message is about one matter.
 */
export function severalMatters(read: ReadMessage, whole: Matched, ctx: AnswerContext): Decision | undefined {
  const matters =
    askedApart(read, ctx) ?? (whole.confidence < ONE_MATTER ? namedTogether(read, ctx) : undefined);
  if (!matters) return undefined;
  const sure = matters.length <= AT_ONCE && matters.every(({ confidence }) => confidence >= SURE);
  if (sure) return { kind: "several", items: matters.map(({ code, facets }) => ({ code, facets })) };
  return { kind: "choose", codes: matters.map(({ code }) => code), facets: [] };
}

/** "khai sinh cần gì, với lại tạm trú mấy ngày": each question names its own matter. */
function askedApart(read: ReadMessage, ctx: AnswerContext): Matter[] | undefined {
  const parts = questionsOf(read, ctx);
  return parts.length > 1 && parts.length <= MOST
    ? different(parts, (part) => matterOf(part, part.facets, ctx))
    : undefined;
}

/** "khai sinh với kết hôn cần gì": one question about two matters. */
function namedTogether({ words, facets, language }: ReadMessage, ctx: AnswerContext): Matter[] | undefined {
  const at = words.findIndex(joins);
  if (at < 1 || words.length > SHORT) return undefined;
  const halves = [words.slice(0, at), words.slice(at + 1)].map((half) =>
    ctx.understanding.readPart(half, language),
  );
  if (halves[0]?.asked) return undefined;
  return different(halves, (half) => matterOf(half, facets, ctx));
}

/**
 * The stretches that ask something and name a matter. What comes before a question belongs to it; a question
 * without a matter of its own belongs to the one before.
 */
function questionsOf({ words, breaks, language }: ReadMessage, { understanding }: AnswerContext): ReadPart[] {
  const read = (stretch: readonly Word[]) => understanding.readPart(stretch, language);
  const questions: ReadPart[] = [];
  let before: readonly Word[] = [];
  const pieces = piecesOf(words, new Set(breaks));
  if (pieces.length > STRETCHES) return [];
  for (const piece of pieces) {
    const part = read([...before, ...piece]);
    const last = questions.at(-1);
    if (!part.asked) before = part.words;
    else {
      if (last && goesOn(part)) questions.splice(-1, 1, read([...last.words, ...part.words]));
      else questions.push(part);
      before = [];
    }
  }
  return questions;
}

/** A question about the matter before it: "nộp ở đâu", "sửa ở đâu". */
function goesOn(part: ReadPart): boolean {
  const own = ownMatter(part);
  return own.length === 0 || (own.length === 1 && part.matter.length === 1 && wantsDone(own));
}

function piecesOf(words: readonly Word[], breaks: ReadonlySet<number>): (readonly Word[])[] {
  const opens = (at: number) =>
    openers.some((opener) => opener.every(({ folded }, offset) => words[at + offset]?.folded === folded));
  const starts = words.flatMap((_, at) => (at === 0 || breaks.has(at) || opens(at) ? [at] : []));
  return starts.map((start, at) => words.slice(start, starts[at + 1]));
}

function matterOf(part: ReadPart, facets: readonly Facet[], { matcher }: AnswerContext): Matter | undefined {
  const matched = matcher.match(part);
  const { candidates, confidence } = matched;
  const called = calledWholly(matched);
  if (called) return { code: called, facets, confidence: 1 };
  const target = candidates[0]?.entry.target;
  return target?.kind === "procedure" && confidence >= LIKELY
    ? { code: target.code, facets, confidence }
    : undefined;
}

/** The matters of all parts, when each has one and no two the same. The shortest is looked at first: it fails most. */
function different(
  parts: readonly ReadPart[],
  matterIn: (part: ReadPart) => Matter | undefined,
): Matter[] | undefined {
  const found = new Map<ReadPart, Matter>();
  for (const part of parts.toSorted((a, b) => a.words.length - b.words.length)) {
    const matter = matterIn(part);
    if (!matter || [...found.values()].some(({ code }) => code === matter.code)) return undefined;
    found.set(part, matter);
  }
  return parts.flatMap((part) => found.get(part) ?? []);
}
