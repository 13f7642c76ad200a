import { describe, expect, it } from "vitest";
import { caseDocuments } from "../../../../bot/catalogue/rules/case-documents.ts";
import { findingsOf, type Sample } from "../../../support/sample-knowledge.ts";

type Option = NonNullable<Sample["birthGuide"]["cases"]>[number]["options"][number];

function withOption(option: Partial<Option>) {
  return (sample: Sample) => {
    const base = { id: "khac", label: { vi: "Khác" }, words: [] };
    const second = { id: "co", label: { vi: "Có" }, words: [], documents: ["to-khai"] };
    sample.birthGuide.cases = [
      { id: "hoi", question: { vi: "Sao?" }, options: [second, { ...base, ...option }] },
    ];
  };
}

describe("case-documents", () => {
  it.each<[string, Partial<Option>]>([
    ["papers of the guide", { documents: ["to-khai"] }],
    ["all papers, when it lists none", {}],
    ["another procedure", { goTo: "1.000002" }],
  ])("accepts an option that leads to %s", (_name, option) => {
    expect(findingsOf(caseDocuments, withOption(option))).toEqual([]);
  });

  it.each<[string, Partial<Option>, string]>([
    ["an empty list", { documents: [] }, "an empty list"],
    ["a paper the guide does not have", { documents: ["chung-sinh", "la"] }, "la"],
    ["a procedure we do not have", { goTo: "1.999999" }, "goTo 1.999999"],
  ])("reports %s", (_name, option, found) => {
    expect(findingsOf(caseDocuments, withOption(option))).toMatchObject([
      { code: "1.000001", field: "cases.hoi.khac", found },
    ]);
  });

  it("reports an option when neither guide nor record has any paper", () => {
    const findings = findingsOf(caseDocuments, (sample) => {
      withOption({})(sample);
      delete sample.birthGuide.documents;
      sample.birthRecord.cases = [];
    });
    expect(findings).toMatchObject([{ found: "to-khai" }, { found: "no documents anywhere" }]);
  });
});
