import { describe, expect, it } from "vitest";
import { portalDetail as shape } from "../../../../bot/catalogue/importers/portal-shape.ts";
import { readCaseTimes, readTime, timeConflicts } from "../../../../bot/catalogue/importers/portal-times.ts";
import type { ProcessingTime } from "../../../../bot/domain/index.ts";
import { portalDetail, portalMethod } from "../../../support/portal-record.ts";

function timeOf(changes: Record<string, unknown>, fallback?: ProcessingTime): ProcessingTime | undefined {
  const [method] =
    shape.parse(portalDetail({ executionMethods: [portalMethod(changes)] })).executionMethods ?? [];
  return method && readTime(method, fallback);
}

const days = (quantity: number): ProcessingTime => ({ kind: "duration", quantity, unit: "working-day" });

describe("readTime", () => {
  it.each<[string, Record<string, unknown>, ProcessingTime]>([
    ["working days", {}, days(3)],
    [
      "hours",
      { processingTime: 8, processingTimeUnit: "HOUR" },
      { kind: "duration", quantity: 8, unit: "hour" },
    ],
    ["a number typed as text", { processingTime: " 05 " }, days(5)],
    [
      "a note about time beside the number",
      { description: "- 10 ngày đối với nhà cấp IV;" },
      { kind: "duration", quantity: 3, unit: "working-day", note: "10 ngày đối với nhà cấp IV" },
    ],
    ["an address in the note's place", { description: "Nộp tại 12 đường Hoa Mai" }, days(3)],
    [
      "unit OTHER with a note",
      { processingTimeUnit: "OTHER", processingTime: 0, description: "Trong ngày làm việc" },
      { kind: "note", note: "Trong ngày làm việc" },
    ],
    [
      "unit OTHER without a note",
      { processingTimeUnit: "OTHER", processingTime: 15 },
      { kind: "not-published" },
    ],
    ["zero", { processingTime: 0 }, { kind: "not-published" }],
    [
      "words in the number's place",
      { processingTime: "Tùy trường hợp" },
      { kind: "note", note: "Tùy trường hợp" },
    ],
    ["a mere “không”", { processingTime: "Không" }, { kind: "not-published" }],
    ["nothing", { processingTime: undefined, description: undefined }, { kind: "not-published" }],
  ])("reads %s", (_name, changes, time) => {
    expect(timeOf(changes)).toEqual(time);
  });

  it("takes the procedure's own figure only where the channel has none", () => {
    expect(timeOf({ processingTime: 0 }, days(20))).toEqual(days(20));
    expect(timeOf({}, days(20))).toEqual(days(3));
  });

  it("cuts words that go on and on", () => {
    const time = timeOf({ processingTime: "a) Trường hợp phải kiểm tra thực địa vườn mai. ".repeat(20) });
    expect(time).toMatchObject({ kind: "note", note: expect.stringMatching(/^Trường hợp.*\[…\]$/) });
    expect(time?.kind === "note" && time.note.length).toBeLessThanOrEqual(400);
  });
});

describe("readCaseTimes", () => {
  it("reads figures with a unit and passes over the rest", () => {
    const cases = [
      { processingDay: { qty: 20, type: "DAY" } },
      { processingDay: { qty: 0, type: "DAY" } },
      { processingDay: { qty: 5, type: "OTHER" } },
      { processingDay: null },
      {},
    ];
    expect(readCaseTimes(shape.parse(portalDetail({ cases })))).toEqual([
      { kind: "duration", quantity: 20, unit: "day" },
    ]);
  });
});

describe("timeConflicts", () => {
  it.each<[string, ProcessingTime[], ProcessingTime[], string[] | undefined]>([
    ["channels agree", [days(3), days(3)], [days(3)], undefined],
    ["nothing is published", [{ kind: "not-published" }], [], undefined],
    ["channels disagree", [days(18), days(4)], [], ["18 working-day", "4 working-day"]],
    [
      "channel and procedure disagree",
      [days(10)],
      [{ kind: "duration", quantity: 20, unit: "day" }],
      ["10 working-day", "20 day"],
    ],
    ["a word beside a figure", [days(3), { kind: "note", note: "Trong ngày" }], [], undefined],
  ])("%s", (_name, channels, cases, values) => {
    expect(timeConflicts(channels, cases)).toEqual(values ? [{ about: "time", values }] : []);
  });
});
