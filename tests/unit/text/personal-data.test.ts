import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maskPersonalData } from "../../../bot/text/index.ts";

describe("masking personal data", () => {
  it.each([
    ["0900000123", "[số điện thoại]"],
    ["gọi 0900 000 123 nha", "gọi [số điện thoại] nha"],
    ["0900.000.123", "[số điện thoại]"],
    ["0900-000-123", "[số điện thoại]"],
    ["+84900000123", "[số điện thoại]"],
    ["+84 900 000 123", "[số điện thoại]"],
    ["84900000123", "[số điện thoại]"],
    ["máy bàn 02990000123", "máy bàn [số điện thoại]"],
    ["sđt:0900000123.", "sđt:[số điện thoại]."],
    ["(0900000123)", "([số điện thoại])"],
    ["0900000123, 0900000456", "[số điện thoại], [số điện thoại]"],
    ["0900000123/0900000456", "[số điện thoại]/[số điện thoại]"],
    ["SĐT0900000123", "SĐT[số điện thoại]"],
    ["0900000123nha", "[số điện thoại]nha"],
    ["0900000123-anh Ba", "[số điện thoại]-anh Ba"],
    ["(0299) 000 0123", "[số điện thoại]"],
    ["0900 000 123 0900 000 456", "[số điện thoại] [số điện thoại]"],
  ])("masks the phone in “%s”", (text, masked) => {
    expect(maskPersonalData(text)).toBe(masked);
  });

  it.each([
    ["căn cước 099000000123 của tôi", "căn cước [số căn cước] của tôi"],
    ["0990 0000 0123", "[số căn cước]"],
    ["099.000.000.123", "[số căn cước]"],
    ["chứng minh cũ 399000123", "chứng minh cũ [số chứng minh]"],
    ["cmnd 399000123, căn cước 099000000123", "cmnd [số chứng minh], căn cước [số căn cước]"],
    ["hộ chiếu C0000123", "hộ chiếu [số hộ chiếu]"],
    ["passport b00000123 hết hạn", "passport [số hộ chiếu] hết hạn"],
    ["tài khoản 9990000001234", "tài khoản [số thẻ]"],
    ["9990 0000 0000 1234", "[số thẻ]"],
    ["9990-0000-0000-1234-567", "[số thẻ]"],
  ])("masks the number in “%s”", (text, masked) => {
    expect(maskPersonalData(text)).toBe(masked);
  });

  it.each([
    ["gửi về nguoi.dan@example.com", "gửi về [email]"],
    ["ten+ho-so_1@thu.example.vn", "[email]"],
    ["a@b.vn.", "[email]."],
    ["<hai@example.org>, ba@example.org", "<[email]>, [email]"],
    ["0900000123@example.com", "[email]"],
  ])("masks the address in “%s”", (text, masked) => {
    expect(maskPersonalData(text)).toBe(masked);
  });

  it.each([
    "hồ sơ H40.12-261103-0007 tới đâu",
    "hồ sơ 000.00.12.H40-261103-0007",
    "thủ tục 1.001193",
    "mã 2.000635 với 1.001193",
    "tổng đài 19000000",
    "tổng đài 1900 0000",
    "gọi 1900 00 00 99 miễn phí",
    "đường dây 1800.0000",
    "ngày 25/12/2025",
    "sinh ngày 05.10.1990",
    "từ 01-01-2025 tới 31-12-2025",
    "lúc 08:30 ngày 05/10/2025",
    "hẹn 05.10.2025 08:30",
    "từ 01.01.2025 31.12.2025",
    "mã 2.000635.000.00.00.H40",
    "dự án 150.000.000.000 đồng",
    "phí 8.000 đồng",
    "hết 1.250.000đ",
    "vay 12.500.000.000 đồng",
    "mẫu CT01, tờ khai 2025",
    "Nghị định 123/2015/NĐ-CP",
    "đất 1250 m2, thửa 123 tờ 45",
    "hạng B2, biển số 62A-00123",
    "nhắn @motcua nha",
    "sinh đôi 2 bé 👶👶",
    "",
  ])("keeps “%s”", (text) => {
    expect(maskPersonalData(text)).toBe(text);
  });

  const piece = fc.oneof(
    fc.stringMatching(/^\d{1,20}$/),
    fc.constantFrom(
      " ",
      ".",
      "-",
      ", ",
      "+84",
      "0900000123",
      "C0000123",
      " a@b.vn ",
      "099000000123",
      "phí ",
      "x",
    ),
  );
  const message = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));

  it("masks nothing twice", () => {
    fc.assert(
      fc.property(message, (text) => {
        const masked = maskPersonalData(text);
        expect(maskPersonalData(masked)).toBe(masked);
      }),
    );
  });

  it("lets no number of its kinds through, whatever words stand around", () => {
    const number = fc.oneof(
      fc.stringMatching(/^0[1-9]\d{8}$/),
      fc.stringMatching(/^\d{12}$/),
      fc.stringMatching(/^[1-9]\d{8}$/),
      fc.stringMatching(/^[A-Z]\d{7}$/),
      fc.stringMatching(/^\d{13,19}$/),
    );
    const words = fc.array(fc.constantFrom("số", "của", "tôi", "là", "nha", "(", ",", "?"), { maxLength: 4 });
    fc.assert(
      fc.property(words, number, words, (before, secret, after) => {
        const masked = maskPersonalData([...before, secret, ...after].join(" "));
        expect(masked).not.toMatch(/\d/);
        expect(masked.replace(/\[[^\]]+\]/, "X")).toBe([...before, "X", ...after].join(" "));
      }),
    );
  });

  it("is quick on a long word", () => {
    const long = "a".repeat(50_000);
    const begun = performance.now();
    expect(maskPersonalData(long)).toBe(long);
    expect(performance.now() - begun).toBeLessThan(10_000);
  });
});
