import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cutAtSentence,
  oneLine,
  withoutListMarks,
} from "../../../../bot/catalogue/importers/published-text.ts";

describe("oneLine", () => {
  it.each([
    ["lines and tabs", "a\n\t b  c ", "a b c"],
    ["letters and marks apart", "Hộ tịch".normalize("NFD"), "Hộ tịch"],
    ["unseen characters", "đăng k\u200Eý;\u00AD", "đăng ký;"],
    ["letters that only look right", "đƣợc Ðiều 5, NGHỊ ĐİNH", "được Điều 5, NGHỊ ĐINH"],
    ["bullets of symbol fonts", "\uF0FC Trường hợp", "Trường hợp"],
    ["nothing", undefined, ""],
  ])("mends %s", (_name, text, line) => {
    expect(oneLine(text)).toBe(line);
  });
});

describe("withoutListMarks", () => {
  it.each([
    ["- Tờ khai;", "Tờ khai"],
    ["+ Bản vẽ.", "Bản vẽ"],
    ["a) Cấp mới:", "Cấp mới"],
    ["1.2. Giấy phép", "Giấy phép"],
    ["3.Văn bản xác nhận", "Văn bản xác nhận"],
    ["(iv) Đơn", "Đơn"],
    ["(2) Đơn", "Đơn"],
    ["Nghị định 332/2025/NĐ-CP.-", "Nghị định 332/2025/NĐ-CP"],
    ["1.001193 là mã", "1.001193 là mã"],
    ["05 bản chính", "05 bản chính"],
    ["CT01", "CT01"],
  ])("“%s” → “%s”", (text, bare) => {
    expect(withoutListMarks(text)).toBe(bare);
  });

  it("gives the same when done again", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[-+* ]{0,3}(\d\. ?)?[A-Za-zđ ]{0,12}[;.: -]{0,3}$/), (text) => {
        const once = withoutListMarks(text);
        expect(withoutListMarks(once)).toBe(once);
      }),
    );
  });
});

describe("cutAtSentence", () => {
  it("leaves a short text alone", () => {
    expect(cutAtSentence("Ngắn.", 10)).toBe("Ngắn.");
  });

  it("ends where a sentence ends, else at a word", () => {
    expect(cutAtSentence("Câu thứ nhất dài. Câu thứ hai cũng dài lắm", 30)).toBe("Câu thứ nhất dài […]");
    expect(cutAtSentence("mai ".repeat(20), 30)).toBe("mai mai mai mai mai mai […]");
  });

  it("never gives more than the limit and only words that were there", () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 60 }), fc.integer({ min: 20, max: 120 }), (text, limit) => {
        const cut = cutAtSentence(text, limit);
        expect(cut.length).toBeLessThanOrEqual(Math.max(limit, 0));
        expect(text.startsWith(cut.replace(/ \[…\]$/, ""))).toBe(true);
      }),
    );
  });
});
