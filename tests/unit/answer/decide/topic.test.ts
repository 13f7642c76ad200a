import { describe, expect, it } from "vitest";
import {
  createTopicReader,
  isTopicAlone,
  topicAmong,
  topicOf,
  topicSaid,
} from "../../../../bot/answer/decide/topic.ts";
import type { Topic } from "../../../../bot/domain/index.ts";
import { wordsOf } from "../../../../bot/text/index.ts";
import {
  BIRTH,
  candidate,
  contextOf,
  DEATH,
  HOUSE,
  MARRIAGE,
  matched,
  readDraft,
  readOf,
} from "../../../support/small-world.ts";

const ctx = contextOf();
const question = { vi: "Bạn cần việc nào?", en: "Which one do you need?" };
const topic = (complete: number, explains: number, share = 0.1) =>
  candidate({ kind: "topic", topic: 0 }, share, { complete, explains });
const house = candidate(HOUSE, 0.8);
/** What the whole message may mean: the topic's second procedure before its first, and one that is not the topic's. */
const likely = [
  { code: MARRIAGE, share: 0.5 },
  { code: BIRTH, share: 0.2 },
];
const likeliestFirst = { kind: "choose", codes: [MARRIAGE, BIRTH], question, facets: ["fee"] };
const chooses = { kind: "choose", codes: [BIRTH, MARRIAGE], question, facets: ["fee"] };

describe("a broad word", () => {
  it("is all that was said only when nearly every word is its own", () => {
    expect(isTopicAlone(matched(0, [], { topic: topic(0.95, 0.95) }))).toBe(true);
    expect(isTopicAlone(matched(0, [], { topic: topic(0.95, 0.94) }))).toBe(false);
    expect(isTopicAlone(matched(0, [], { topic: topic(0.94, 0.95) }))).toBe(false);
    expect(isTopicAlone(matched(0, []))).toBe(false);
  });

  it("asks its question when it leads", () => {
    const leader = topic(0.8, 0.1);
    expect(topicOf(matched(0.9, [leader, house], { topic: leader }), ["fee"], likely, ctx)).toEqual(
      likeliestFirst,
    );
  });

  it("offers beside its own what is likely too", () => {
    const leader = topic(0.8, 0.1);
    const beside = (share: number) =>
      topicOf(matched(0.9, [leader], { topic: leader }), ["fee"], [...likely, { code: DEATH, share }], ctx);
    expect(beside(0.15)).toMatchObject({ codes: [MARRIAGE, BIRTH, DEATH] });
    expect(beside(0.14)).toMatchObject({ codes: [MARRIAGE, BIRTH] });
  });

  it("asks its question when it is all that was said, whatever leads, in its own order", () => {
    expect(topicOf(matched(0.99, [house], { topic: topic(0.95, 0.95) }), ["fee"], likely, ctx)).toEqual(
      chooses,
    );
  });

  it("asks its question when it is most of what was said and nothing else is clear", () => {
    const broad = { topic: topic(0.95, 0.75) };
    expect(topicOf(matched(0.84, [house], broad), ["fee"], likely, ctx)).toEqual(likeliestFirst);
    expect(topicOf(matched(0.85, [house], broad), ["fee"], likely, ctx)).toBeUndefined();
  });

  it.each([
    ["too little of it was said", topic(0.79, 1)],
    ["too much else was said", topic(0.95, 0.74)],
  ])("keeps silent when %s", (_why, broad) => {
    expect(topicOf(matched(0.2, [house], { topic: broad }), ["fee"], likely, ctx)).toBeUndefined();
  });

  it("asks its question when it leads by a part of its words, though another was said more nearly", () => {
    const leader = topic(0.5, 0.5, 0.9);
    const nearer = candidate({ kind: "topic", topic: 7 }, 0.1, { complete: 0.8, explains: 0.5 });
    expect(topicOf(matched(0.2, [leader, nearer], { topic: nearer }), ["fee"], likely, ctx)).toEqual(
      likeliestFirst,
    );
  });

  it("keeps silent when there is none, or none the knowledge holds", () => {
    expect(topicOf(matched(0.2, [house]), [], likely, ctx)).toBeUndefined();
    const gone = candidate({ kind: "topic", topic: 7 }, 1, { complete: 1, explains: 1 });
    expect(topicOf(matched(0.2, [gone], { topic: gone }), [], likely, ctx)).toBeUndefined();
  });
});

describe("the topic of what is left open", () => {
  const shares = (...of: readonly (readonly [string, number])[]) =>
    of.map(([code, share]) => ({ code, share }));
  const among = (...of: readonly (readonly [string, number])[]) => topicAmong(shares(...of), ctx);

  it("offers its procedures, the likeliest first", () => {
    expect(among([MARRIAGE, 0.5], [BIRTH, 0.4])).toEqual({ codes: [MARRIAGE, BIRTH], question });
  });

  it("offers beside them what is likely too, and not what is not", () => {
    expect(among([MARRIAGE, 0.5], [BIRTH, 0.2], [HOUSE, 0.15], [DEATH, 0.14])?.codes).toEqual([
      MARRIAGE,
      BIRTH,
      HOUSE,
    ]);
  });

  it("is none when its procedures have less than their share together", () => {
    expect(among([MARRIAGE, 0.25], [BIRTH, 0.14], [HOUSE, 0.2])).toBeUndefined();
    expect(among([MARRIAGE, 0.25], [BIRTH, 0.15], [HOUSE, 0.2])).toBeDefined();
  });

  it("is none when only one of its procedures comes into question, or not the first", () => {
    expect(among([MARRIAGE, 0.6], [HOUSE, 0.3])).toBeUndefined();
    expect(among([HOUSE, 0.4], [MARRIAGE, 0.3], [BIRTH, 0.3])).toBeUndefined();
    expect(among([MARRIAGE, 1])).toBeUndefined();
    expect(among()).toBeUndefined();
  });

  it("does not look past the fifth", () => {
    const others = ["a", "b", "c", "d"].map((code): [string, number] => [code, 0.05]);
    expect(among([MARRIAGE, 0.6], ...others, [BIRTH, 0.2])).toBeUndefined();
  });

  it("is the one whose procedures have most, of several", () => {
    const other: Topic = { phrases: [], question: { vi: "Xây hay cưới?" }, codes: [HOUSE, MARRIAGE] };
    const knowledge = { ...ctx.knowledge, topics: [...ctx.knowledge.topics, other] };
    const choose = (birth: number, house: number) =>
      topicAmong(shares([MARRIAGE, 0.5], [BIRTH, birth], [HOUSE, house]), { ...ctx, knowledge })?.question.vi;
    expect(choose(0.1, 0.3)).toBe("Xây hay cưới?");
    expect(choose(0.3, 0.1)).toBe("Bạn cần việc nào?");
  });

  it("offers no more than five", () => {
    const many: Topic = { phrases: [], question, codes: ["a", "b", "c", "d"] };
    const knowledge = { ...ctx.knowledge, topics: [many] };
    const found = topicAmong(shares(["a", 0.3], ["b", 0.2], ["x", 0.17], ["y", 0.16], ["z", 0.15]), {
      ...ctx,
      knowledge,
    });
    expect(found?.codes).toEqual(["a", "b", "x", "y", "z"]);
  });
});

describe("a broad word that is all of a message", () => {
  const topicOfPhrases = (...phrases: readonly string[]): Topic => ({
    phrases,
    question,
    codes: [BIRTH, DEATH],
  });
  const papers = topicOfPhrases("hộ khẩu", "sổ hộ khẩu");
  const lorry = topicOfPhrases("bằng lái", "hộ chiếu");
  const passport = topicOfPhrases("hộ chiếu");
  const reader = createTopicReader([papers, lorry, passport]);
  const named = (text: string) => reader(wordsOf(text.toLowerCase()));

  it.each([
    ["hộ khẩu", papers],
    ["sổ hộ khẩu", papers],
    ["ho khau", papers],
    ["bằng lái", lorry],
    ["bằng lại", undefined],
    ["hộ", undefined],
    ["hộ khẩu nhà", undefined],
    ["xin hộ khẩu", undefined],
    ["hộ chiếu", undefined],
    ["", undefined],
  ] as const)("“%s” is read word for word, and never when two topics have it", (text, topic) => {
    expect(named(text)).toBe(topic);
  });

  it.each([
    ["giấy tờ gia đình", [], true],
    ["dạ giấy tờ gia đình", [0], true],
    ["giấy tờ gia đình ở đâu", [], true],
    ["quay lại giấy tờ gia đình", [], true],
    ["giấy tờ gia đình cho con", [], true],
    ["giấy tờ gia đình bên vợ", [], false],
    ["ở đâu", [], false],
  ] as const)("“%s” is looked at without courtesies and what asks", (text, polite, found) => {
    const said = topicSaid(readOf(readDraft(text, ctx)), new Set(polite), ctx.topics);
    expect(said?.question.vi).toBe(found ? question.vi : undefined);
  });
});
