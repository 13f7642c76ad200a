import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CUT_MARK,
  clipped,
  inOneLine,
  paperTitle,
  pointsOf,
} from "../../../../bot/answer/compose/published-words.ts";

describe("clipped", () => {
  it("leaves a short text alone", () => {
    expect(clipped("Giấy chứng sinh", 20)).toBe("Giấy chứng sinh");
  });

  it.each([
    ["at a comma", "Giấy ra viện, giấy chuyển tuyến có dấu", "Giấy ra viện […]"],
    ["before brackets rather than inside", "Giấy phép lái (hạng B, hạng C, hạng D)", "Giấy phép lái […]"],
    [
      "at a word when no clause ends in its second half",
      "Giấy chứng nhận quyền sử dụng đất",
      "Giấy chứng nhận […]",
    ],
  ])("cuts %s", (_where, text, expected) => {
    expect(clipped(text, 24)).toBe(expected);
  });

  it("does not stop inside a bracket that is never closed", () => {
    expect(clipped("Phiếu thu thập thông tin (mẫu DC01 ban hành kèm theo Thông tư số 53)", 50)).toBe(
      "Phiếu thu thập thông tin […]",
    );
  });

  it("does not split a number or a date", () => {
    expect(clipped("Nghị định số 99/2022/NĐ-CP ngày 30/11/2022 của Chính phủ", 40)).toBe(
      "Nghị định số 99/2022/NĐ-CP ngày […]",
    );
  });

  it("never is longer than the limit and never holds words of its own", () => {
    const words = fc.array(fc.stringMatching(/^[a-z0-9(),.;-]{1,9}$/), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(words, fc.integer({ min: 20, max: 200 }), (parts, limit) => {
        const text = parts.join(" ");
        const short = clipped(text, limit);
        expect(short.length).toBeLessThanOrEqual(Math.max(limit, 0));
        if (short !== text) {
          expect(short.endsWith(CUT_MARK)).toBe(true);
          expect(text.startsWith(short.slice(0, -CUT_MARK.length).trim())).toBe(true);
        }
      }),
    );
  });
});

describe("paperTitle", () => {
  it.each([
    ["Thành phần hồ sơ 1: Đơn đề nghị", "Đơn đề nghị"],
    ["Hồ sơ bao gồm: Tờ trình", "Tờ trình"],
    ["Thành phần hồ sơ:", "Thành phần hồ sơ:"],
    ["Hồ sơ bệnh án", "Hồ sơ bệnh án"],
    ["Giấy khai sinh", "Giấy khai sinh"],
  ])("of “%s” is “%s”", (title, shown) => {
    expect(paperTitle(title)).toBe(shown);
  });
});

describe("pointsOf", () => {
  it.each<[string, string, string[]]>([
    ["nothing", "", []],
    ["one sentence", "Không quá 07 ngày làm việc.", ["Không quá 07 ngày làm việc"]],
    [
      "a list run together",
      "Hồ sơ đủ: 3 ngày. - Hồ sơ thiếu: 5 ngày; + Khác",
      ["Hồ sơ đủ: 3 ngày", "Hồ sơ thiếu: 5 ngày", "Khác"],
    ],
    ["letters", "gồm: a) Phí; b) Lệ phí", ["gồm:", "Phí", "Lệ phí"]],
    ["brackets around the whole", "(20.000 đồng một lần)", ["20.000 đồng một lần"]],
    ["a dash inside a name", "Sở Lao động - Thương binh và Xã hội", ["Sở Lao động - Thương binh và Xã hội"]],
    ["a colon at the end", "Thời hạn như sau:", ["Thời hạn như sau"]],
    ["marks only", "- ;", []],
  ])("reads %s", (_what, note, points) => {
    expect(pointsOf(note)).toEqual(points);
  });

  it("shows four points and says that there are more", () => {
    expect(pointsOf("một; - hai; - ba; - bốn; - năm")).toEqual(["một", "hai", "ba", "bốn", CUT_MARK]);
  });

  it("shortens each point by itself", () => {
    const long = "chữ ".repeat(100);
    expect(pointsOf(`${long}. - ${long}`, 50).every((point) => point.length <= 50)).toBe(true);
  });
});

describe("inOneLine", () => {
  it("joins points as a sentence and leaves a colon before its list", () => {
    expect(inOneLine(["gồm:", "phí", "lệ phí"])).toBe("gồm: phí; lệ phí");
    expect(inOneLine([])).toBe("");
  });
});
