import { describe, expect, it } from "vitest";
import { wordSet } from "../../../../bot/answer/understand/word-set.ts";
import { wordFrom, wordsOf } from "../../../../bot/text/index.ts";

describe("a word set", () => {
  const holds = wordSet("cần hòa\n mã mả 1 the");

  it.each([
    ["cần", true],
    ["CẦN", true],
    ["can", true],
    ["hoà", true],
    ["hòa".normalize("NFD"), true],
    ["mả", true],
    ["ma", true],
    ["1", true],
    ["the", true],
    ["căn", false],
    ["cân", false],
    ["má", false],
    ["thẻ", false],
    ["11", false],
    ["hoa lá", false],
  ])("of “cần hòa mã mả 1 the” holds “%s”: %s", (text, held) => {
    expect(wordsOf(text).every(holds)).toBe(held);
  });

  it("holds no missing word, and nothing when empty", () => {
    expect(holds(undefined)).toBe(false);
    expect(wordSet("")(wordFrom("a"))).toBe(false);
  });

  it("is larger than a question", () => {
    const many = Array.from({ length: 900 }, (_, at) => `w${at}`);
    expect(wordSet(many.join(" "))(wordFrom("w899"))).toBe(true);
  });
});
