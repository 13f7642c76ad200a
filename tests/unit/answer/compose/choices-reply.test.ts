import { describe, expect, it } from "vitest";
import { choicesReply } from "../../../../bot/answer/compose/choices-reply.ts";
import { readPayload, wording } from "../../../../bot/answer/index.ts";
import { loadKnowledge } from "../../../../bot/catalogue/index.ts";
import { replyLimits } from "../../../../bot/domain/index.ts";

const knowledge = loadKnowledge();
const offer = (...codes: string[]) =>
  choicesReply(codes, undefined, knowledge, wording(knowledge.replies, "vi"), "vi", "documents");
const offered = (...codes: string[]) => offer(...codes).offered.map(({ payload }) => readPayload(payload));

describe("choicesReply", () => {
  it("offers the whole situation last when two procedures are steps of it", () => {
    expect(offered("1.001193", "2.000986")).toEqual([
      { kind: "procedure", code: "1.001193", facet: "documents" },
      { kind: "procedure", code: "2.000986", facet: "documents" },
      { kind: "life-event", id: "sinh-con" },
    ]);
    expect(offer("1.001193", "2.000986").messages[0]?.text).toContain("3. Tất cả việc cần làm: Sinh con");
  });

  it("offers none when the procedures have no situation in common", () => {
    expect(offered("1.001193", "1.013225").map((payload) => payload?.kind)).toEqual([
      "procedure",
      "procedure",
    ]);
  });

  it("never shows more buttons than the platform takes", () => {
    const five = ["2.000986", "2.001023", "1.001193", "1.000689", "1.004222"];
    const { messages, offered: choices } = offer(...five);
    expect(choices).toHaveLength(5);
    expect(messages[0]?.buttons).toHaveLength(replyLimits.buttons);
  });

  it("leaves out a procedure that is gone", () => {
    expect(offered("9.999999", "1.001193")).toHaveLength(1);
  });
});
