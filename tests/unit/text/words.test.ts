import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toneKey, wordFrom, wordsOf } from "../../../bot/text/index.ts";

const folded = (text: string, limit?: number) => wordsOf(text, limit).map((word) => word.folded);

describe("words", () => {
  it.each([
    ["Nộp đơn ở xã?", ["nop", "don", "o", "xa"]],
    ["xã/phường, thị trấn", ["xa", "phuong", "thi", "tran"]],
    ["giấy-tờ (bản sao)", ["giay", "to", "ban", "sao"]],
    ["“sổ hồng”…", ["so", "hong"]],
    ["xong.Rồi sao", ["xong", "roi", "sao"]],
    ["bé 👶 mới sinh 🎉", ["be", "moi", "sinh"]],
    ["?!… 👶", []],
    ["", []],
  ])("of “%s” are %j", (text, words) => {
    expect(folded(text)).toEqual(words);
  });

  it.each([
    "1.001193",
    "h40.12-261103-0007",
    "25/12/2025",
    "1.250.000",
    "2,5",
    "ct01",
    "b2",
    "62a-00123",
    "123/2015",
  ])("keep %s whole", (code) => {
    expect(folded(`mã ${code.toUpperCase()}, nha`)).toEqual(["ma", code, "nha"]);
  });

  it("end at a point or comma that no digit follows", () => {
    expect(folded("năm 2025. Tháng 3, ngày 5.")).toEqual(["nam", "2025", "thang", "3", "ngay", "5"]);
  });

  it.each([
    ["Hòa", { key: toneKey("hòa"), folded: "hoa", marked: true }],
    ["HOÀ", { key: toneKey("hòa"), folded: "hoa", marked: true }],
    ["hoa", { key: "hoa", folded: "hoa", marked: false }],
    ["Đi", { key: "đi", folded: "di", marked: true }],
    ["CT01", { key: "ct01", folded: "ct01", marked: false }],
  ])("“%s” is known by its key and without marks", (surface, word) => {
    expect(wordFrom(surface)).toEqual(word);
    expect(wordFrom(surface.normalize("NFD"))).toEqual(word);
  });

  it("with đ are other words than with d when marks are typed", () => {
    const [road, sun] = wordsOf("đường dương");
    expect(road?.folded).toBe(sun?.folded);
    expect(road?.key).not.toBe(sun?.key);
  });

  it.each([
    [0, []],
    [1, ["mot"]],
    [3, ["mot", "hai", "ba"]],
    [9, ["mot", "hai", "ba", "bon"]],
  ])("are at most %i when told so", (limit, words) => {
    expect(folded("một hai ba bốn", limit)).toEqual(words);
  });

  it("are at most 400 when not told", () => {
    expect(wordsOf("xã ".repeat(401))).toHaveLength(400);
  });

  it("are made the same a second time, long or short", () => {
    const long = "ộ".repeat(40);
    expect(wordFrom(long)).toEqual(wordFrom(long));
    expect(wordFrom(long).folded).toBe("o".repeat(40));
    expect(wordFrom("ộ")).toEqual({ key: toneKey("ộ"), folded: "o", marked: true });
  });

  it("joined by spaces are the same words again", () => {
    const word = fc.constantFrom("giấy", "khai", "sinh", "đường", "hoà", "CT01", "1.001193", "2,5", "xa");
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (list) => {
        const words = wordsOf(list.join(" "));
        expect(words).toEqual(list.map(wordFrom));
        expect(folded(words.map((one) => one.folded).join(" "))).toEqual(words.map((one) => one.folded));
      }),
    );
  });

  it("are never more than the limit, in any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.nat({ max: 5 }), (text, limit) => {
        expect(wordsOf(text, limit).length).toBeLessThanOrEqual(limit);
        expect(wordsOf(text, limit)).toEqual(wordsOf(text).slice(0, limit));
      }),
    );
  });
});
