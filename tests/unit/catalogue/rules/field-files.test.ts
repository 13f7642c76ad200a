import { describe, expect, it } from "vitest";
import { fieldFiles } from "../../../../bot/catalogue/rules/field-files.ts";
import { findingsOf } from "../../../support/sample-knowledge.ts";

describe("field-files", () => {
  it("accepts records and guides in the file of their field", () => {
    expect(findingsOf(fieldFiles)).toEqual([]);
  });

  it("says which file a record belongs in", () => {
    const findings = findingsOf(fieldFiles, (sample) => {
      sample.birthRecord.field = "Đất đai";
    });
    expect(findings).toContainEqual({
      file: "procedures/ho-tich.json",
      code: "1.000001",
      field: "field",
      found: "Đất đai",
      expected: "the file procedures/dat-dai.json",
    });
  });

  it("compares a guide file's field letter by letter with the record's", () => {
    const findings = findingsOf(fieldFiles, (sample) => {
      sample.guideFiles = [{ path: "guides/ho-tich.json", field: "Hộ Tịch", guides: [sample.marriageGuide] }];
    });
    expect(findings).toMatchObject([{ code: "1.000002", expected: "the guide file of Hộ tịch" }]);
  });

  it("reports a guide without a record", () => {
    const findings = findingsOf(fieldFiles, (sample) => {
      sample.marriageGuide.code = "1.999999";
    });
    expect(findings).toMatchObject([{ code: "1.999999", expected: "a procedure that has a record" }]);
  });
});
