import { describe, expect, it } from "vitest";
import { repliesComplete } from "../../../../bot/catalogue/rules/replies-complete.ts";
import { answerStatuses } from "../../../../bot/domain/index.ts";
import { findingsOf } from "../../../support/sample-knowledge.ts";

const composed = ["answered.facet", "answered.card", "answered.several"];

describe("replies-complete", () => {
  it("accepts wording for every way an answer can end", () => {
    expect(findingsOf(repliesComplete)).toEqual([]);
  });

  it.each(answerStatuses.filter((status) => !composed.includes(status)))(
    "reports %s without wording",
    (status) => {
      const findings = findingsOf(repliesComplete, (sample) => {
        delete sample.wording[status];
      });
      expect(findings).toMatchObject([{ code: status, found: "nothing" }]);
    },
  );

  it("reports a missing part of composed answers once", () => {
    const findings = findingsOf(repliesComplete, (sample) => {
      delete sample.wording.source;
    });
    expect(findings).toMatchObject([{ code: "source" }]);
  });

  it("reports placeholders that differ between the languages", () => {
    const findings = findingsOf(repliesComplete, (sample) => {
      sample.wording.failed = { vi: "Lỗi {code}, {name}.", en: "Error {name}." };
    });
    expect(findings).toMatchObject([{ code: "failed", found: "{name}", expected: "{code} {name}" }]);
  });

  it("reports a name that two files give", () => {
    const findings = findingsOf(repliesComplete, (sample) => {
      sample.raw["replies/more.json"] = JSON.stringify({
        failed: { vi: "Lỗi {name}.", en: "Error {name}." },
      });
    });
    expect(findings).toMatchObject([
      { file: "replies/more.json", code: "failed", found: "also in replies/all.json" },
    ]);
  });
});
