import { describe, expect, it } from "vitest";
import { uniqueCodes } from "../../../../bot/catalogue/rules/unique-codes.ts";
import { findingsOf } from "../../../support/sample-knowledge.ts";

describe("unique-codes", () => {
  it("accepts different codes", () => {
    expect(findingsOf(uniqueCodes)).toEqual([]);
  });

  it("reports a record that stands in two files", () => {
    const findings = findingsOf(uniqueCodes, (sample) => {
      sample.procedureFiles.push({
        path: "procedures/khac.json",
        field: "Khác",
        procedures: [sample.birthRecord],
      });
    });
    expect(findings).toMatchObject([
      { file: "procedures/khac.json", code: "1.000001", found: "also in procedures/ho-tich.json" },
    ]);
  });

  it("reports a second guide for a procedure", () => {
    const findings = findingsOf(uniqueCodes, (sample) => {
      sample.marriageGuide.code = "1.000001";
    });
    expect(findings).toMatchObject([{ file: "guides/ho-tich.json", code: "1.000001" }]);
  });
});
