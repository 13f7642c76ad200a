import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween, isWeekend } from "../../../bot/calendar/dates.ts";
import { addWorkingDays, isWorkingDay, nextWorkingDay } from "../../../bot/calendar/index.ts";
import { anyDay } from "../../support/any-day.ts";
import { holidayRules } from "../../support/holiday-rules.ts";

const count = fc.integer({ min: 1, max: 120 });
const workingDaysIn = (from: string, to: string) =>
  daysBetween(from, to).filter((day) => isWorkingDay(day, holidayRules)).length;

describe("isWorkingDay", () => {
  it.each([
    ["2026-11-25", true, "a Wednesday"],
    ["2026-11-28", false, "a Saturday"],
    ["2025-04-26", true, "a Saturday worked in place of a Friday"],
    ["2025-05-02", false, "the Friday it was worked for"],
    ["2026-04-26", false, "a holiday on a Sunday"],
    ["2026-04-27", false, "the day made up for it"],
    ["2024-02-14", false, "the second day made up for Tết"],
    ["2024-02-15", true, "the first day after Tết"],
  ])("%s is %s: %s", (day, expected) => {
    expect(isWorkingDay(day, holidayRules)).toBe(expected);
  });

  it("is never true of a weekend but one worked in place of another day", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        if (isWeekend(day) && day !== "2025-04-26") expect(isWorkingDay(day, holidayRules)).toBe(false);
      }),
    );
  });
});

describe("addWorkingDays", () => {
  it.each([
    ["2026-11-25", 3, "2026-11-30", "over a weekend"],
    ["2026-11-28", 1, "2026-11-30", "from a Saturday"],
    ["2026-12-31", 1, "2027-01-04", "over New Year and a weekend"],
    ["2024-02-07", 1, "2024-02-15", "over Tết"],
    ["2025-04-25", 1, "2025-04-26", "onto a worked Saturday"],
    ["2026-11-25", 0, "2026-11-25", "none, from a working day"],
    ["2026-11-28", 0, "2026-11-30", "none, from a Saturday"],
  ])("%s and %i is %s: %s", (day, days, expected) => {
    expect(addWorkingDays(day, days, holidayRules)).toBe(expected);
  });

  it("ends on a working day with exactly so many of them passed", () => {
    fc.assert(
      fc.property(anyDay, count, (day, days) => {
        const end = addWorkingDays(day, days, holidayRules);
        expect(isWorkingDay(end, holidayRules)).toBe(true);
        expect(workingDaysIn(addDays(day, 1), end)).toBe(days);
      }),
    );
  });

  it("may be taken in two steps", () => {
    fc.assert(
      fc.property(anyDay, count, count, (day, first, second) => {
        const inSteps = addWorkingDays(addWorkingDays(day, first, holidayRules), second, holidayRules);
        expect(inSteps).toBe(addWorkingDays(day, first + second, holidayRules));
      }),
    );
  });

  it("never ends earlier for a later start", () => {
    fc.assert(
      fc.property(anyDay, count, (day, days) => {
        const later = addWorkingDays(addDays(day, 1), days, holidayRules);
        expect(later >= addWorkingDays(day, days, holidayRules)).toBe(true);
      }),
    );
  });

  it.each([-1, 1.5, Number.NaN])("refuses %s days", (days) => {
    expect(() => addWorkingDays("2026-11-25", days, holidayRules)).toThrow(RangeError);
  });
});

it("the next working day is the first one from the day on", () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const next = nextWorkingDay(day, holidayRules);
      expect(workingDaysIn(day, next)).toBe(1);
      expect(isWorkingDay(next, holidayRules)).toBe(true);
    }),
  );
});
