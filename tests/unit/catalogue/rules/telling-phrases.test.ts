import { describe, expect, it } from "vitest";
import { tellingPhrases } from "../../../../bot/catalogue/rules/telling-phrases.ts";
import { findingsOf, type Sample } from "../../../support/sample-knowledge.ts";

function withPhrase(phrase: string) {
  return (sample: Sample) => {
    sample.topic.phrases = [phrase];
  };
}

describe("telling-phrases", () => {
  it.each(["đổi sổ đỏ", "đi B", "xin cấp lại giấy phép lái xe"])("accepts “%s”", (phrase) => {
    expect(findingsOf(tellingPhrases, withPhrase(phrase))).toEqual([]);
  });

  it.each(["thủ tục", "Đăng ký cho tôi", "cấp lại giấy chứng nhận", "đổi giấy cho con"])(
    "refuses “%s”",
    (phrase) => {
      expect(findingsOf(tellingPhrases, withPhrase(phrase))).toMatchObject([
        { file: "topics/all.json", found: `“${phrase}”` },
      ]);
    },
  );
});
