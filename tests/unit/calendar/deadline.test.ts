import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../../bot/calendar/dates.ts";
import { deadline, isWorkingDay, type Length } from "../../../bot/calendar/index.ts";
import { anyDay } from "../../support/any-day.ts";
import { holidayRules } from "../../support/holiday-rules.ts";

describe("deadline", () => {
  it.each<[string, Length, string, string]>([
    ["2026-10-01", { quantity: 60, unit: "day" }, "2026-11-30", "a birth, 60 days"],
    ["2026-11-13", { quantity: 15, unit: "day" }, "2026-11-30", "a death, the last day is a Saturday"],
    ["2026-08-31", { quantity: 3, unit: "month" }, "2026-11-30", "a month without that day"],
    ["2026-11-25", { quantity: 5, unit: "working-day" }, "2026-12-02", "working days"],
    ["2024-01-25", { quantity: 15, unit: "day" }, "2024-02-15", "the last day is in Tết"],
  ])("from %s, %o is %s: %s", (from, length, expected) => {
    expect(deadline(from, length, holidayRules)).toBe(expected);
  });

  it("is a working day, not before the time is over", () => {
    const units = fc.constantFrom("day", "working-day");
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 90 }), units, (from, quantity, unit) => {
        const last = deadline(from, { quantity, unit }, holidayRules);
        expect(isWorkingDay(last, holidayRules)).toBe(true);
        expect(last >= addDays(from, quantity)).toBe(true);
      }),
    );
  });

  it.each([0, -3, 2.5])("refuses a length of %s", (quantity) => {
    expect(() => deadline("2026-11-25", { quantity, unit: "day" }, holidayRules)).toThrow(RangeError);
  });
});
