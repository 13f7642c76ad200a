import type { HolidayRules, Places, Vocabulary } from "../../bot/domain/index.ts";

/** The parts of the sample knowledge that are not about procedures. */
export const places: Places = {
  offices: [
    {
      id: "can-giuoc",
      name: "Trung tâm Phục vụ hành chính công xã Cần Giuộc",
      commune: "Xã Cần Giuộc",
      formerNames: ["Thị trấn Cần Giuộc"],
      address: { kind: "not-published" },
      phone: { kind: "known", value: "0272 000 000", source: "Trang của xã", checkedOn: "2026-10-01" },
      hours: { kind: "not-published" },
      effectiveFrom: "2025-07-01",
      source: "Nghị quyết 1682/NQ-UBTVQH15",
    },
  ],
  province: {
    name: "Tỉnh Tây Ninh",
    formerNames: ["Tỉnh Long An"],
    formerDistrict: "Huyện Cần Giuộc",
    effectiveFrom: "2025-07-01",
    source: "Nghị quyết 202/2025/QH15",
  },
  jurisdictions: [
    {
      id: "ho-tich",
      matter: { vi: "Hộ tịch có yếu tố nước ngoài", en: "Civil status with a foreign element" },
      before: { vi: "Ủy ban nhân dân huyện cũ", en: "the former district" },
      now: { vi: "Ủy ban nhân dân xã", en: "the commune" },
      from: "2025-07-01",
      source: "Nghị định 120/2025/NĐ-CP",
      procedures: ["1.000001"],
      checkedOn: "2026-11-24",
    },
  ],
  hotline: {
    kind: "known",
    value: "0272 000 001",
    source: "UBND",
    checkedOn: "2023-03-15",
    needsConfirming: true,
  },
  zalo: { kind: "not-published" },
  portals: [{ id: "national", name: { vi: "Cổng Dịch vụ công quốc gia" }, url: "https://dichvucong.gov.vn" }],
};

const holiday = (id: string, calendar: "solar" | "lunar", day: number, month: number) => ({
  id,
  name: { vi: id, en: id },
  calendar,
  month,
  day,
  source: "Bộ luật Lao động số 45/2019/QH14, Điều 112",
});

export const holidays: HolidayRules = {
  checkedOn: "2026-11-24",
  yearly: [
    holiday("tet-duong-lich", "solar", 1, 1),
    { ...holiday("tet", "lunar", 1, 1), daysBefore: 2, daysAfter: 3, decidedEachYear: true },
    holiday("gio-to", "lunar", 10, 3),
    holiday("chien-thang", "solar", 30, 4),
    holiday("lao-dong", "solar", 1, 5),
    { ...holiday("quoc-khanh", "solar", 2, 9), daysAfter: 1, decidedEachYear: true },
  ],
  decisions: [
    { holiday: "tet", year: 2026, from: "2026-02-16", to: "2026-02-20", source: "Thông báo" },
    { holiday: "quoc-khanh", year: 2026, from: "2026-09-01", to: "2026-09-02", source: "Thông báo" },
  ],
  swaps: [],
};

const asking = (asks: string[]) => ({ asks, names: [], checks: [] });

export const vocabulary: Vocabulary = {
  shorthand: { gks: "giấy khai sinh" },
  concepts: [{ id: "birth", words: ["sinh", "sanh"] }],
  intents: [{ status: "smalltalk.greeting", examples: ["xin chào"] }],
  cues: { lists: [], rules: [] },
  facets: {
    documents: asking(["cần giấy tờ gì"]),
    fee: asking(["bao nhiêu tiền"]),
    time: asking(["mấy ngày"]),
    place: asking(["ở đâu"]),
    online: asking(["qua mạng"]),
    steps: asking(["làm sao"]),
    form: asking(["tờ khai"]),
    eligibility: asking(["ai làm được"]),
    legal: asking(["luật nào"]),
    result: asking(["nhận được gì"]),
  },
  fillers: ["cho", "con", "tôi"],
};
