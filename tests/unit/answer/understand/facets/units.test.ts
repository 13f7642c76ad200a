import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contentEnd, unitsOf } from "../../../../../bot/answer/understand/facets/units.ts";
import { wordsOf } from "../../../../../bot/text/index.ts";
import { messageOf } from "../../../../support/sample-message.ts";

/** The units of a message without marks; `?` where one asks yes or no. */
function units(text: string, english = false): string[] {
  const message = messageOf(text, english);
  return unitsOf(message).map(({ start, end, yesNo }) => {
    const run = message.words.slice(start, end).map(({ folded }) => folded);
    return run.join(" ") + (yesNo ? "?" : "");
  });
}
const yesNo = (text: string, english = false) => units(text, english).every((unit) => unit.endsWith("?"));

describe("units", () => {
  it.each([
    ["nộp ở đâu", ["nop o dau"]],
    ["nộp ở đâu, chờ bao lâu", ["nop o dau", "cho bao lau"]],
    ["Thẻ mất. Nộp ở đâu? Phí mấy", ["the mat", "nop o dau", "phi may"]],
    ["cần gì và nộp ở đâu", ["can gi va", "nop o dau"]],
    ["và nộp ở đâu", ["va nop o dau"]],
    ["sang tên qua mạng được không chờ mấy ngày", ["sang ten qua mang duoc khong?", "cho may ngay"]],
    ["có kịp không ạ anh ơi nộp ở đâu", ["co kip khong a anh oi?", "nop o dau"]],
    ["làm được không hay phải chờ", ["lam duoc khong hay phai cho?"]],
    ["có phí không vậy nộp sao", ["co phi khong vay?", "nop sao"]],
  ])("of “%s” are %j", (text, cut) => {
    expect(units(text)).toEqual(cut);
  });

  it("know their sentence", () => {
    const sentences = unitsOf(messageOf("Thẻ mất, tìm không ra. Nộp ở đâu, phí mấy? Mấy ngày"));
    expect(sentences.map(({ sentence }) => sentence)).toEqual([0, 0, 1, 1, 2]);
  });

  it.each([
    ["có mất phí không", true],
    ["có mất phí không ạ", true],
    ["co phi khong vay anh", true],
    ["nộp ở xã hả", true],
    ["nộp ở xã hả mấy chị", true],
    ["nop o xa ha", true],
    ["giấy cũ còn xài được à", true],
    ["xong rồi chưa", true],
    ["làm được chưa em", true],
    ["tôi về chưa", false],
    ["hai bên đều không", false],
    ["nộp ở đâu", false],
    ["nop o dau a", false],
    ["không", false],
    ["hả", false],
    ["tôi không có nhà", false],
  ])("“%s” can be answered by yes or no: %s", (text, answered) => {
    expect(yesNo(text)).toBe(answered);
  });

  it.each([
    ["can I send it by post", true],
    ["and do we pay", true],
    ["hello please is it free", true],
    ["how much is it", false],
    ["where can I go", false],
    ["can I", false],
  ])("the English “%s” can be answered by yes or no: %s", (text, answered) => {
    expect(yesNo(text, true)).toBe(answered);
  });

  it("of a message together are the message", () => {
    const word = fc.constantFrom("và", "được", "không", "hay", "ạ", "nộp", "phí,", "đâu?", "hả.", "em");
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 25 }), fc.boolean(), (list, english) => {
        const message = messageOf(list.join(" "), english);
        let end = 0;
        let sentence = 0;
        for (const unit of unitsOf(message)) {
          expect(unit.start).toBe(end);
          expect(unit.end).toBeGreaterThan(unit.start);
          expect(unit.sentence).toBeGreaterThanOrEqual(sentence);
          ({ end, sentence } = unit);
        }
        expect(end).toBe(message.words.length);
      }),
    );
  });

  it("of nothing are none", () => {
    expect(units("")).toEqual([]);
  });
});

describe("the content", () => {
  it.each([
    ["nộp ở đâu", 3],
    ["nộp ở đâu ạ", 3],
    ["nộp ở đâu vậy anh chị ơi", 3],
    ["nộp ở đâu hả mấy chú", 4],
    ["nộp ở đâu các anh", 3],
    ["chờ mấy", 2],
    ["nop o dau vay ad", 3],
    ["ạ", 1],
    ["ạ ơi", 1],
    ["", 0],
  ])("of “%s” ends after word %i", (text, end) => {
    expect(contentEnd(wordsOf(text))).toBe(end);
  });
});
