import { describe, expect, it } from "vitest";
import { dayOff, yearOff } from "../../../bot/calendar/days-off.ts";
import { holidayRules } from "../../support/holiday-rules.ts";

const daysOf = (year: number) => [...yearOff(holidayRules, year).off.keys()].sort();

describe("days off of a year", () => {
  it("are those announced for 2024, with rest days made up", () => {
    expect(daysOf(2024)).toEqual([
      "2024-01-01",
      ...["2024-02-08", "2024-02-09", "2024-02-10", "2024-02-11", "2024-02-12", "2024-02-13", "2024-02-14"],
      "2024-04-18",
      "2024-04-30",
      "2024-05-01",
      "2024-09-02",
      "2024-09-03",
    ]);
  });

  it("make up holidays that meet on one weekend one after the other, as in 2023", () => {
    const spring = daysOf(2023).filter((day) => day >= "2023-04-01" && day < "2023-06-01");
    expect(spring).toEqual(["2023-04-29", "2023-04-30", "2023-05-01", "2023-05-02", "2023-05-03"]);
    expect(daysOf(2023)).toContain("2023-01-02");
    expect(daysOf(2023).filter((day) => day.startsWith("2023-09"))).toEqual([
      "2023-09-01",
      "2023-09-02",
      "2023-09-04",
    ]);
  });

  it("take the widest span while a holiday waits for its announcement, and say so", () => {
    const tet = daysOf(2027).filter((day) => day.startsWith("2027-02"));
    expect([tet[0], tet.at(-1)]).toEqual(["2027-02-04", "2027-02-11"]);
    expect(tet.every((day) => dayOff(holidayRules, day)?.certain === false)).toBe(true);
    expect(dayOff(holidayRules, "2027-04-16")).toEqual({
      name: { vi: "Giỗ Tổ", en: "Giỗ Tổ" },
      certain: true,
    });
  });

  it("are uncertain while one waits to be confirmed, and not there before its first year", () => {
    expect(dayOff(holidayRules, "2026-11-24")?.certain).toBe(false);
    expect(dayOff(holidayRules, "2025-11-24")).toBeUndefined();
  });

  it("hold swapped days", () => {
    const { off, worked } = yearOff(holidayRules, 2025);
    expect(off.get("2025-05-02")?.name.vi).toBe("Ngày nghỉ hoán đổi");
    expect([...worked]).toEqual(["2025-04-26"]);
  });

  it("say what a day in lieu is for", () => {
    expect(dayOff(holidayRules, "2023-05-03")?.name.vi).toMatch(/^Nghỉ bù /);
  });

  it("are reckoned once for the same rules", () => {
    expect(yearOff(holidayRules, 2026)).toBe(yearOff(holidayRules, 2026));
    expect(yearOff({ ...holidayRules }, 2026)).not.toBe(yearOff(holidayRules, 2026));
  });
});
