import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addWorkingDays, expectedDate, isWorkingDay } from "../../../bot/calendar/index.ts";
import type { ProcessingTime } from "../../../bot/domain/index.ts";
import { anyDay } from "../../support/any-day.ts";
import { holidayRules } from "../../support/holiday-rules.ts";

const days = (quantity: number, unit: "day" | "working-day" | "hour" | "month"): ProcessingTime => ({
  kind: "duration",
  quantity,
  unit,
});

describe("expectedDate", () => {
  it("counts working days from today", () => {
    expect(expectedDate(days(3, "working-day"), "2026-11-25", holidayRules)).toEqual({
      date: "2026-11-30",
      receivedOn: "2026-11-25",
      counted: { quantity: 3, unit: "working-day" },
      certain: true,
    });
  });

  it("counts from the next working day when offices are closed today", () => {
    expect(expectedDate(days(1, "working-day"), "2026-11-28", holidayRules)).toMatchObject({
      receivedOn: "2026-11-30",
      date: "2026-12-01",
      certain: true,
    });
  });

  it("is not certain when a day off on the way is not announced or confirmed", () => {
    expect(expectedDate(days(10, "working-day"), "2027-02-01", holidayRules)?.certain).toBe(false);
    expect(expectedDate(days(3, "working-day"), "2026-11-24", holidayRules)).toMatchObject({
      receivedOn: "2026-11-25",
      certain: false,
    });
  });

  it.each<[string, ProcessingTime]>([
    ["hours", days(4, "hour")],
    ["words only", { kind: "note", note: "Ngay trong ngày" }],
    ["nothing", { kind: "not-published" }],
    ["no time at all", days(0, "day")],
    ["half days", days(0.5, "working-day")],
    ["years on end", days(1000, "working-day")],
  ])("gives no date for %s", (_what, time) => {
    expect(expectedDate(time, "2026-11-25", holidayRules)).toBeUndefined();
  });

  it("is a working day, as many working days after the day of receipt as published", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (today, quantity) => {
        const found = expectedDate(days(quantity, "working-day"), today, holidayRules);
        expect(found && isWorkingDay(found.receivedOn, holidayRules)).toBe(true);
        expect(found?.date).toBe(addWorkingDays(found?.receivedOn ?? "", quantity, holidayRules));
      }),
    );
  });
});
