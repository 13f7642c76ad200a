import { describe, expect, it } from "vitest";
import { timesConsistent } from "../../../../bot/catalogue/rules/times-consistent.ts";
import type { Procedure } from "../../../../bot/domain/index.ts";
import { findingsOf, type Sample } from "../../../support/sample-knowledge.ts";

function days(...quantities: number[]): Sample["birthRecord"]["channels"] {
  return quantities.map((quantity) => ({
    kind: "counter",
    time: { kind: "duration", quantity, unit: "working-day" },
    fees: [],
  }));
}

describe("times-consistent", () => {
  const conflicts: Procedure["conflicts"] = [{ about: "time", values: ["18 working-day", "4 working-day"] }];

  it("accepts one time, and several that are flagged", () => {
    const findings = findingsOf(timesConsistent, (sample) => {
      sample.birthRecord.channels = days(18, 4);
      sample.birthRecord.conflicts = structuredClone(conflicts) as Sample["birthRecord"]["conflicts"];
    });
    expect(findings).toEqual([]);
  });

  it("reports times that disagree without a flag", () => {
    const findings = findingsOf(timesConsistent, (sample) => {
      sample.birthRecord.channels = days(18, 4);
    });
    expect(findings).toMatchObject([{ code: "1.000001", found: "18 working-day and 4 working-day" }]);
  });

  it("reports a flag that misses one of the times, and one with a single value", () => {
    const findings = findingsOf(timesConsistent, (sample) => {
      sample.birthRecord.channels = days(18, 4, 7);
      sample.birthRecord.conflicts = structuredClone(conflicts) as Sample["birthRecord"]["conflicts"];
      sample.marriageRecord.conflicts = [{ about: "time", values: ["3 working-day"] }];
    });
    expect(findings).toMatchObject([
      { code: "1.000001", expected: "7 working-day among them" },
      { code: "1.000002", expected: "at least two values that disagree" },
    ]);
  });
});
