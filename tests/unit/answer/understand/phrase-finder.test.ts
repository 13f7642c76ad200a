import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPhraseFinder } from "../../../../bot/answer/understand/phrase-finder.ts";
import { wordsOf } from "../../../../bot/text/index.ts";

const known = [
  ["giấy", "paper"],
  ["giấy khai sinh", "birth"],
  ["khai", "declare"],
  ["khai tử", "death"],
  ["sinh", "born"],
] as const;
const find = createPhraseFinder<string>(known);

describe("the phrase finder", () => {
  it.each([
    ["xin giấy khai sinh", ["birth 1+3"]],
    ["giấy khai tử", ["paper 0+1", "death 1+2"]],
    ["giay khai tu, giay khai sinh", ["paper 0+1", "death 1+2", "birth 3+3"]],
    ["khai khai tử tử", ["declare 0+1", "death 1+2"]],
    ["khai từ xa", ["declare 0+1"]],
    ["kết hôn", []],
    ["", []],
  ])("finds in “%s” the longest from the left: %j", (text, found) => {
    const here = find(wordsOf(text)).map(({ value, start, length }) => `${value} ${start}+${length}`);
    expect(here).toEqual(found);
  });

  it("finds every value of one expression, each once", () => {
    const finder = createPhraseFinder([
      ["bộ", 1],
      ["bộ", 2],
      ["bộ", 1],
    ]);
    expect(finder(wordsOf("bộ")).map(({ value }) => value)).toEqual([1, 2]);
  });

  it("agrees as the caller says", () => {
    expect(createPhraseFinder([["đầu", true]], () => true)(wordsOf("đâu"))).toHaveLength(1);
    expect(createPhraseFinder([["đầu", true]])(wordsOf("đâu"))).toEqual([]);
  });

  it("finds nothing twice at one place, in the order of the text", () => {
    const word = fc.constantFrom("giấy", "giay", "khai", "sinh", "tử", "tu", "xin", "từ");
    fc.assert(
      fc.property(fc.array(word, { maxLength: 25 }), (list) => {
        const words = wordsOf(list.join(" "));
        let end = 0;
        for (const { start, length } of find(words)) {
          expect(start).toBeGreaterThanOrEqual(end);
          expect(length).toBeGreaterThan(0);
          end = start + length;
        }
        expect(end).toBeLessThanOrEqual(words.length);
      }),
    );
  });
});
