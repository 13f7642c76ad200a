import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pickedChoice } from "../../../../bot/answer/understand/choice.ts";
import { wordSet } from "../../../../bot/answer/understand/word-set.ts";
import { wordsOf } from "../../../../bot/text/index.ts";

const labels = ["Cấp lại thẻ bị mất", "Đổi thẻ hết hạn", "Gia hạn tạm trú"];
const offer = (list: readonly string[]) => list.map((label) => ({ label, payload: label }));
const filler = wordSet("cho em tôi muốn là ạ nha cái the");

function pick(text: string, list: readonly string[] = labels) {
  const words = wordsOf(text);
  const matter = words.filter((word) => !filler(word));
  return pickedChoice(words, matter, { offered: offer(list) })?.label;
}
const [first, second, third] = labels;

describe("a choice is picked", () => {
  it.each([
    ["1", first],
    ["số 2", second],
    ["Số 3 nha em", third],
    ["cái thứ 2 á", second],
    ["chọn câu 1 ạ", first],
    ["mục ba", third],
    ["option 2", second],
    ["number three", third],
    ["so 3 ad oi", third],
  ])("by number in “%s”", (text, label) => {
    expect(pick(text)).toBe(label);
  });

  it.each([
    ["cái đầu tiên", first],
    ["thứ nhất", first],
    ["cái thứ nhì", second],
    ["thứ hai", second],
    ["cái cuối cùng", third],
    ["cái chót", third],
    ["the first", first],
    ["third", third],
    ["last", third],
  ])("by its place in “%s”", (text, label) => {
    expect(pick(text)).toBe(label);
  });

  it.each([
    ["gia hạn", third],
    ["tam tru", third],
    ["em muốn đổi thẻ", second],
    ["cấp lại", first],
    ["bị mất", first],
    ["HẾT HẠN", second],
  ])("by its own words in “%s”", (text, label) => {
    expect(pick(text)).toBe(label);
  });

  it("out of five, by any of their numbers", () => {
    const five = ["tách hộ", "nhập hộ", "khai tử", "ly hôn", "chứng thực"];
    expect(pick("số 4", five)).toBe("ly hôn");
    expect(pick("thứ tư", five)).toBe("ly hôn");
    expect(pick("5", five)).toBe("chứng thực");
    expect(pick("cái thứ năm", five)).toBe("chứng thực");
  });
});

describe("no choice is picked", () => {
  it.each([
    ["that a number counts", "2 đứa con"],
    ["that a number is an age", "bé 3 tuổi"],
    ["with two numbers", "1 hay 2"],
    ["that holds a number on its way", "nhà tôi có 2 thửa liền nhau"],
    ["with a number that is not offered", "số 4"],
    ["with nought", "0"],
    ["with a number inside a code", "CT01"],
    ["with a word of two choices", "thẻ"],
    ["with words of two choices", "cấp lại với gia hạn"],
    ["with words of two choices, most of one", "đổi gia hạn"],
    ["with a word of no choice", "khai tử"],
    ["with other marks", "đôi thé"],
    ["mostly about something else", "tạm thời xin xác nhận độc thân"],
    ["that only points", "cái đó nha"],
    ["without words", "?"],
  ])("by a message %s: “%s”", (_, text) => {
    expect(pick(text)).toBeUndefined();
  });

  it("by a number in a long message", () => {
    expect(pick("chọn số 1 nha em")).toBe(first);
    expect(pick("chọn số 1 nha em anh chị ơi")).toBeUndefined();
  });

  it("by its words in a long message", () => {
    expect(pick("gia hạn tạm trú gia hạn tạm trú gia hạn tạm trú")).toBe(third);
    expect(pick("gia hạn tạm trú gia hạn tạm trú gia hạn tạm trú gia")).toBeUndefined();
  });

  it("where none is offered", () => {
    const words = wordsOf("số 1");
    expect(pickedChoice(words, words, {})).toBeUndefined();
    expect(pickedChoice(words, words, { offered: [] })).toBeUndefined();
  });

  it("that was not offered, whatever is said", () => {
    const word = fc.constantFrom("số", "1", "hai", "7", "thẻ", "đổi", "gia", "hạn", "cuối", "nha", "không");
    fc.assert(
      fc.property(fc.array(word, { maxLength: 14 }), (list) => {
        expect([undefined, ...labels]).toContain(pick(list.join(" ")));
      }),
    );
  });
});
