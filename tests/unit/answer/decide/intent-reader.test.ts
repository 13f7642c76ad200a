import { describe, expect, it } from "vitest";
import { createIntentReader } from "../../../../bot/answer/decide/intent-reader.ts";
import type { MatchIndex } from "../../../../bot/answer/match/build-index.ts";
import type { Entry } from "../../../../bot/answer/match/entries.ts";
import { readQuery } from "../../../../bot/answer/match/query-features.ts";
import type { AnswerStatus } from "../../../../bot/domain/index.ts";
import { queryOf, sampleEntries, sampleIndex } from "../../../support/sample-entries.ts";

const intent = (status: AnswerStatus, text: string): Entry => ({
  target: { kind: "intent", status },
  prior: [0, 0, 0, 0, 0],
  texts: [{ kind: "phrase", text }],
});
const thanks = ["cảm ơn nhiều", "cảm ơn bạn", "cảm ơn rất nhiều nha", "biết ơn bạn"];
const scores = ["kết quả bóng đá", "trận bóng đá hồi hôm", "đội bóng nào thắng", "bóng đá mấy giờ"];
const intents = [
  ...thanks.map((text) => intent("smalltalk.thanks", text)),
  ...scores.map((text) => intent("refused.off-topic", text)),
];
/** "Core" is the fourth thing known of an entry beforehand: all its texts are learnt from. */
const core = sampleEntries.map((entry) => ({ ...entry, prior: [0, 0, 0, 1, 0] }));
const index = sampleIndex([...core, ...intents]);
const toneIn = (of: MatchIndex, text: string, teaches?: (unit: number) => boolean) =>
  createIntentReader(of, teaches)(readQuery(of, queryOf(text)));
const tone = (text: string) => toneIn(index, text);

describe("the tone of a message", () => {
  it.each([
    ["cảm ơn nha", "smalltalk.thanks"],
    ["biết ơn nhiều", "smalltalk.thanks"],
    ["tối có đá bóng đá", "refused.off-topic"],
    ["đội nào thắng", "refused.off-topic"],
  ])("“%s” sounds like %s", (text, status) => {
    expect(tone(text)?.status).toBe(status);
    expect(tone(text)?.intent).toBeGreaterThan(0.5);
    expect(tone(text)?.sure).toBeGreaterThan(0.5);
  });

  it.each(["làm giấy khai sinh", "xin phép xây nhà", "đăng ký kết hôn"])(
    "“%s” sounds like a matter",
    (text) => {
      expect(tone(text)?.intent).toBeLessThan(0.5);
    },
  );

  it("is none when no word is known", () => {
    expect(tone("zzz qqq")).toBeUndefined();
    expect(tone("")).toBeUndefined();
  });

  it("is none while there are no examples", () => {
    expect(toneIn(sampleIndex(core), "làm giấy khai sinh")).toBeUndefined();
  });

  it("is not learnt from texts that are left out", () => {
    const withoutThanks = (unit: number) => {
      const { target } = index.entries[index.unitEntry[unit] ?? 0] as Entry;
      return !(target.kind === "intent" && target.status === "smalltalk.thanks");
    };
    expect(toneIn(index, "cảm ơn bạn", withoutThanks)?.status).not.toBe("smalltalk.thanks");
  });

  it("is the same each time it is learnt", () => {
    expect(toneIn(index, "cảm ơn nhiều")).toEqual(tone("cảm ơn nhiều"));
  });
});
