import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createConceptFinder } from "../../../../bot/answer/match/concepts.ts";
import { featuresOf } from "../../../../bot/answer/match/features.ts";
import { wordsOf } from "../../../../bot/text/index.ts";
import { sampleConcepts } from "../../../support/sample-entries.ts";

const concepts = createConceptFinder(sampleConcepts);
const fillers = new Set(["cho", "em"]);
const read = (text: string, weightOf?: (at: number) => number) =>
  new Map(
    featuresOf(wordsOf(text), concepts, fillers, weightOf).map(({ name, weight, at }) => [
      name,
      { weight, at },
    ]),
  );
const names = (text: string) => [...read(text).keys()];

describe("features", () => {
  it("are syllables, their marks, neighbours and neighbours but one", () => {
    expect(names("giấy khai sinh")).toEqual([
      "giay",
      expect.stringMatching(/^'/),
      "giay khai",
      "giay sinh",
      "khai",
      "khai sinh",
      "sinh",
    ]);
  });

  it("are the same for a word with marks and without, except for the mark itself", () => {
    const plain = names("giay khai sinh");
    expect(names("giấy khai sinh").filter((name) => !name.startsWith("'"))).toEqual(plain);
  });

  it("count a filler only beside another word", () => {
    expect(names("cho con")).toEqual(["cho con", "con"]);
    const { weight: fillersOnly = 0 } = read("cho em").get("cho em") ?? {};
    const { weight: withMatter = 0 } = read("cho con").get("cho con") ?? {};
    expect(fillersOnly).toBeGreaterThan(0);
    expect(fillersOnly).toBeLessThan(withMatter);
  });

  it("name the concepts", () => {
    expect(read("làm hôn thú").get("#marry")?.at).toBe(-1);
  });

  it("weigh less where the words only ask", () => {
    const asked = read("bao nhiêu tiền", () => 0.3);
    const said = read("bao nhiêu tiền");
    for (const [name, { weight }] of asked) expect(weight).toBeLessThan(said.get(name)?.weight ?? 0);
  });

  it("are each given once, with the greatest weight and its place", () => {
    const word = fc.constantFrom("giấy", "khai", "sinh", "cho", "em", "cưới", "hôn", "thú", "mat");
    fc.assert(
      fc.property(fc.array(word, { maxLength: 20 }), (words) => {
        const features = featuresOf(wordsOf(words.join(" ")), concepts, fillers);
        expect(new Set(features.map(({ name }) => name)).size).toBe(features.length);
        for (const { weight, at } of features) {
          expect(weight).toBeGreaterThan(0);
          expect(weight).toBeLessThanOrEqual(1);
          expect(at).toBeGreaterThanOrEqual(-1);
          expect(at).toBeLessThan(Math.max(1, words.length));
        }
      }),
    );
  });
});
