import { describe, expect, it } from "vitest";
import { datedSources } from "../../../../bot/catalogue/rules/dated-sources.ts";
import { findingsOf } from "../../../support/sample-knowledge.ts";

describe("dated-sources", () => {
  it("accepts what was checked within a year", () => {
    expect(findingsOf(datedSources)).toEqual([]);
  });

  it("counts the age from the day of the check: a year is still fresh, a day more is not", () => {
    const only = (today: string) =>
      findingsOf(datedSources, undefined, { today }).filter(({ field }) => field === "source.checkedOn");
    expect(only("2027-07-18")).toEqual([]);
    expect(only("2027-07-19")).toHaveLength(2);
  });

  it("refuses a day to come", () => {
    const findings = findingsOf(datedSources, undefined, { today: "2026-11-23" });
    expect(findings).toContainEqual(
      expect.objectContaining({ code: "1.000001", field: "checkedOn", found: "2026-11-24" }),
    );
  });

  it("asks for a new look at a guide when its record changed since", () => {
    const findings = findingsOf(datedSources, (sample) => {
      sample.birthGuide.checkedOn = "2026-04-01";
    });
    expect(findings).toMatchObject([
      {
        file: "guides/ho-tich.json",
        code: "1.000001",
        expected: "a new look: the record changed on 2026-04-20",
      },
    ]);
  });

  it("refuses a record changed after it was checked, and one without a decision", () => {
    const findings = findingsOf(datedSources, (sample) => {
      sample.birthRecord.source.updatedOn = "2026-08-01";
      sample.marriageRecord.source.decision = "—";
    });
    expect(findings).toMatchObject([
      { code: "1.000001", field: "source.updatedOn" },
      { code: "1.000002", field: "source.decision" },
    ]);
  });

  it("refuses an old phone unless it is marked as to be confirmed", () => {
    const old = {
      kind: "known" as const,
      value: "0272 000 000",
      source: "Trang của xã",
      checkedOn: "2024-01-01",
    };
    const findings = findingsOf(datedSources, (sample) => {
      sample.places.hotline = old;
      sample.places.zalo = { ...old, needsConfirming: true };
    });
    expect(findings).toMatchObject([{ file: "places/places.json", code: "hotline" }]);
  });

  it("refuses old holidays and old notes on who takes what", () => {
    const findings = findingsOf(datedSources, (sample) => {
      sample.holidays.checkedOn = "2025-01-01";
      for (const jurisdiction of sample.places.jurisdictions) jurisdiction.checkedOn = "2025-01-01";
    });
    expect(findings.map(({ code }) => code)).toEqual(["ho-tich", "holidays"]);
  });
});
