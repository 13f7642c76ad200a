import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Tone } from "../../../bot/answer/decide/tone.ts";
import { decide, procedureShares } from "../../../bot/answer/decide.ts";
import type { Decision, Draft } from "../../../bot/answer/draft.ts";
import type { Matched } from "../../../bot/answer/match/matcher.ts";
import type { ConversationState, Cues } from "../../../bot/domain/index.ts";
import {
  BIRTH,
  candidate,
  contextOf,
  DEATH,
  HOUSE,
  MARRIAGE,
  matched,
  readDraft,
  talk,
} from "../../support/small-world.ts";

interface World {
  readonly answers?: Readonly<Record<string, Matched>>;
  readonly tone?: Tone;
  readonly cues?: Cues;
  readonly state?: ConversationState;
}

function decided(text: string, { answers, state, tone, cues }: World = {}) {
  const ctx = contextOf(answers, { ...(tone && { tone }), ...(cues && { cues }) });
  const draft = decide(readDraft(text, ctx, state), ctx) as Draft;
  return { draft, decision: draft.decision, asked: ctx.asked.length };
}

const WORDS = "xay nha";
/** What “xây nhà” may mean. */
const meaning = (confidence: number, ...candidates: Parameters<typeof matched>[1]) => ({
  answers: { [WORDS]: matched(confidence, candidates) },
});
const says = (world: World): Decision | undefined => decided("xây nhà", world).decision;
const of = (code: string, ...facets: readonly string[]) => ({ kind: "procedure", code, facets });
const status = (name: string) => ({ kind: "status", status: name });

describe("a decision by the matcher", () => {
  it("is the first candidate from a confidence of 0.66 on", () => {
    const first = [candidate(HOUSE, 0.5), candidate(DEATH, 0.5)];
    expect(says(meaning(0.66, ...first))).toMatchObject({ kind: "procedure", code: HOUSE });
    expect(says(meaning(0.65, ...first))).toMatchObject({ kind: "choose", codes: [HOUSE, DEATH] });
  });

  it("is nothing below a confidence of 0.02", () => {
    const first = [candidate(HOUSE, 0.5), candidate(DEATH, 0.5)];
    expect(says(meaning(0.02, ...first))).toMatchObject({ kind: "choose" });
    expect(says(meaning(0.019, ...first))).toEqual(status("unanswerable.no-match"));
  });

  it("offers at most four, and none with less than its share", () => {
    const six = [0.4, 0.2, 0.15, 0.1, 0.08, 0.07].map((share, at) => candidate(`2.00000${at}`, share));
    expect(says(meaning(0.3, ...six))).toMatchObject({
      codes: ["2.000000", "2.000001", "2.000002", "2.000003"],
    });
    const lopsided = [candidate(HOUSE, 0.6), candidate(DEATH, 0.36), candidate("2.000009", 0.04)];
    expect(says(meaning(0.3, ...lopsided))).toMatchObject({ kind: "choose", codes: [HOUSE, DEATH] });
  });

  it("is the one that is left when no other has its share", () => {
    expect(says(meaning(0.3, candidate(HOUSE, 0.96), candidate(DEATH, 0.04)))).toEqual(of(HOUSE));
  });

  it("asks the question of the topic that it leaves open", () => {
    expect(says(meaning(0.3, candidate(MARRIAGE, 0.5), candidate(BIRTH, 0.4)))).toMatchObject({
      kind: "choose",
      codes: [MARRIAGE, BIRTH],
      question: { vi: "Bạn cần việc nào?" },
    });
  });

  it("is a life event that has most of the shares", () => {
    const event = (share: number) => candidate({ kind: "life-event", id: "sinh-con" }, share);
    expect(says(meaning(0.3, event(0.6), candidate(HOUSE, 0.4)))).toEqual({
      kind: "life-event",
      id: "sinh-con",
    });
    expect(says(meaning(0.3, event(0.59), candidate(HOUSE, 0.4)))).toMatchObject({ code: HOUSE });
  });

  it("asks the question of a broad word that is all that was said, unless a matter is clear", () => {
    const key = "giay to gia dinh";
    const meant = (sure: number) => ({ answers: { [key]: matched(sure, [candidate(HOUSE, 0.9)]) } });
    const asks = { kind: "choose", codes: [BIRTH, MARRIAGE] };
    expect(decided("giấy tờ gia đình", meant(0.65)).decision).toMatchObject(asks);
    expect(decided("giấy tờ gia đình", meant(0.66)).decision).toMatchObject({ code: HOUSE });
  });

  it("is what everybody calls just this, however many others are likely", () => {
    const others = [candidate(DEATH, 0.5), candidate(HOUSE, 0.4, { exact: 0.7 })];
    expect(says(meaning(0.2, ...others))).toMatchObject({ kind: "procedure", code: HOUSE });
    const alike = [candidate(DEATH, 0.5, { exact: 0.7 }), candidate(HOUSE, 0.4, { exact: 0.7 })];
    expect(says(meaning(0.2, ...alike))).toMatchObject({ kind: "choose" });
  });

  it("is what was called by all of its name with little else, unless a broad word says as much", () => {
    const called = candidate(HOUSE, 0.4, { complete: 1, explains: 0.6 });
    const broad = (explains: number) =>
      candidate({ kind: "life-event", id: "x" }, 0.3, { complete: 1, explains });
    expect(says(meaning(0.2, called, broad(0.5)))).toMatchObject({ kind: "procedure", code: HOUSE });
    expect(says(meaning(0.2, called, candidate(DEATH, 0.3), broad(0.7)))).toMatchObject({ kind: "choose" });
  });

  it("is a question back when a part is asked of nothing we know, else that nothing is known", () => {
    expect(decided("zzz qqq vvv mấy ngày").decision).toEqual(status("clarify.topic"));
    expect(decided("zzz qqq vvv").decision).toEqual(status("unanswerable.no-match"));
  });

  it("names the procedure for any clear message, with the parts that were asked", () => {
    const confidence = fc.double({ min: 0.7, max: 1, noNaN: true });
    fc.assert(
      fc.property(confidence, fc.constantFrom(BIRTH, MARRIAGE, DEATH, HOUSE), (sure, code) => {
        const answers = { "xay nha bao nhieu tien": matched(sure, [candidate(code, 0.9)]) };
        expect(decided("xây nhà bao nhiêu tiền", { answers }).decision).toEqual(of(code, "fee"));
      }),
      { numRuns: 40 },
    );
  });
});

describe("what a message sounds like", () => {
  const chat: Tone = { status: "refused.off-topic", intent: 0.999, sure: 1 };
  const example = { example: { entry: 0, complete: 1, explains: 1 } };
  const offTopic = { tone: chat, answers: { [WORDS]: matched(0.05, [], example) } };

  it("is answered when no matter is clear", () => {
    expect(says(offTopic)).toEqual(status("refused.off-topic"));
  });

  it("does not count beside a broad word that is all that was said", () => {
    const topic = candidate({ kind: "topic", topic: 0 }, 1, { complete: 1, explains: 1 });
    const answers = { [WORDS]: matched(0.05, [topic], { ...example, topic }) };
    expect(says({ tone: chat, answers })).toMatchObject({ kind: "choose", codes: [BIRTH, MARRIAGE] });
  });

  it("does not count when the message leans on the talk: “còn … thì sao”", () => {
    const state = talk({ procedure: MARRIAGE, facet: "fee" });
    const key = "con xay nha thi sao";
    const world = { tone: chat, state, answers: { [key]: matched(0.05, [], example) } };
    expect(decided("còn xây nhà thì sao", world).decision).not.toEqual(status("refused.off-topic"));
  });

  it("answers thanks in the middle of a talk, and not with the talk's procedure", () => {
    const thanks: Tone = { status: "smalltalk.thanks", intent: 0.999, sure: 1 };
    const state = talk({ procedure: MARRIAGE });
    const world = { tone: thanks, state, answers: { "tuyet qua": matched(0.05, [], example) } };
    expect(decided("tuyệt quá", world).decision).toEqual(status("smalltalk.thanks"));
  });
});

describe("a deciding cue", () => {
  const cues: Cues = {
    lists: [{ name: "fire", words: ["cháy"] }],
    rules: [{ name: "fire now", status: "handoff.emergency", all: ["fire"] }],
  };
  const emergency = status("handoff.emergency");

  it("outweighs a clear matter", () => {
    const answers = { "chay nha": matched(0.99, [candidate(HOUSE, 1, { exact: 1, complete: 1 })]) };
    expect(decided("cháy nhà", { cues, answers }).decision).toEqual(emergency);
  });

  it("outweighs the talk and an open question of ours", () => {
    const state = talk({ procedure: BIRTH, asked: { procedure: BIRTH, question: "noi-sinh" } });
    expect(decided("tại nhà đang cháy", { cues, state }).decision).toEqual(emergency);
  });
});

describe("a message that follows the talk", () => {
  it("is settled without any search", () => {
    const { decision, asked } = decided("mấy ngày", { state: talk({ procedure: DEATH }) });
    expect(decision).toEqual(of(DEATH, "time"));
    expect(asked).toBe(0);
  });

  it("leads to another matter when its words are clear", () => {
    const answers = { "xay nha bao nhieu tien": matched(0.9, [candidate(HOUSE, 0.9)]) };
    const { decision } = decided("xây nhà bao nhiêu tiền", { answers, state: talk({ procedure: DEATH }) });
    expect(decision).toEqual(of(HOUSE, "fee"));
  });

  it("keeps the part of the talk when it only names another matter", () => {
    const answers = { "xay nha": matched(0.9, [candidate(HOUSE, 0.9)]) };
    const state = talk({ procedure: DEATH, facet: "time" });
    expect(decided("còn xây nhà", { answers, state }).decision).toEqual(of(HOUSE, "time"));
  });

  it("is corrected by what comes after “không, ý tôi là”, with the part asked before", () => {
    const state = talk({ procedure: DEATH, facet: "fee" });
    const { decision } = decided("không, ý tôi là xây nhà", {
      ...meaning(0.9, candidate(HOUSE, 0.9)),
      state,
    });
    expect(decision).toEqual(of(HOUSE, "fee"));
  });
});

describe("the draft", () => {
  it("that is decided already, or not read, is handed on", () => {
    const ctx = contextOf();
    const tapped = readDraft("#mc:canbo", ctx);
    expect(decide(tapped, ctx)).toBe(tapped);
    const { read: _, ...unread } = readDraft("xây nhà", ctx);
    expect(decide(unread, ctx)).toBe(unread);
  });

  it("lists what came near, likeliest first, at most five, with the confidence of the first", () => {
    const many = [HOUSE, DEATH, BIRTH, MARRIAGE, "2.000001", "2.000002"].map((code) => candidate(code, 0.15));
    const { candidates } = decided("xây nhà", meaning(0.8, ...many)).draft;
    expect(candidates.map(({ code }) => code)).toEqual([HOUSE, DEATH, BIRTH, MARRIAGE, "2.000001"]);
    expect(candidates[0]?.confidence).toBe(0.8);
    expect(candidates[1]?.confidence).toBeLessThan(0.2);
    expect(candidates[0]?.name).toBe("Thủ tục Cấp giấy phép xây dựng");
  });
});

describe("shares among procedures", () => {
  it("sum to 1 and leave out what is none", () => {
    const share = fc.double({ min: 0.001, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(share, { minLength: 1, maxLength: 8 }), share, (shares, event) => {
        const all = [
          candidate({ kind: "life-event", id: "sinh-con" }, event),
          ...shares.map((one, at) => candidate(`2.00000${at}`, one)),
        ];
        const found = procedureShares(matched(0.5, all));
        expect(found).toHaveLength(shares.length);
        expect(found.reduce((sum, one) => sum + one.share, 0)).toBeCloseTo(1, 5);
      }),
    );
  });

  it("are none of nothing", () => {
    expect(procedureShares(matched(0, []))).toEqual([]);
  });
});
