import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lunarDay, lunarTet } from "../../../bot/calendar/lunar.ts";

describe("lunarTet", () => {
  // 1985, 2007, 2030 and 2053: Vietnam's Tết is not on China's day.
  it.each([
    [1985, "1985-01-21"],
    [2007, "2007-02-17"],
    [2023, "2023-01-22"],
    [2024, "2024-02-10"],
    [2025, "2025-01-29"],
    [2026, "2026-02-17"],
    [2027, "2027-02-06"],
    [2028, "2028-01-26"],
    [2029, "2029-02-13"],
    [2030, "2030-02-02"],
    [2053, "2053-02-18"],
  ])("of %i is %s", (year, day) => {
    expect(lunarTet(year)).toBe(day);
  });

  it("falls between 20 January and 21 February, 353 to 385 days after the last", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1901, max: 2199 }), (year) => {
        const tet = lunarTet(year);
        expect(tet >= `${year}-01-20` && tet <= `${year}-02-21`).toBe(true);
        const days = (Date.parse(tet) - Date.parse(lunarTet(year - 1))) / 86_400_000;
        expect(days).toBeGreaterThanOrEqual(353);
        expect(days).toBeLessThanOrEqual(385);
      }),
    );
  });
});

describe("lunarDay", () => {
  it.each([
    [2023, "2023-04-29"],
    [2024, "2024-04-18"],
    [2025, "2025-04-07"],
    [2026, "2026-04-26"],
    [2027, "2027-04-16"],
    [2028, "2028-04-04"],
  ])("puts the tenth of the third month of %i on %s", (year, day) => {
    expect(lunarDay(year, 3, 10)).toBe(day);
  });

  it.each([1899, 2200, 2026.5, Number.NaN])("refuses the year %s", (year) => {
    expect(() => lunarDay(year, 1, 1)).toThrow(RangeError);
  });
});
