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

  it("reports what is not told in English, the time limit too", () => {
    const findings = findingsOf(lifeEventSteps, (sample) => {
      const late = { vi: "Bạn vẫn được làm." };
      delete sample.event.intro.en;
      sample.event.steps = [
        {
          code: "1.000001",
          within: {
            quantity: 60,
            unit: "day",
            from: { vi: "ngày sinh", en: "the birth" },
            source: "Luật Hộ tịch",
            ifLate: late,
          },
        },
      ];
    });
    expect(findings.map(({ field }) => field)).toEqual(["intro.en", "steps.1.000001.within.ifLate.en"]);
  });
});
