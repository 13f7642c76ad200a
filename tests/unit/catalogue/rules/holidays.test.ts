import { describe, expect, it } from "vitest";
import { holidays } from "../../../../bot/catalogue/rules/holidays.ts";
import { findingsOf } from "../../../support/sample-knowledge.ts";

describe("holidays", () => {
  it("accepts holidays that are announced, or far enough away to wait for it", () => {
    expect(findingsOf(holidays)).toEqual([]);
  });

  it("reports a holiday of the law that is missing", () => {
    const findings = findingsOf(holidays, (sample) => {
      sample.holidays.yearly = sample.holidays.yearly.filter(({ id }) => id !== "gio-to");
    });
    expect(findings).toMatchObject([{ file: "places/holidays.json", code: "lunar 10/3" }]);
  });

  it.each([
    ["2026-12-20", []],
    ["2026-12-23", ["tet 2027"]],
    ["2027-02-25", []],
    ["2027-08-02", []],
    ["2027-08-03", ["quoc-khanh 2027"]],
    ["2027-09-03", []],
  ])("asks for the announced days from 30 days before: on %s for %j", (today, codes) => {
    expect(findingsOf(holidays, undefined, { today }).map(({ code }) => code)).toEqual(codes);
  });

  it("wants a span to stand in until the announcement, thirteen months ahead", () => {
    const findings = findingsOf(holidays, (sample) => {
      for (const holiday of sample.holidays.yearly) delete holiday.daysAfter;
    });
    expect(findings).toMatchObject([{ code: "quoc-khanh 2027", expected: "one of them" }]);
  });

  it("reports a decision about no known holiday", () => {
    const findings = findingsOf(holidays, (sample) => {
      sample.holidays.decisions.push({
        holiday: "le-la",
        year: 2026,
        from: "2026-12-24",
        to: "2026-12-24",
        source: "?",
      });
    });
    expect(findings).toMatchObject([{ code: "le-la", field: "decisions" }]);
  });
});
