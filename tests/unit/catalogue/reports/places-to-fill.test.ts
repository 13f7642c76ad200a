import { describe, expect, it } from "vitest";
import { placesToFill } from "../../../../bot/catalogue/index.ts";
import type { HolidayRules, Office } from "../../../../bot/domain/index.ts";
import { holidayRules } from "../../../support/holiday-rules.ts";
import { threeCommunes } from "../../../support/places.ts";

const known = { kind: "known", value: "x", source: "UBND", checkedOn: "2026-11-01" } as const;
const filled: Office[] = threeCommunes.offices.map(({ earlierNames: _none, ...office }) => ({
  ...office,
  address: known,
  phone: known,
  hours: known,
  latitude: 10.6,
  longitude: 106.6,
}));
const complete = { ...threeCommunes, offices: filled, hotline: known, zalo: known };
const settled: HolidayRules = {
  ...holidayRules,
  yearly: holidayRules.yearly.filter(({ id }) => id === "tet-duong-lich"),
};
const report = (places = complete, holidays = settled) =>
  placesToFill(places, holidays, "2026-11-24").map(({ state, of, part }) => `${state} ${of}: ${part}`);

describe("placesToFill", () => {
  it("has nothing to ask for when everything is known", () => {
    expect(report()).toEqual([]);
  });

  it("lists four parts of an office nothing is known of, and names to confirm", () => {
    expect(report({ ...complete, offices: threeCommunes.offices.slice(0, 1) })).toEqual([
      "missing Xã Cần Giuộc: address",
      "missing Xã Cần Giuộc: phone",
      "missing Xã Cần Giuộc: hours",
      "missing Xã Cần Giuộc: coordinates",
      "to-confirm Xã Cần Giuộc: earlierNames",
    ]);
  });

  it("says what is to be confirmed, by whose word, and where", () => {
    const hotline = { ...known, value: "0272", needsConfirming: true } as const;
    expect(placesToFill({ ...complete, hotline }, settled, "2026-11-24")).toEqual([
      {
        state: "to-confirm",
        of: "Đường dây nóng",
        part: "hotline",
        found: "0272 (UBND)",
        where: "knowledge/places/places.json › hotline",
      },
    ]);
  });

  it("points at the very day, decision or swap to confirm", () => {
    const unsure = { source: "Đề xuất", needsConfirming: true } as const;
    const found = placesToFill(
      complete,
      {
        ...settled,
        yearly: holidayRules.yearly.map(({ decidedEachYear: _yearly, ...day }) => day),
        decisions: [{ holiday: "quoc-khanh", year: 2026, from: "2026-09-01", to: "2026-09-02", ...unsure }],
        swaps: [{ off: "2026-08-31", worked: "2026-08-22", ...unsure }],
      },
      "2026-11-24",
    );
    expect(found.map(({ of, where }) => `${of} → ${where}`)).toEqual([
      "Ngày Văn hóa → knowledge/places/holidays.json › yearly › van-hoa",
      "Quốc khánh 2026 → knowledge/places/holidays.json › decisions › quoc-khanh 2026",
      "2026-08-31 đổi 2026-08-22 → knowledge/places/holidays.json › swaps › 2026-08-31",
    ]);
  });

  it("asks for the yearly announcements of this year and the next, and for days to confirm", () => {
    expect(report(complete, holidayRules)).toEqual([
      "undecided Tết Nguyên đán 2026: decisions",
      "undecided Tết Nguyên đán 2027: decisions",
      "undecided Quốc khánh 2026: decisions",
      "undecided Quốc khánh 2027: decisions",
      "to-confirm Ngày Văn hóa: holidays",
    ]);
  });
});
