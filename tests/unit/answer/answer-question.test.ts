import { describe, expect, it } from "vitest";
import type { AnswerContext } from "../../../bot/answer/draft.ts";
import { answerQuestion, createAnswerer, prepare } from "../../../bot/answer/index.ts";
import { BIRTH, MARRIAGE, NOW, smallKnowledge } from "../../support/small-world.ts";

const greetings = ["xin chào", "chào bạn", "chào cả nhà"];
const knowledge = smallKnowledge({ lists: [], rules: [] }, [
  { status: "smalltalk.greeting", examples: greetings },
]);
const ctx: AnswerContext = { ...prepare(knowledge), nowMs: NOW };
const answer = (text: string) => answerQuestion({ text, state: {} }, ctx).answer;

describe("a question", () => {
  it("gets the part that it asks of the procedure that it names", () => {
    const { status, procedures, facets, messages, state } = answer("đăng ký kết hôn bao nhiêu tiền");
    expect(status).toBe("answered.facet");
    expect(procedures[0]?.code).toBe(MARRIAGE);
    expect(facets).toEqual(["fee"]);
    expect(messages[0]?.text).toContain("fee.title");
    expect(state).toMatchObject({ procedure: MARRIAGE, facet: "fee", language: "vi", atMs: NOW });
  });

  it("leaves a state from which the next one is understood", () => {
    const { state } = answer("đăng ký kết hôn bao nhiêu tiền");
    const next = answerQuestion({ text: "mấy ngày", state }, ctx).answer;
    expect(next).toMatchObject({ status: "answered.facet", facets: ["time"] });
    expect(next.procedures[0]?.code).toBe(MARRIAGE);
  });

  it("gets the same answer each time", () => {
    const question = { text: "khai sinh trễ thì cần giấy tờ gì", state: {} };
    expect(answerQuestion(question, ctx)).toEqual(answerQuestion(question, ctx));
  });

  it("leaves the state that it came with as it was", () => {
    const state = Object.freeze({ procedure: BIRTH, atMs: NOW, offered: Object.freeze([]) });
    expect(() => answerQuestion({ text: "ở đâu", state }, ctx)).not.toThrow();
  });

  it.each(["", " ", "…", "\u0000", "\ud800", "🙂"])("that cannot be read (%j) says so", (text) => {
    expect(answer(text).status).toBe("unanswerable.unreadable");
  });

  it("is told with the reasons, one line each", () => {
    const { trace } = answerQuestion({ text: "đăng ký kết hôn bao nhiêu tiền", state: {} }, ctx);
    expect(trace).toContain("words: dang ky ket hon bao nhieu tien");
    expect(trace).toContain("parts: fee");
    expect(trace.some((line) => line.startsWith("decided: "))).toBe(true);
    expect(trace.every((line) => !line.includes("\n"))).toBe(true);
  });
});

describe("an answerer", () => {
  it("takes the time from who asks", () => {
    const ask = createAnswerer(knowledge);
    const question = { text: "ở đâu", state: { procedure: BIRTH, atMs: NOW } };
    expect(ask(question, NOW).status).toBe("answered.facet");
    expect(ask(question, NOW + 48 * 60 * 60 * 1000).status).toBe("clarify.procedure");
  });
});
