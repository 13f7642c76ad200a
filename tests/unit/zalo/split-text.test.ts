import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lengthOf, splitText } from "../../../bot/zalo/index.ts";

const squeeze = (text: string) => text.normalize("NFC").replace(/\s+/g, "");

describe("splitText", () => {
  it.each([
    ["nothing", "   ", 10, []],
    ["what fits", "Xin chào", 10, ["Xin chào"]],
    ["at a paragraph before a line", "Một.\nHai.\n\nBa.", 10, ["Một.\nHai.", "Ba."]],
    ["at a line before a sentence", "Một. Hai.\nBa. Bốn.", 10, ["Một. Hai.", "Ba. Bốn."]],
    ["at a sentence", "Một hai. Ba bốn. Năm.", 16, ["Một hai. Ba bốn.", "Năm."]],
    ["at a comma when the sentence is too long", "một hai, ba bốn", 9, ["một hai,", "ba bốn"]],
    ["between words when there is no comma", "một hai ba bốn", 8, ["một hai", "ba bốn"]],
    ["inside a word only when the word is too long", "abcdefghij", 4, ["abcd", "efgh", "ij"]],
    [
      "decimal points and codes are no sentence ends",
      "Mã 1.001193 phí 1.500 đồng. Xong.",
      28,
      ["Mã 1.001193 phí 1.500 đồng.", "Xong."],
    ],
  ])("parts %s", (_name, text, limit, pieces) => {
    expect(splitText(text, limit)).toEqual(pieces);
  });

  it("counts code points of NFC text, so decomposed Vietnamese is not split early", () => {
    const text = "ế".repeat(2000).normalize("NFD");
    expect(text.length).toBe(6000);
    expect(splitText(text)).toHaveLength(1);
    expect(splitText(`${text}a`)).toHaveLength(2);
    expect(lengthOf("👍🏽")).toBe(2);
  });

  const words = fc.array(
    fc.constantFrom(
      "giấy",
      "khai sinh",
      "1.001193.",
      "hết!",
      "thật?",
      "\n",
      "\n\n",
      ", ",
      "👍",
      "đ".repeat(30),
    ),
    { maxLength: 200 },
  );

  it("loses nothing, keeps the order and every limit", () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 5, max: 80 }), (parts, limit) => {
        const text = parts.join(" ");
        const pieces = splitText(text, limit);
        expect(squeeze(pieces.join(" "))).toBe(squeeze(text));
        for (const piece of pieces) {
          expect(lengthOf(piece)).toBeLessThanOrEqual(limit);
          expect(piece.trim()).not.toBe("");
        }
      }),
    );
  });

  it("never parts a sentence that fits into a message by itself", () => {
    const sentence = fc.stringMatching(/^[a-zàáâ][a-zàáâ ]{0,60}[a-z]$/).map((text) => `${text}.`);
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 60 }), (sentences) => {
        for (const piece of splitText(sentences.join(" "), 100)) expect(piece.endsWith(".")).toBe(true);
      }),
    );
  });
});
