import { describe, expect, it } from "vitest";
import { HANDOVER_MS } from "../../../bot/conversation/handover.ts";
import { planTurn } from "../../../bot/conversation/plan-turn.ts";
import type { Mind } from "../../../bot/conversation/ports.ts";
import type { InboundContent, Language } from "../../../bot/domain/index.ts";
import type { Conversation } from "../../../bot/store/index.ts";
import { an, testMind } from "../../support/test-flow.ts";

const nowMs = 1_790_000_000_000;
const withBot: Conversation = {
  personId: an,
  state: { procedure: "1.001193", language: "en" },
  mode: "BOT",
  humanUntilAtMs: null,
  lastInteractionAtMs: nowMs,
};
const withStaff: Conversation = { ...withBot, mode: "HUMAN", humanUntilAtMs: nowMs + 1 };
const text = (words: string): InboundContent => ({ kind: "text", text: words });

function plan(
  content: InboundContent,
  conversation = withBot,
  change: Partial<Mind> = {},
  language?: Language,
) {
  const { replies, ...rest } = planTurn({ content, ...(language && { language }) }, conversation, nowMs, {
    ...testMind,
    ...change,
  });
  return { ...rest, said: replies.map((reply) => reply.text) };
}

describe("while the bot has the word", () => {
  it("answers a text and remembers what the answer says to remember", () => {
    expect(plan(text("lệ phí"))).toEqual({
      said: ["re: lệ phí"],
      status: "answered.card",
      state: { procedure: "1.001193", language: "en", earlier: ["lệ phí"] },
      mode: "BOT",
      humanUntilAtMs: null,
    });
  });

  it.each(["sticker", "image", "location", "follow", "chat-opened", "reaction", "info-submitted"] as const)(
    "has a reply of its own for %s",
    (kind) => {
      const content: InboundContent =
        kind === "location" ? { kind, latitude: 10, longitude: 106 } : ({ kind } as InboundContent);
      expect(plan(content)).toMatchObject({ said: [`kind: ${kind}`], mode: "BOT" });
    },
  );

  it("carries the status and the memory of such a reply, and its silence", () => {
    const replyToContent: Mind["replyToContent"] = () => ({
      messages: [],
      state: { facet: "fee" },
      status: "answered.office",
    });
    expect(plan({ kind: "sticker" }, withBot, { replyToContent })).toMatchObject({
      said: [],
      status: "answered.office",
      state: { facet: "fee" },
    });
  });

  it("has nothing to say to someone who left", () => {
    expect(plan({ kind: "unfollow" })).toEqual({
      said: [],
      state: withBot.state,
      mode: "BOT",
      humanUntilAtMs: null,
    });
  });

  it.each(["vi", "en", undefined] as const)("asks for an answer in the language chosen: %s", (language) => {
    const asked: (Language | undefined)[] = [];
    const answer: Mind["answer"] = (question, nowMs) => {
      asked.push(question.language);
      return testMind.answer(question, nowMs);
    };
    plan(text("lệ phí"), withBot, { answer }, language);
    expect(asked).toEqual([language]);
  });

  it("lets a bug through to whoever counts attempts", () => {
    expect(() => plan(text("bug"))).toThrow(TypeError);
  });
});

describe("handing over", () => {
  const human = { mode: "HUMAN", humanUntilAtMs: nowMs + HANDOVER_MS };

  it("follows an answer that says so, and says who answers now", () => {
    expect(plan(text("person"))).toMatchObject({
      said: ["re: person", "staff: asked"],
      status: "handoff.person",
      ...human,
    });
  });

  it("says nothing more where the answer has said it", () => {
    const wording = { ...testMind.wording, staffAnswer: () => undefined };
    expect(plan(text("person"), withBot, { wording })).toMatchObject({ said: ["re: person"], ...human });
  });

  it("follows a reply of staff, and says who answers now, in the person's language", () => {
    const wording: Mind["wording"] = {
      ...testMind.wording,
      staffAnswer: (news) => ({ text: JSON.stringify(news), buttons: [] }),
    };
    const { said, ...rest } = plan({ kind: "staff-reply" }, withBot, { wording });
    expect(rest).toMatchObject(human);
    expect(said.map((words) => JSON.parse(words))).toEqual([
      { cause: "staff-reply", untilAtMs: nowMs + HANDOVER_MS, language: "en" },
    ]);
  });
});

describe("while staff have the word", () => {
  it.each([
    ["a text", text("lệ phí")],
    ["a text that would hand over", text("person")],
    ["a text that meets a bug", text("bug")],
    ["a picture", { kind: "image" } as const],
    ["a new follow", { kind: "follow" } as const],
  ])("is silent to %s and changes nothing", (_name, content) => {
    expect(plan(content, withStaff)).toEqual({
      said: [],
      state: withStaff.state,
      mode: "HUMAN",
      humanUntilAtMs: nowMs + 1,
    });
  });

  it("starts their time anew at each of their replies, and does not say so again", () => {
    expect(plan({ kind: "staff-reply" }, withStaff)).toMatchObject({
      said: [],
      mode: "HUMAN",
      humanUntilAtMs: nowMs + HANDOVER_MS,
    });
  });

  it.each(["#bot", " #BOT \n", "#Bot"])("gives the word back at %j", (words) => {
    expect(plan(text(words), withStaff)).toEqual({
      said: ["bot is back"],
      state: withStaff.state,
      mode: "BOT",
      humanUntilAtMs: null,
    });
  });

  it("gives the word back when staff say so, and says it", () => {
    expect(plan({ kind: "staff-hand-back" }, withStaff)).toEqual({
      said: ["bot is back"],
      state: withStaff.state,
      mode: "BOT",
      humanUntilAtMs: null,
    });
    expect(plan({ kind: "staff-hand-back" })).toMatchObject({ said: [], mode: "BOT" });
  });

  it.each(["bot", "#bot ơi", "robot #bot?"])("is not called back by %j", (words) => {
    expect(plan(text(words), withStaff)).toMatchObject({ said: [], mode: "HUMAN" });
  });

  it("answers again from the very millisecond their time is over", () => {
    const over = { ...withStaff, humanUntilAtMs: nowMs };
    expect(plan(text("lệ phí"), over)).toMatchObject({
      said: ["re: lệ phí"],
      mode: "BOT",
      humanUntilAtMs: null,
    });
    expect(plan({ kind: "sticker" }, over)).toMatchObject({ said: ["kind: sticker"], mode: "BOT" });
    expect(plan({ kind: "staff-reply" }, over)).toMatchObject({
      said: ["staff: staff-reply"],
      mode: "HUMAN",
    });
  });
});
