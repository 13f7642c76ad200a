import { describe, expect, it } from "vitest";
import { officeLines } from "../../../../bot/answer/compose/office.ts";
import { wording } from "../../../../bot/answer/index.ts";
import { loadKnowledge } from "../../../../bot/catalogue/index.ts";
import type { Office, Places } from "../../../../bot/domain/index.ts";
import { resolvePlace } from "../../../../bot/places/index.ts";
import { threeCommunes } from "../../../support/places.ts";

const { replies } = loadKnowledge();
const say = wording(replies, "vi");
const linesFor = (text: string, places: Places = threeCommunes) =>
  officeLines(places, say, resolvePlace(text, places));

describe("officeLines", () => {
  it("names every office with what it was, and says once that nothing is published", () => {
    const lines = linesFor("ở đâu");
    expect(lines).toHaveLength(4);
    expect(lines[0]).toContain("gồm Thị trấn Cần Giuộc, Xã Phước Lại, Xã Long Hậu cũ");
    expect(lines.at(-1)).toBe("Địa chỉ, điện thoại và giờ làm việc: chưa công bố.");
  });

  it("gives the office of a former commune, and since when", () => {
    expect(linesFor("tôi ở Long Hậu")).toEqual([
      "Xã Long Hậu nay thuộc Xã Cần Giuộc, từ ngày 01/07/2025.",
      "• Trung tâm Phục vụ hành chính công xã cần giuộc",
      "Địa chỉ, điện thoại và giờ làm việc: chưa công bố.",
    ]);
  });

  it.each([
    ["xã phước lý", "Xã Phước Lý lập ngày 01/07/2025, gồm Xã Long Thượng"],
    ["Tân Kim", "cần xác nhận lại"],
    ["huyện cần giuộc", "không còn cấp huyện"],
    ["tỉnh long an", "Tỉnh Long An cũ nay thuộc Tỉnh Tây Ninh"],
  ])("%s: what became of it", (text, expected) => {
    expect(linesFor(text)[0]).toContain(expected);
  });

  it("gives what is known, marks what is to be confirmed, and says what is not published", () => {
    const known = {
      address: { kind: "known", value: "Số 1", source: "UBND", checkedOn: "2026-11-01" },
      phone: {
        kind: "known",
        value: "0272",
        source: "UBND",
        checkedOn: "2023-03-15",
        needsConfirming: true,
      },
    } as const;
    const offices = threeCommunes.offices.map((office): Office => ({ ...office, ...known }));
    const [since, text, ...others] = linesFor("phước lý", { ...threeCommunes, offices });
    expect(since).toContain("Xã Phước Lý");
    expect(text).toContain("Địa chỉ: Số 1");
    expect(text).toContain("Điện thoại: 0272 (cần xác nhận lại)");
    expect(text).toContain("Giờ làm việc: chưa công bố");
    expect(others).toEqual([]);
  });

  it("speaks English too", () => {
    const lines = officeLines(threeCommunes, wording(replies, "en"), resolvePlace("long hau", threeCommunes));
    expect(lines[0]).toBe("Xã Long Hậu has been part of Xã Cần Giuộc since 01/07/2025.");
  });
});
