import { describe, expect, it } from "vitest";
import { checkKnowledge, type Rule } from "../../../../bot/catalogue/index.ts";
import { SAMPLE_DAY, type Sample, sampleView } from "../../../support/sample-knowledge.ts";

const place = { file: "guides/ho-tich.json", found: "x", expected: "y" };
const rule: Rule = {
  name: "two-faults",
  description: "Finds the same two faults each time.",
  scope: "guides",
  check: () => [
    { ...place, code: "1.000001", field: "who" },
    { ...place, code: "1.000001", field: "steps" },
  ],
};

const exception = { rule: "two-faults", code: "1.000001", reason: "Chờ Cổng sửa", until: "2027-01-01" };

function check(exceptions: Sample["exceptions"], today = SAMPLE_DAY) {
  const view = sampleView((sample) => {
    sample.exceptions = exceptions;
  });
  return checkKnowledge(view, [rule], { today, questions: [] });
}

describe("exceptions", () => {
  it("without one, every fault is a problem under the rule's name", () => {
    const { problems, excepted } = check([]);
    expect(problems).toEqual([
      { rule: "two-faults", ...place, code: "1.000001", field: "who" },
      { rule: "two-faults", ...place, code: "1.000001", field: "steps" },
    ]);
    expect(excepted).toBe(0);
  });

  it("covers all faults of a code, or those of one field", () => {
    expect(check([exception])).toEqual({ problems: [], excepted: 2 });
    const { problems, excepted } = check([{ ...exception, field: "who" }]);
    expect(problems).toMatchObject([{ field: "steps" }]);
    expect(excepted).toBe(1);
  });

  it("holds on its last day and is an error on the next, when the faults come back", () => {
    expect(check([exception], "2027-01-01").problems).toEqual([]);
    const { problems } = check([exception], "2027-01-02");
    expect(problems.map((problem) => problem.rule)).toEqual(["two-faults", "two-faults", "exceptions"]);
    expect(problems[2]).toMatchObject({
      file: "exceptions.json",
      code: "1.000001",
      found: "exception from two-faults until 2027-01-01, which is past",
    });
  });

  it.each([
    ["another code", { ...exception, code: "1.000002" }],
    ["another field", { ...exception, field: "mistakes" }],
    ["a rule that finds nothing", { ...exception, rule: "schema" }],
  ])("is an error when it no longer applies: %s", (_name, useless) => {
    const { problems, excepted } = check([exception, useless]);
    expect(problems).toMatchObject([{ rule: "exceptions", expected: "the exception taken out" }]);
    expect(excepted).toBe(2);
  });

  it("must say why and until when", () => {
    const view = sampleView((sample) => {
      sample.exceptions = [{ ...exception, reason: " ", until: "mãi mãi" }];
    });
    expect(view.issues.map(({ path }) => path)).toEqual(["0.reason", "0.until"]);
  });
});
