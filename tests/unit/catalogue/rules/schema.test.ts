import { describe, expect, it } from "vitest";
import { schema } from "../../../../bot/catalogue/rules/schema.ts";
import { findingsOf } from "../../../support/sample-knowledge.ts";

describe("schema", () => {
  it("accepts files that fit", () => {
    expect(findingsOf(schema)).toEqual([]);
  });

  it("names file, place, value and what is expected", () => {
    const findings = findingsOf(schema, (sample) => {
      sample.birthGuide.code = "khai sinh";
    });
    expect(findings).toEqual([
      {
        file: "guides/ho-tich.json",
        code: "",
        field: "guides.0.code",
        found: '"khai sinh"',
        expected: "expected a procedure code such as 1.001193",
      },
    ]);
  });

  it("reports a file that is not JSON, and goes on with the others", () => {
    const findings = findingsOf(schema, (sample) => {
      sample.raw["topics/all.json"] = '{"topics": [';
      sample.raw["vocabulary/fillers.json"] = "{}";
    });
    expect(findings.map(({ file }) => file).sort()).toEqual(["topics/all.json", "vocabulary/fillers.json"]);
  });

  it("reports a file nobody reads and a file that is missing", () => {
    const findings = findingsOf(schema, (sample) => {
      sample.raw["guides/nhap/ho-tich.json"] = "{}";
      sample.raw["places/places.json"] = "null";
    });
    expect(findings).toMatchObject([
      { file: "places/places.json" },
      { file: "guides/nhap/ho-tich.json", found: "unknown file" },
    ]);
  });
});
