import { describe, expect, it } from "vitest";
import { guideDocuments } from "../../../../bot/catalogue/rules/guide-documents.ts";
import { findingsOf } from "../../../support/sample-knowledge.ts";

describe("guide-documents", () => {
  it("accepts papers that stand for papers of the record", () => {
    expect(findingsOf(guideDocuments)).toEqual([]);
  });

  it("reports a source the record does not have, and an id used twice", () => {
    const findings = findingsOf(guideDocuments, (sample) => {
      sample.birthGuide.documents = [
        { id: "to-khai", name: { vi: "Tờ khai" }, sources: ["G15-KQ01", "G15-KQ99"] },
        { id: "to-khai", name: { vi: "Giấy chứng sinh" }, sources: ["G15-KQ02"] },
      ];
    });
    expect(findings).toMatchObject([
      { code: "1.000001", field: "documents.to-khai.sources", found: "G15-KQ99" },
      { code: "1.000001", field: "documents.to-khai", found: "the id twice" },
    ]);
  });
});
