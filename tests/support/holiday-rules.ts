import type { HolidayRules } from "../../bot/domain/index.ts";

const source = "Bộ luật Lao động 2019, Điều 112";
const name = (vi: string) => ({ vi, en: vi });

/** The law's holidays, with what was announced for 2023 to 2025; later years are not announced. */
export const holidayRules: HolidayRules = {
  checkedOn: "2026-11-24",
  yearly: [
    { id: "tet-duong-lich", name: name("Tết Dương lịch"), calendar: "solar", month: 1, day: 1, source },
    {
      id: "tet",
      name: name("Tết Nguyên đán"),
      calendar: "lunar",
      month: 1,
      day: 1,
      daysBefore: 2,
      daysAfter: 3,
      decidedEachYear: true,
      source,
    },
    { id: "gio-to", name: name("Giỗ Tổ"), calendar: "lunar", month: 3, day: 10, source },
    { id: "chien-thang", name: name("Ngày Chiến thắng"), calendar: "solar", month: 4, day: 30, source },
    { id: "lao-dong", name: name("Ngày Quốc tế lao động"), calendar: "solar", month: 5, day: 1, source },
    {
      id: "quoc-khanh",
      name: name("Quốc khánh"),
      calendar: "solar",
      month: 9,
      day: 2,
      daysBefore: 1,
      daysAfter: 1,
      decidedEachYear: true,
      source,
    },
    {
      id: "van-hoa",
      name: name("Ngày Văn hóa"),
      calendar: "solar",
      month: 11,
      day: 24,
      sinceYear: 2026,
      source,
      needsConfirming: true,
    },
  ],
  decisions: [
    { holiday: "quoc-khanh", year: 2023, from: "2023-09-01", to: "2023-09-02", source },
    { holiday: "tet", year: 2024, from: "2024-02-08", to: "2024-02-12", source },
    { holiday: "quoc-khanh", year: 2024, from: "2024-09-02", to: "2024-09-03", source },
    { holiday: "tet", year: 2025, from: "2025-01-27", to: "2025-01-31", source },
    { holiday: "quoc-khanh", year: 2025, from: "2025-09-01", to: "2025-09-02", source },
  ],
  swaps: [{ off: "2025-05-02", worked: "2025-04-26", source }],
};
