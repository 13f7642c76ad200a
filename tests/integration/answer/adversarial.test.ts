import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { AnswerContext } from "../../../bot/answer/draft.ts";
import { answerQuestion, prepare, writePayload } from "../../../bot/answer/index.ts";
import type { Matched } from "../../../bot/answer/match/matcher.ts";
import type { Query } from "../../../bot/answer/match/query-features.ts";
import { createUnderstanding } from "../../../bot/answer/understand/understanding.ts";
import { loadKnowledge } from "../../../bot/catalogue/index.ts";
import {
  type Answer,
  answerStatuses,
  type ConversationState,
  type Language,
  replyLimits,
} from "../../../bot/domain/index.ts";
import { LONGEST_QUESTION } from "../../../bot/text/index.ts";
import { ANSWERED_AT_MS } from "../../support/all-answers.ts";

/** Words of a message that are read; see `read-words.ts`. */
const WORDS = 450;
/** Misspelt words that are looked up. */
const SPELLINGS = 12;
/**
 * What one of them may cost: every stretch of at most seven letters in thirty as a part of joined words, the ways of
 * chat, and each of twelve letters missing, swapped, extra or another of twenty-two.
 */
const LOOK_UPS_EACH = 30 * 7 + 30 + 13 * (2 + 2 * 22);
/** Most parts that joined words are split into. */
const PARTS = 6;
/** Going back, the message, up to four questions in it or else two halves, and the message beside the talk in three ways. */
const MATCHES = 1 + 1 + 4 + 2 + 3;
/** Words of a name that stand for the talk, at most five names. */
const TALK_WORDS = 5 * 30;
/** A word gives itself, its marks and a pair with each of the next two. */
const FEATURES_A_WORD = 4;

/** How often the known words were looked up. */
class CountedWords extends Map<string, number> {
  lookUps = 0;
  override has(word: string): boolean {
    this.lookUps += 1;
    return super.has(word);
  }
  override get(word: string): number | undefined {
    this.lookUps += 1;
    return super.get(word);
  }
}

let ctx: AnswerContext;
let known: CountedWords;
let matches: { readonly query: Query; readonly found: Matched }[] = [];
let concepts = 0;

beforeAll(() => {
  const knowledge = loadKnowledge();
  const { matcher, ...prepared } = prepare(knowledge);
  known = new CountedWords(matcher.index.known);
  concepts = knowledge.vocabulary.concepts.length;
  ctx = {
    ...prepared,
    understanding: createUnderstanding(knowledge.vocabulary, known),
    matcher: {
      index: matcher.index,
      match: (query) => {
        const found = matcher.match(query);
        matches.push({ query, found });
        return found;
      },
    },
    nowMs: ANSWERED_AT_MS,
  };
});

interface Steps {
  readonly answer: Answer;
  readonly trace: readonly string[];
  readonly lookUps: number;
  readonly matches: typeof matches;
}

function stepsOf(text: string, state: ConversationState = {}, language?: Language): Steps {
  matches = [];
  known.lookUps = 0;
  const { answer, trace } = answerQuestion({ text, state, ...(language && { language }) }, ctx);
  return { answer, trace, lookUps: known.lookUps, matches };
}

function staysWithinBounds({ answer, trace, lookUps, matches: calls }: Steps): void {
  expect(calls.length).toBeLessThanOrEqual(MATCHES);
  for (const { query, found } of calls) {
    const { features, candidates } = found;
    expect(query.words.length).toBeLessThanOrEqual(WORDS + SPELLINGS * (PARTS - 1) + TALK_WORDS);
    expect(features.ids.length).toBeLessThanOrEqual(FEATURES_A_WORD * query.words.length + concepts);
    expect(candidates.length).toBeLessThanOrEqual(12);
  }
  expect(lookUps).toBeLessThanOrEqual(WORDS + SPELLINGS * LOOK_UPS_EACH);
  const respelt = trace.filter((line) => /^(spelling|joined): /.test(line));
  expect(respelt.length).toBeLessThanOrEqual(SPELLINGS);
  isAnAnswer(answer);
}

function isAnAnswer({ status, messages, state }: Answer): void {
  expect(answerStatuses).toContain(status);
  expect(status).not.toBe("failed");
  expect([1, 2]).toContain(messages.length);
  for (const { text, buttons } of messages) {
    expect(text.trim()).not.toBe("");
    expect([...text.normalize("NFC")].length).toBeLessThanOrEqual(replyLimits.text);
    expect(buttons.length).toBeLessThanOrEqual(replyLimits.buttons);
  }
  expect(JSON.stringify(state).length).toBeLessThan(4_000);
}

const offer = ["1.001193", "1.000894", "1.000656", "1.004194", "1.010038"].map((code) => ({
  label: `việc ${code}`,
  payload: writePayload({ kind: "procedure", code }),
}));

/** Where a talk may stand when the message comes. */
const states = fc.constantFrom<ConversationState>(
  {},
  { procedure: "1.000894", facet: "documents", earlier: ["1.004194", "1.010038"], atMs: ANSWERED_AT_MS },
  { offered: offer, facet: "fee", atMs: ANSWERED_AT_MS },
  { procedure: "1.000894", atMs: ANSWERED_AT_MS - 48 * 60 * 60 * 1000 },
  {
    procedure: "1.001193",
    asked: { procedure: "1.001193", question: "giay-chung-sinh" },
    offered: offer.slice(0, 1),
    language: "en",
    atMs: ANSWERED_AT_MS,
  },
);

const syllables =
  "quay lại đăng ký kết hôn khai sinh giấy tờ mất bao nhiêu tiền ở đâu và còn với không phải mà thì sao nhà đất".split(
    " ",
  );
const separators = ["", " ", ", ", ". ", "? ", "\n", "; ", "\t", "\u00a0", "…", "-", "/"];
const repeated = (piece: string, length: number) =>
  piece.repeat(Math.ceil(length / Math.max(1, piece.length)));
const length = fc.integer({ min: 1, max: 12_000 });

const hostile: readonly (readonly [string, fc.Arbitrary<string>])[] = [
  ["random Unicode", fc.string({ unit: "binary", maxLength: 4_000 })],
  [
    "halves of characters",
    fc
      .array(fc.integer({ min: 0xd800, max: 0xdfff }), { maxLength: 800 })
      .map((codes) => String.fromCharCode(...codes)),
  ],
  [
    "letters with piles of marks",
    fc
      .tuple(fc.constantFrom("a", "o", "đ"), fc.integer({ min: 1, max: 3_000 }))
      .map(([letter, count]) => letter + "\u0301\u0323".repeat(count)),
  ],
  [
    "one syllable over and over",
    fc
      .tuple(fc.constantFrom(...syllables), fc.constantFrom(...separators), length)
      .map(([word, between, most]) => repeated(word + between, most)),
  ],
  [
    "syllables in any order",
    fc
      .array(fc.tuple(fc.constantFrom(...syllables), fc.constantFrom(...separators)), { maxLength: 900 })
      .map((parts) => parts.flat().join("")),
  ],
  [
    "thousands of digits",
    fc.tuple(fc.stringMatching(/^[0-9]{1,9}$/), length).map(([digits, most]) => repeated(digits, most)),
  ],
  [
    "nearly dossier numbers",
    fc
      .tuple(fc.constantFrom("H40.12-", "H40.", "261103-", "0007-0"), length)
      .map(([piece, most]) => repeated(piece, most)),
  ],
  [
    "nearly links",
    fc
      .tuple(fc.constantFrom("gov.vn.", "www", "a.b-", "http:/"), length)
      .map(([piece, most]) => repeated(piece, most)),
  ],
  [
    "mixed scripts",
    fc
      .array(fc.constantFrom("khai", "жизнь", "生活", "ชีวิต", "حياة", "ｆｕｌｌ", "ﬁ", "٣", "İ"), {
        maxLength: 700,
      })
      .map((parts) => parts.join(" ")),
  ],
  [
    "only emoji",
    fc
      .array(fc.constantFrom("😀", "🏳️‍🌈", "👨‍👩‍👧", "❤️", "🔥"), { maxLength: 900 })
      .map((parts) => parts.join("")),
  ],
  [
    "no spaces",
    fc
      .array(fc.constantFrom("khai", "sinh", "ket", "hon", "xq", "zz"), { maxLength: 900 })
      .map((parts) => parts.join("")),
  ],
  [
    "only separators",
    fc
      .array(fc.constantFrom(..." \n\t.,;!?()“”…-/:'\u200b\u202e"), { maxLength: 5_000 })
      .map((parts) => parts.join("")),
  ],
  [
    "strangers' words",
    fc.array(fc.stringMatching(/^[a-z]{3,12}$/), { maxLength: 400 }).map((parts) => parts.join(" ")),
  ],
  [
    "payloads by hand",
    fc
      .array(fc.constantFrom("#mc:", "tt", "th", "sk", ":", "1.001193", "fee", "canbo", "noi-sinh"), {
        maxLength: 12,
      })
      .map((parts) => parts.join("")),
  ],
];

describe("a message of", () => {
  it.each(hostile)("%s costs no more than any other", (_name, texts) => {
    const languages = fc.constantFrom<Language | undefined>(undefined, "vi", "en");
    fc.assert(
      fc.property(texts, states, languages, (text, state, language) => {
        staysWithinBounds(stepsOf(text, state, language));
      }),
      { numRuns: 25 },
    );
  });
});

describe("what is read of a message", () => {
  it("ends after the longest question, whatever follows", () => {
    // Long words, so that the text ends before the words that are read do.
    const opening = `đăng ký kết hôn cần giấy tờ gì ${"nghiêng ".repeat(300)}`.slice(0, LONGEST_QUESTION);
    const [short, long] = [stepsOf(opening), stepsOf(opening + " nhà tôi đang cháy".repeat(5_000))];
    expect(long.answer.status).toBe(short.answer.status);
    expect(long.matches.map(({ query }) => query.words.length)).toEqual(
      short.matches.map(({ query }) => query.words.length),
    );
    expect(long.lookUps).toBe(short.lookUps);
  });

  it("is at most 450 words", () => {
    const { matches: calls } = stepsOf("x ".repeat(2_000));
    expect(Math.max(...calls.map(({ query }) => query.words.length))).toBeLessThanOrEqual(WORDS);
  });

  it("costs hardly more for ten times the text", () => {
    const story = "ba tôi mất rồi, nhà đất để lại cho mấy anh em, giờ muốn làm giấy tờ sang tên. ";
    const [full, ten] = [stepsOf(story.repeat(30)), stepsOf(story.repeat(300))];
    expect(ten.matches.length).toBeLessThanOrEqual(full.matches.length * 1.1);
    expect(ten.lookUps).toBeLessThanOrEqual(full.lookUps * 1.1);
  });

  it("is not respelt without end", () => {
    const strange = Array.from({ length: 300 }, (_, at) => `qz${String.fromCharCode(97 + (at % 26))}wk`).join(
      " ",
    );
    const twelve = strange.split(" ").slice(0, SPELLINGS).join(" ");
    const more = stepsOf(strange).lookUps - stepsOf(twelve).lookUps;
    // Each word after the twelfth is looked up once, to see that it is unknown.
    expect(more).toBeLessThanOrEqual(300 - SPELLINGS);
  });
});

describe("many questions in one message", () => {
  it("are not all looked up", () => {
    const matters =
      "khai sinh cho con|đăng ký tạm trú|khai tử|tách hộ khẩu|xây nhà mới|sang tên đất|đổi căn cước|đổi bằng lái|trợ cấp hộ nghèo|nuôi con nuôi|hỗ trợ mai táng|mở quán ăn";
    const questions = matters
      .split("|")
      .map((matter) => `${matter} cần giấy tờ gì?`)
      .join(" ");
    const { matches: calls } = stepsOf(questions);
    expect(calls.length).toBeGreaterThan(0);
    expect(calls.length).toBeLessThanOrEqual(MATCHES);
  });
});
