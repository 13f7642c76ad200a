import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { term } from "../../../../bot/answer/compose/terms.ts";
import { isUntranslated } from "../../../../bot/answer/compose/untranslated.ts";
import { dayMonthYear, grouped, inLanguage, wording } from "../../../../bot/answer/compose/wording.ts";
import { echo } from "../../../support/sample-subject.ts";

const replies = { "time.line": { vi: "{channel}: {time}", en: "{time} ({channel})" } };

describe("wording", () => {
  it("fills every place, in the language asked for", () => {
    const values = { channel: "Tại quầy", time: 3 };
    expect(wording(replies, "vi")("time.line", values)).toBe("Tại quầy: 3");
    expect(wording(replies, "en")("time.line", values)).toBe("3 (Tại quầy)");
  });

  it("does not fill what a value brings with it", () => {
    expect(wording(replies, "vi")("time.line", { channel: "{time}", time: 1 })).toBe("{time}: 1");
  });

  it("refuses a name it does not know and a place without a value", () => {
    expect(() => wording(replies, "vi")("no.such")).toThrow("no wording named no.such");
    expect(() => wording(replies, "vi")("time.line", { channel: "x" })).toThrow("needs {time}");
  });

  it("gives the fallback for a name it may not know", () => {
    expect(wording(replies, "en")("term.Sở Lạ", {}, "Sở Lạ")).toBe("Sở Lạ");
  });
});

describe("inLanguage", () => {
  it("falls back to Vietnamese", () => {
    expect(inLanguage({ vi: "một", en: "one" }, "en")).toBe("one");
    expect(inLanguage({ vi: "một" }, "en")).toBe("một");
    expect(inLanguage({ vi: "một", en: "one" }, "vi")).toBe("một");
  });
});

describe("dayMonthYear", () => {
  it("turns a day round", () => {
    expect(dayMonthYear("2026-07-18")).toBe("18/07/2026");
  });
});

describe("grouped", () => {
  it.each([
    [0, "0"],
    [999, "999"],
    [1000, "1.000"],
    [2500000, "2.500.000"],
    [0.5, "0,5"],
    [1234.25, "1.234,25"],
  ])("writes %d as %s", (amount, text) => {
    expect(grouped(amount)).toBe(text);
  });

  it("can be turned back", () => {
    fc.assert(
      fc.property(fc.nat(), (amount) => {
        expect(Number(grouped(amount).replaceAll(".", ""))).toBe(amount);
      }),
    );
  });
});

describe("term", () => {
  const say = echo({ "term.Công an": "Police" });

  it("keeps the official name for a Vietnamese reader", () => {
    expect(term({ say, language: "vi" }, "Công an")).toBe("Công an");
  });

  it("puts it behind the English name, or alone where there is none", () => {
    expect(term({ say, language: "en" }, "Công an")).toBe("Police (Công an)");
    expect(term({ say, language: "en" }, "Sở Lạ")).toBe("Sở Lạ");
  });
});

describe("isUntranslated", () => {
  it.each(["FEES – Đổi tiền cũ", "Handled by: Sở Y tế", "• Thẻ", "the portal says “Không quy định”"])(
    "finds Vietnamese in “%s”",
    (line) => {
      expect(isUntranslated(line)).toBe(true);
    },
  );

  it.each([
    "FEES – Birth registration",
    "Handled by: Commune police (Công an cấp Xã)",
    "Vehicle registration form (form ĐKX10)",
    "Decision 1872/QĐ-BTP and form ĐKX10",
    "File at: https://dichvucong.gov.vn/thu-tuc",
  ])("finds none in “%s”", (line) => {
    expect(isUntranslated(line)).toBe(false);
  });
});
