import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LONGEST_QUESTION, normalise } from "../../../bot/text/index.ts";

const { fromCodePoint } = String;
const zeroWidth = fromCodePoint(0x200b);

describe("normalising", () => {
  it.each([
    ["letters and marks apart", "hộ tịch".normalize("NFD"), "hộ tịch"],
    ["full-width letters", "ＣＣＣＤ　２０２５", "CCCD 2025"],
    ["ligatures", "ﬁle đơn", "file đơn"],
    ["no-break spaces", "lệ\u00a0phí", "lệ phí"],
    ["tabs, and new lines to one line end", "nộp\t đơn \r\n\nở xã", "nộp đơn\nở xã"],
    ["spaces around", "  tạm trú  ", "tạm trú"],
    ["control characters", `khai${fromCodePoint(0)}sinh${fromCodePoint(7)}`, "khai sinh"],
    ["half a character", "cưới \ud83d đi", "cưới đi"],
    ["private characters", "sổ\ue000đỏ", "sổ đỏ"],
    ["only spaces", " \n\t ", ""],
    ["nothing", "", ""],
  ])("puts %s in order", (_, text, plain) => {
    expect(normalise(text)).toBe(plain);
  });

  it.each([
    ["zero-width space", 0x200b],
    ["zero-width joiner", 0x200d],
    ["right-to-left mark", 0x200f],
    ["right-to-left override", 0x202e],
    ["isolate", 0x2067],
    ["word joiner", 0x2060],
    ["byte order mark", 0xfeff],
    ["soft hyphen", 0x00ad],
  ])("drops a %s inside a word", (_, code) => {
    expect(normalise(`chứng${fromCodePoint(code)} thực`)).toBe("chứng thực");
    expect(normalise(`th${fromCodePoint(code)}ực`)).toBe("thực");
  });

  it("joins a letter and its mark over an invisible character", () => {
    expect(normalise(`ma${zeroWidth}\u0301y`)).toBe("máy");
  });

  it.each(["Đơn số 05/2025 – mẫu CT01?", "sinh em bé 👶 rồi 🎉", "nộp (bản sao); hay bản chính!"])(
    "changes nothing in “%s”",
    (text) => {
      expect(normalise(text)).toBe(text);
    },
  );

  it("keeps the beginning of a long text", () => {
    expect(normalise("x".repeat(LONGEST_QUESTION))).toHaveLength(LONGEST_QUESTION);
    expect(normalise(`${"x".repeat(LONGEST_QUESTION)}y`)).toBe("x".repeat(LONGEST_QUESTION));
    expect(normalise("đ".repeat(100_000))).toBe("đ".repeat(LONGEST_QUESTION));
  });

  it("cuts neither a character in two nor after a space", () => {
    const almost = "x".repeat(LONGEST_QUESTION - 1);
    expect(normalise(`${almost}👶`)).toBe(almost);
    expect(normalise(`${almost} y`)).toBe(almost);
  });

  it("does not count what cannot be seen", () => {
    expect(normalise(`${zeroWidth.repeat(LONGEST_QUESTION)}tách hộ`)).toBe("tách hộ");
  });

  it("gives composed text without control characters that stays as it is", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.string({
        unit: fc.constantFrom("a", "đ", "ộ", "\u0301", " ", "\n", zeroWidth, "\ud83d", "ﬁ", "👶"),
      }),
    );
    fc.assert(
      fc.property(text, (given) => {
        const plain = normalise(given);
        expect(plain).toBe(plain.normalize("NFC"));
        expect(plain).toBe(plain.trim());
        expect(plain.replaceAll("\n", " ")).not.toMatch(
          /[\p{Cc}\p{Cs}\p{Co}\u200B-\u200F\u202A-\u202E]|\s{2}/u,
        );
        expect(plain.length).toBeLessThanOrEqual(LONGEST_QUESTION);
        expect(normalise(plain)).toBe(plain);
      }),
    );
  });

  it("reads composed and decomposed text alike", () => {
    const letters = fc.string({ unit: fc.constantFrom(..."aăâđeêoôơuưyấậễộởữ nh") });
    fc.assert(
      fc.property(letters, (text) => {
        expect(normalise(text.normalize("NFD"))).toBe(normalise(text.normalize("NFC")));
      }),
    );
  });
});
