import { describe, expect, it } from "vitest";
import { coverageByField, totalCoverage } from "../../../../bot/catalogue/index.ts";
import { SAMPLE_DAY, sampleView } from "../../../support/sample-knowledge.ts";

describe("coverageByField", () => {
  it("counts records, guides, phrases, cases, fees, English and age of each field", () => {
    const view = sampleView((sample) => {
      sample.marriageRecord.channels = [
        {
          kind: "counter",
          time: { kind: "not-published" },
          fees: [{ kind: "amount", amount: 1000, currency: "VND" }],
        },
      ];
    });
    expect(coverageByField(view, SAMPLE_DAY)).toEqual([
      {
        field: "Hộ tịch",
        facts: 2,
        core: 1,
        guides: 2,
        fullGuides: 1,
        phrases: 19,
        withCases: 1,
        feesKnown: 1,
        english: 2,
        fullEnglish: 1,
        oldestDays: 129,
      },
    ]);
  });

  it("puts fields with core procedures first, and shows a field without guides", () => {
    const view = sampleView((sample) => {
      const land = { ...structuredClone(sample.marriageRecord), code: "1.000003", field: "Đất đai" };
      sample.procedureFiles.unshift({
        path: "procedures/dat-dai.json",
        field: "Đất đai",
        procedures: [land],
      });
      sample.guideFiles = [{ path: "guides/ho-tich.json", field: "Hộ tịch", guides: [sample.birthGuide] }];
    });
    const rows = coverageByField(view, SAMPLE_DAY);
    expect(rows.map(({ field, facts, guides, core }) => [field, facts, guides, core])).toEqual([
      ["Hộ tịch", 2, 1, 1],
      ["Đất đai", 1, 0, 0],
    ]);
    expect(totalCoverage(rows)).toMatchObject({ facts: 3, guides: 1, core: 1, oldestDays: 129 });
  });

  it("adds up nothing to nothing", () => {
    expect(totalCoverage([])).toMatchObject({ facts: 0, oldestDays: 0 });
  });
});
