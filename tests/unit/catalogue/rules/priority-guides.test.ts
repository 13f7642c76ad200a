import { describe, expect, it } from "vitest";
import { priorityGuides } from "../../../../bot/catalogue/rules/priority-guides.ts";
import { findingsOf } from "../../../support/sample-knowledge.ts";

describe("priority-guides", () => {
  it("accepts a list where each has a record and a guide", () => {
    expect(findingsOf(priorityGuides)).toEqual([]);
  });

  it("reports a code without record, one without guide, and one with few phrases", () => {
    const findings = findingsOf(priorityGuides, (sample) => {
      sample.priority.procedures.push({ code: "1.999999", group: "Hộ tịch" });
      sample.guideFiles = [{ path: "guides/ho-tich.json", field: "Hộ tịch", guides: [sample.birthGuide] }];
      sample.birthGuide.phrases = ["khai sinh", "khai sanh"];
    });
    expect(findings).toMatchObject([
      { code: "1.000001", field: "phrases", found: "2" },
      { code: "1.000002", found: "no guide" },
      { code: "1.999999", found: "no record" },
    ]);
  });

  it("reports a code listed twice", () => {
    const findings = findingsOf(priorityGuides, (sample) => {
      sample.priority.procedures.push({ code: "1.000001", group: "Hộ tịch" });
    });
    expect(findings).toMatchObject([{ code: "1.000001", found: "the code twice" }]);
  });
});
