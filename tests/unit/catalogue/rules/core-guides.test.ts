import { describe, expect, it } from "vitest";
import { coreGuides } from "../../../../bot/catalogue/rules/core-guides.ts";
import { findingsOf, type Sample } from "../../../support/sample-knowledge.ts";

describe("core-guides", () => {
  it("accepts a whole guide, and leaves guides that are not core alone", () => {
    expect(findingsOf(coreGuides)).toEqual([]);
  });

  it.each<[string, (guide: Sample["birthGuide"]) => void]>([
    ["who", (guide) => delete guide.who],
    ["documents", (guide) => delete guide.documents],
    ["mistakes", (guide) => delete guide.mistakes],
    ["steps", (guide) => delete guide.steps],
    ["steps", (guide) => (guide.steps = { counter: [] })],
    ["phrases", (guide) => guide.phrases.pop()],
  ])("reports missing %s", (field, change) => {
    const findings = findingsOf(coreGuides, (sample) => {
      change(sample.birthGuide);
    });
    expect(findings).toMatchObject([{ file: "guides/ho-tich.json", code: "1.000001", field }]);
  });
});
