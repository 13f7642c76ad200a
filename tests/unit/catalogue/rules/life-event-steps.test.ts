import { describe, expect, it } from "vitest";
import { lifeEventSteps } from "../../../../bot/catalogue/rules/life-event-steps.ts";
import { findingsOf } from "../../../support/sample-knowledge.ts";

describe("life-event-steps", () => {
  it("accepts steps that are procedures we have", () => {
    expect(findingsOf(lifeEventSteps)).toEqual([]);
  });

  it("reports an unknown procedure, one named twice, and a first step that shares a visit", () => {
    const findings = findingsOf(lifeEventSteps, (sample) => {
      sample.event.steps = [
        { code: "1.000001", sameVisit: true },
        { code: "1.000001" },
        { code: "1.999999" },
      ];
    });
    expect(findings).toMatchObject([
      { code: "sinh-con", found: "1.999999" },
      { code: "sinh-con", found: "1.000001 twice" },
      { code: "sinh-con", found: "sameVisit on the first step" },
    ]);
  });
});
