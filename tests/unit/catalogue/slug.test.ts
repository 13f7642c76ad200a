import { describe, expect, it } from "vitest";
import { slugOf } from "../../../bot/catalogue/slug.ts";

describe("slugOf", () => {
  it.each([
    ["Hộ tịch", "ho-tich"],
    ["Cấp, quản lý căn cước", "cap-quan-ly-can-cuoc"],
    ["Đất đai".normalize("NFD"), "dat-dai"],
    ["Thi đua – Khen thưởng", "thi-dua-khen-thuong"],
    ["bảo vệ quyền lợi người tiêu dùng", "bao-ve-quyen-loi-nguoi-tieu-dung"],
  ])("%s → %s", (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  it("stays short enough for a file name", () => {
    expect(slugOf("Chuyển đổi công ty nhà nước ".repeat(10)).length).toBeLessThanOrEqual(80);
  });
});
