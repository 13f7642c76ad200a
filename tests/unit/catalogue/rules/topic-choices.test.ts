import { describe, expect, it } from "vitest";
import { topicChoices } from "../../../../bot/catalogue/rules/topic-choices.ts";
import { findingsOf } from "../../../support/sample-knowledge.ts";

describe("topic-choices", () => {
  it("accepts a bilingual question with procedures we have", () => {
    expect(findingsOf(topicChoices)).toEqual([]);
  });

  it("reports an unknown code, a code twice and a question without English", () => {
    const findings = findingsOf(topicChoices, (sample) => {
      sample.topic.codes = ["1.000001", "1.000001", "1.999999"];
      delete sample.topic.question.en;
    });
    expect(findings).toMatchObject([
      { code: "giấy tờ gia đình", field: "codes", found: "1.999999" },
      { field: "codes", expected: "each procedure once" },
      { field: "question.en" },
    ]);
  });
});
