import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldAccents, hasAccents, toneKey, toneOf } from "../../../bot/text/index.ts";

const vietnamese = fc.string({ unit: fc.constantFrom(..."aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạắặấộớựỹ ") });

describe("folding accents", () => {
  it.each([
    ["Đường hoà", "Duong hoa"],
    ["ĐẶNG Thị Ửng", "DANG Thi Ung"],
    ["ă â ê ô ơ ư đ", "a a e o o u d"],
    ["giấy chứng sinh", "giay chung sinh"],
    ["khai sinh 2025", "khai sinh 2025"],
    ["", ""],
  ])("makes “%s” “%s”, composed or not", (text, folded) => {
    expect(foldAccents(text.normalize("NFC"))).toBe(folded);
    expect(foldAccents(text.normalize("NFD"))).toBe(folded);
  });

  it("leaves no mark on any text, and nothing to fold again", () => {
    fc.assert(
      fc.property(fc.oneof(vietnamese, fc.string({ unit: "binary" })), (text) => {
        const folded = foldAccents(text);
        expect(folded).not.toMatch(/\p{M}|[đĐ]/u);
        expect(foldAccents(folded)).toBe(folded);
      }),
    );
  });

  it("turns every Vietnamese letter into a plain one", () => {
    fc.assert(
      fc.property(vietnamese, (text) => {
        expect(foldAccents(text)).toMatch(/^[a-z ]*$/);
        expect(foldAccents(text)).toHaveLength(text.length);
      }),
    );
  });
});

describe("the tone key", () => {
  it.each([
    ["hòa", "hoà"],
    ["qúy", "quý"],
    ["thủy", "thuỷ"],
    ["khỏe", "khoẻ"],
    ["tùy", "tuỳ"],
    ["ngòai", "ngoài"],
    ["toàn".normalize("NFD"), "toàn"],
  ])("is the same for “%s” and “%s”", (one, other) => {
    expect(toneKey(one)).toBe(toneKey(other));
  });

  it.each([
    ["hòa", "hóa"],
    ["đường", "dương"],
    ["đường", "dường"],
    ["tư", "từ"],
    ["mơ", "mô"],
    ["cân", "căn"],
    ["hòa", "hoa"],
    ["mả", "mã"],
  ])("tells “%s” from “%s”", (one, other) => {
    expect(toneKey(one)).not.toBe(toneKey(other));
  });

  it.each([
    ["huyền", "hoà", "\u0300"],
    ["sắc", "giấy", "\u0301"],
    ["ngã", "xã", "\u0303"],
    ["hỏi", "ở", "\u0309"],
    ["nặng", "hộ", "\u0323"],
    ["level", "đơn", ""],
    ["level", "khong", ""],
  ])("carries the %s tone of “%s”", (_, syllable, tone) => {
    expect(toneOf(toneKey(syllable))).toBe(tone);
  });
});

describe("accents are seen", () => {
  it.each([
    ["đi", true],
    ["ĐI", true],
    ["dơ", true],
    ["Á", true],
    ["sổ".normalize("NFD"), true],
    ["nop don o dau", false],
    ["CT01 12/2025", false],
    ["", false],
  ])("in “%s”: %s", (text, seen) => {
    expect(hasAccents(text)).toBe(seen);
  });
});
