import { describe, expect, it } from "vitest";
import { councilFees } from "../../../../bot/catalogue/rules/council-fees.ts";
import { datedSources } from "../../../../bot/catalogue/rules/dated-sources.ts";
import { schema } from "../../../../bot/catalogue/rules/schema.ts";
import { councilFee, findingsOf, type Sample } from "../../../support/sample-knowledge.ts";

type Entry = Sample["councilFees"]["fees"][number];

/** The sample with a fee that the council may set, and entries for it. */
function entering(...entries: readonly Partial<Entry>[]) {
  return (sample: Sample) => {
    sample.birthRecord.channels.forEach((channel) => {
      channel.fees = [{ kind: "provincial-council", note: "Theo Nghị quyết của HĐND tỉnh" }];
    });
    sample.councilFees.fees = entries.map((entry) => ({ ...structuredClone(councilFee), ...entry }));
  };
}

const dong = (amount: number, label?: string) =>
  ({ kind: "amount", amount, currency: "VND", unit: "trường hợp", ...(label && { label }) }) as const;

describe("council-fees", () => {
  it("accepts a fee of our province for a way of filing that the record leaves open", () => {
    expect(findingsOf(councilFees, entering({}))).toEqual([]);
    const both = { counter: [dong(8000, "Đúng hạn"), dong(15000, "Trễ hạn")], online: [dong(4000)] };
    expect(findingsOf(councilFees, entering({ channels: both }))).toEqual([]);
    const ended = entering({ effectiveTo: "2026-08-31" }, { effectiveFrom: "2026-09-01" });
    expect(findingsOf(councilFees, ended)).toEqual([]);
  });

  it.each<[string, readonly Partial<Entry>[], string]>([
    ["a procedure without a record", [{ code: "1.999999" }], "code"],
    ["another province", [{ province: "Tỉnh Đồng Tháp" }], "province"],
    ["a former name of the province", [{ province: "Tỉnh Long An" }], "province"],
    ["a way of filing the record does not have", [{ channels: { postal: [dong(8000)] } }], "channels.postal"],
    ["thousands left out", [{ channels: { counter: [dong(8)] } }], "channels.counter"],
    ["a slip of zeros", [{ channels: { counter: [dong(800_000_000)] } }], "channels.counter"],
    [
      "several amounts nobody can tell apart",
      [{ channels: { counter: [dong(8000), dong(9000)] } }],
      "channels.counter",
    ],
    ["an end before the beginning", [{ effectiveTo: "2026-07-01" }], "effectiveTo"],
    ["two that hold on the same day", [{}, { effectiveFrom: "2026-09-01" }], "effectiveFrom"],
  ])("refuses %s", (_what, entries, field) => {
    expect(findingsOf(councilFees, entering(...entries))).toMatchObject([
      { file: "places/council-fees.json", field },
    ]);
  });

  it("refuses an amount where the record itself gives one", () => {
    const findings = findingsOf(councilFees, (sample) => {
      sample.councilFees.fees = [councilFee];
    });
    expect(findings).toMatchObject([{ code: "1.000001", field: "channels.counter" }]);
  });

  it("is looked at again within a year", () => {
    expect(findingsOf(datedSources, entering({ checkedOn: "2025-01-10" }))).toMatchObject([
      { file: "places/council-fees.json", code: "1.000001", field: "checkedOn" },
    ]);
  });

  it.each<[string, Partial<Entry>]>([
    [
      "a resolution without its number",
      { resolution: { ...councilFee.resolution, number: "nghị quyết mới" } },
    ],
    [
      "a link that is not the state's",
      { resolution: { ...councilFee.resolution, url: "https://tayninh.example.com/" } },
    ],
    ["nobody who entered it", { by: " " }],
  ])("does not fit the file with %s", (_what, entry) => {
    expect(findingsOf(schema, entering(entry))[0]?.file).toBe("places/council-fees.json");
  });
});
