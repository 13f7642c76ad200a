import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, dayFrom, daysBetween, isWeekend } from "../../../bot/calendar/dates.ts";
import { anyDay } from "../../support/any-day.ts";

describe("addDays", () => {
  it.each([
    ["2026-11-24", 1, "2026-11-25"],
    ["2026-12-31", 1, "2027-01-01"],
    ["2028-02-28", 1, "2028-02-29"],
    ["2027-03-01", -1, "2027-02-28"],
    ["2026-11-24", 0, "2026-11-24"],
  ])("%s and %i days is %s", (day, count, expected) => {
    expect(addDays(day, count)).toBe(expected);
  });

  it("is undone by the same number of days back", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -800, max: 800 }), (day, count) => {
        expect(addDays(addDays(day, count), -count)).toBe(day);
      }),
    );
  });

  it.each(["2026-02-30", "2026-13-01", "24/11/2026", "", "2026-1-1"])("refuses %j", (day) => {
    expect(() => addDays(day, 1)).toThrow(RangeError);
  });
});

describe("addMonths", () => {
  it.each([
    ["2026-11-24", 1, "2026-12-24"],
    ["2026-01-31", 1, "2026-02-28"],
    ["2028-01-31", 1, "2028-02-29"],
    ["2026-10-31", 4, "2027-02-28"],
    ["2026-12-15", 12, "2027-12-15"],
  ])("%s and %i months is %s", (day, count, expected) => {
    expect(addMonths(day, count)).toBe(expected);
  });

  it("keeps the day of the month or takes the month's last", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 40 }), (day, count) => {
        const next = addMonths(day, count);
        const sameDay = next.slice(8) === day.slice(8);
        expect(sameDay || addDays(next, 1).endsWith("-01")).toBe(true);
      }),
    );
  });
});

it("knows the weekend", () => {
  expect(["2026-11-27", "2026-11-28", "2026-11-29", "2026-11-30"].map(isWeekend)).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

it("lists the days of a span, both ends included", () => {
  expect(daysBetween("2026-12-30", "2027-01-02")).toEqual([
    "2026-12-30",
    "2026-12-31",
    "2027-01-01",
    "2027-01-02",
  ]);
  expect(daysBetween("2026-12-30", "2026-12-29")).toEqual([]);
});

it("makes a day of its parts", () => {
  expect(dayFrom(2026, 2, 7)).toBe("2026-02-07");
});
