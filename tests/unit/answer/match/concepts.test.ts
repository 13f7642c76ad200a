import { describe, expect, it } from "vitest";
import { type ConceptFinder, createConceptFinder } from "../../../../bot/answer/match/concepts.ts";
import { wordsOf } from "../../../../bot/text/index.ts";
import { sampleConcepts } from "../../../support/sample-entries.ts";

/** Each concept once, in the order they are first named. */
const namedIn = (finder: ConceptFinder, text: string) => {
  const named = new Set<string>();
  finder.each(wordsOf(text), (concept) => named.add(concept));
  return [...named];
};
const find = (text: string) => namedIn(createConceptFinder(sampleConcepts), text.toLowerCase());

describe("concepts", () => {
  it.each([
    ["tôi muốn kết hôn", ["marry"]],
    ["làm hôn thú", ["marry"]],
    ["hon thu o dau", ["marry"]],
    ["cưới xong mất giấy", ["marry", "lost"]],
    ["kết quả hôn nhân", []],
    ["", []],
  ])("in “%s” are %j", (text, concepts) => {
    expect(find(text)).toEqual(concepts);
  });

  it("trusts a mark that was typed", () => {
    expect(find("mat giay")).toEqual(["lost"]);
    expect(find("mát trời")).toEqual([]);
  });

  it("reads both ways of placing a tone", () => {
    const finder = createConceptFinder([{ id: "peace", words: ["hòa giải"] }]);
    expect(namedIn(finder, "hoà giải")).toEqual(["peace"]);
  });

  it("is named once however often it is said, and by every concept that has the words", () => {
    expect(find("mất giấy rồi mất luôn sổ")).toEqual(["lost"]);
    const finder = createConceptFinder([
      { id: "a", words: ["sổ đỏ"] },
      { id: "b", words: ["sổ đỏ", "đỏ"] },
    ]);
    expect(namedIn(finder, "sổ đỏ").toSorted()).toEqual(["a", "b"]);
  });
});
