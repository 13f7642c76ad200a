import { describe, expect, it } from "vitest";
import { vocabulary } from "../../../../bot/catalogue/rules/vocabulary.ts";
import { findingsOf, type Sample } from "../../../support/sample-knowledge.ts";

describe("vocabulary", () => {
  it("accepts well-formed words", () => {
    expect(findingsOf(vocabulary)).toEqual([]);
  });

  it.each<[string, (words: Sample["vocabulary"]) => void, string]>([
    ["a concept's word twice", (words) => (words.concepts = [{ id: "die", words: ["mất", "mất"] }]), "die"],
    [
      "a concept id with a space",
      (words) => (words.concepts = [{ id: "new born", words: ["bé"] }]),
      "new born",
    ],
    ["shorthand of two words", (words) => (words.shorthand = { "giay ks": "giấy khai sinh" }), "giay ks"],
    ["shorthand in capitals", (words) => (words.shorthand = { GKS: "giấy khai sinh" }), "GKS"],
    ["shorthand whose words have capitals", (words) => (words.shorthand = { gks: "Giấy khai sinh" }), "gks"],
    ["a filler twice", (words) => (words.fillers = ["cho", "cho"]), "fillers"],
    [
      "a question word twice",
      (words) => (words.facets.fee = { asks: ["phí", "phí"], names: [], checks: [] }),
      "fee",
    ],
  ])("reports %s", (_name, change, code) => {
    const findings = findingsOf(vocabulary, (sample) => {
      change(sample.vocabulary);
    });
    expect(findings).toMatchObject([{ code }]);
  });

  it("reports two concepts of one id", () => {
    const findings = findingsOf(vocabulary, (sample) => {
      sample.vocabulary.concepts.push({ id: "birth", words: ["đẻ"] });
    });
    expect(findings).toMatchObject([{ file: "vocabulary/concepts.json", found: "“birth” twice" }]);
  });
});
