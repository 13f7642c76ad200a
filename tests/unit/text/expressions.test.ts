import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Agreement, createExpressions, marksAgree, wordFrom, wordsOf } from "../../../bot/text/index.ts";

/** Each found expression by its own text and its length in words: `sổ đỏ 2`. */
function foundIn(known: readonly string[], text: string, start = 0, agree?: Agreement): string[] {
  const found: string[] = [];
  const expressions = createExpressions(
    known.map((one) => [one, one] as const),
    agree,
  );
  expressions.from(wordsOf(text), start, (value, length) => found.push(`${value} ${length}`));
  return found;
}

const papers = ["sổ", "sổ đỏ", "sổ đỏ chung", "đỏ"];

describe("expressions", () => {
  it.each([
    ["sổ đỏ chung", ["sổ 1", "sổ đỏ 2", "sổ đỏ chung 3"]],
    ["sổ đỏ riêng", ["sổ 1", "sổ đỏ 2"]],
    ["so do chung", ["sổ 1", "sổ đỏ 2", "sổ đỏ chung 3"]],
    ["so đỏ", ["sổ 1", "sổ đỏ 2"]],
    ["SỔ ĐỎ", ["sổ 1", "sổ đỏ 2"]],
    ["sổ độ", ["sổ 1"]],
    ["số đỏ", []],
    ["mượn sổ đỏ", []],
    ["", []],
  ])("that begin “%s” are %j", (text, found) => {
    expect(foundIn(papers, text)).toEqual(found);
  });

  it("are looked for from a place on", () => {
    expect(foundIn(papers, "mượn sổ đỏ", 1)).toEqual(["sổ 1", "sổ đỏ 2"]);
    expect(foundIn(papers, "mượn sổ đỏ", 2)).toEqual(["đỏ 1"]);
    expect(foundIn(papers, "mượn sổ đỏ", 3)).toEqual([]);
  });

  it("may stand for several values", () => {
    const found: number[] = [];
    createExpressions([
      ["quê", 1],
      ["quê", 2],
    ]).from(wordsOf("quê"), 0, (value) => found.push(value));
    expect(found).toEqual([1, 2]);
  });

  it("are read however tones are placed and letters composed", () => {
    expect(foundIn(["hòa giải"], "hoà giải".normalize("NFD"))).toEqual(["hòa giải 2"]);
  });

  it.each([
    ["bán", ["bán 1"]],
    ["bản", ["bản 1"]],
    ["ban", ["bán 1", "bản 1"]],
    ["bạn", []],
  ])("that fold alike are told apart by the marks of “%s”", (text, found) => {
    expect(foundIn(["bán", "bản"], text)).toEqual(found);
  });

  it("without words are no expressions", () => {
    expect(foundIn(["", "?!"], "gì đó")).toEqual([]);
  });

  it("agree as the caller says", () => {
    expect(foundIn(["bán"], "bản", 0, () => true)).toEqual(["bán 1"]);
    expect(foundIn(["bán"], "bán", 0, () => false)).toEqual([]);
  });

  it.each([
    ["mất", "mất", true],
    ["mat", "mất", true],
    ["mát", "mất", false],
    ["đi", "di", false],
  ])("typed “%s” for “%s”: marks agree is %s", (typed, known, agrees) => {
    expect(marksAgree(wordFrom(typed), wordFrom(known).key)).toBe(agrees);
  });

  it("never reach past the last word, and hold the words they are found for", () => {
    const word = fc.constantFrom("sổ", "đỏ", "chung", "so", "do", "khác");
    const expressions = createExpressions(papers.map((text) => [text, text] as const));
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), fc.nat({ max: 8 }), (list, start) => {
        const words = wordsOf(list.join(" "));
        expressions.from(words, start, (text, length) => {
          expect(start + length).toBeLessThanOrEqual(words.length);
          const run = words.slice(start, start + length).map(({ folded }) => folded);
          expect(run).toEqual(wordsOf(text).map(({ folded }) => folded));
        });
      }),
    );
  });

  it("are whole when the words are nothing else, each value once", () => {
    const known = createExpressions([
      ["sổ", "paper"],
      ["sổ", "paper"],
      ["sổ đỏ", "land"],
    ]);
    expect(known.whole(wordsOf("so do"))).toEqual(["land"]);
    expect(known.whole(wordsOf("sổ"))).toEqual(["paper"]);
    expect(known.whole(wordsOf("sổ đỏ nhà"))).toEqual([]);
    expect(known.whole([])).toEqual([]);
  });
});
