import { describe, expect, it } from "vitest";
import { english } from "../../../../bot/catalogue/rules/english.ts";
import { findingsOf } from "../../../support/sample-knowledge.ts";

describe("english", () => {
  it("accepts what is promised: everything of some, name and purpose of the rest", () => {
    expect(findingsOf(english)).toEqual([]);
  });

  it("reports a priority procedure without an English name", () => {
    const findings = findingsOf(english, (sample) => {
      delete sample.marriageGuide.name.en;
    });
    expect(findings).toMatchObject([{ code: "1.000002", field: "name.en" }]);
  });

  it("reports every text without English where all of it is promised", () => {
    const findings = findingsOf(english, (sample) => {
      sample.birthGuide.who = { vi: "Cha hoặc mẹ." };
      sample.birthGuide.steps = { counter: [{ vi: "Ra quầy." }] };
      sample.birthGuide.phrasesEn = ["birth certificate"];
    });
    expect(findings.map(({ field }) => field)).toEqual(["who.en", "steps.counter.0.en", "phrasesEn"]);
  });

  it("reports a promise without a guide", () => {
    const findings = findingsOf(english, (sample) => {
      sample.priority.fullEnglish.push("1.999999");
    });
    expect(findings).toMatchObject([{ file: "priority.json", code: "1.999999" }]);
  });
});
