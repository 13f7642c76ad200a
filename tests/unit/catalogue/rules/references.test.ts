import { describe, expect, it } from "vitest";
import { references } from "../../../../bot/catalogue/rules/references.ts";
import { findingsOf } from "../../../support/sample-knowledge.ts";

describe("references", () => {
  it("accepts other procedures we have", () => {
    expect(findingsOf(references)).toEqual([]);
  });

  it.each([
    ["a procedure we do not have", ["1.999999"], "1.999999"],
    ["the procedure itself", ["1.000001"], "1.000001, itself"],
    ["one named twice", ["1.000002", "1.000002"], "1.000002 twice"],
  ])("reports %s", (_name, related, found) => {
    const findings = findingsOf(references, (sample) => {
      sample.birthGuide.related = related;
    });
    expect(findings).toMatchObject([{ code: "1.000001", field: "related", found }]);
  });
});
