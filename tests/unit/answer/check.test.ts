import { describe, expect, it } from "vitest";
import { checkAnswer } from "../../../bot/answer/check.ts";
import { type Answer, type ReplyButton, type ReplyMessage, replyLimits } from "../../../bot/domain/index.ts";

const answer = (...messages: readonly ReplyMessage[]): Answer => ({
  status: "smalltalk.greeting",
  language: "vi",
  procedures: [],
  facets: [],
  decided: {},
  messages,
  state: {},
});
const message = (text: string, buttons: readonly ReplyButton[] = []): ReplyMessage => ({ text, buttons });
const button = (title: string): ReplyButton => ({ title, action: { kind: "say", payload: "#mc:canbo" } });
const buttons = (count: number) => Array.from({ length: count }, (_, at) => button(`nút ${at}`));

describe("an answer", () => {
  it.each([
    ["one short message", [message("chào")]],
    ["two messages", [message("một"), message("hai")]],
    ["a message as long as it may be", [message("á".repeat(replyLimits.text))]],
    ["letters of two units that count as one", [message("𠀀".repeat(replyLimits.text))]],
    ["marks apart from their letters, which count together", [message("a\u0301".repeat(replyLimits.text))]],
    ["as many buttons as there may be", [message("chào", buttons(replyLimits.buttons))]],
    ["a title as long as it may be", [message("chào", [button("á".repeat(replyLimits.title))])]],
  ])("of %s is handed back as it is", (_name, messages) => {
    const given = answer(...messages);
    expect(checkAnswer(given)).toBe(given);
  });

  it.each([
    ["no message", [], /^0 messages$/],
    ["three messages", [message("1"), message("2"), message("3")], /^3 messages$/],
    ["nothing to read", [message(" \n ")], /empty/],
    ["nothing to read in the second", [message("chào"), message("")], /empty/],
    ["a character too many", [message("á".repeat(replyLimits.text + 1))], /2001 characters/],
    ["a button too many", [message("chào", buttons(replyLimits.buttons + 1))], /6 buttons/],
    ["a title too long", [message("chào", [button("á".repeat(replyLimits.title + 1))])], /title/],
  ])("of %s is a bug", (_name, messages, fault) => {
    expect(() => checkAnswer(answer(...messages))).toThrow(RangeError);
    expect(() => checkAnswer(answer(...messages))).toThrow(fault);
  });
});
