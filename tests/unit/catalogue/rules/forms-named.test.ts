import { describe, expect, it } from "vitest";
import { formsNamed } from "../../../../bot/catalogue/rules/forms-named.ts";
import { findingsOf, type Sample } from "../../../support/sample-knowledge.ts";

function withPaper(name: string, title: string, forms: string[] = []) {
  return (sample: Sample) => {
    sample.birthGuide.documents = [{ id: "don", name: { vi: name }, sources: ["K1"] }];
    sample.birthRecord.cases = [
      { name: "", documents: [{ key: "K1", title, originals: 1, copies: 0, forms }] },
    ];
  };
}

describe("forms-named", () => {
  it.each<[string, string, string, string[]]>([
    ["names the form itself", "Đơn theo mẫu số 05", "Đơn", []],
    ["stands for a paper that names it", "Đơn theo mẫu", "Đơn theo Phụ lục II", []],
    ["stands for a paper with a form attached", "Đơn theo mẫu", "Đơn", ["don.docx"]],
    ["names a form by its code", "Bản khai theo mẫu 14-HSB", "Bản khai", []],
    ["is on no form", "Giấy chứng sinh", "Giấy chứng sinh", []],
  ])("accepts a paper that %s", (_name, name, title, forms) => {
    expect(findingsOf(formsNamed, withPaper(name, title, forms))).toEqual([]);
  });

  it("reports a form nobody names", () => {
    expect(findingsOf(formsNamed, withPaper("Đơn theo mẫu", "Đơn theo mẫu quy định"))).toMatchObject([
      { code: "1.000001", field: "documents.don", found: "Đơn theo mẫu" },
    ]);
  });
});
