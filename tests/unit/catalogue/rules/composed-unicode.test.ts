import { describe, expect, it } from "vitest";
import { composedUnicode } from "../../../../bot/catalogue/rules/composed-unicode.ts";
import { findingsOf } from "../../../support/sample-knowledge.ts";

describe("composed-unicode", () => {
  it("accepts composed text", () => {
    expect(findingsOf(composedUnicode)).toEqual([]);
  });

  it("shows the first line with letters and marks apart", () => {
    const findings = findingsOf(composedUnicode, (sample) => {
      sample.birthGuide.name.vi = "Làm giấy khai sinh".normalize("NFD");
    });
    expect(findings).toMatchObject([{ file: "guides/ho-tich.json", expected: "text in NFC" }]);
    expect(findings[0]?.found).toContain("Làm giấy".normalize("NFD"));
  });

  it.each([
    ["a zero-width space", "\u200B", "U+200B"],
    ["a soft hyphen", "\u00AD", "U+00AD"],
    ["a right-to-left mark", "\u200F", "U+200F"],
    ["a letter that looks like ư", "ƣ", "U+01A3"],
    ["the Icelandic Ð", "Ð", "U+00D0"],
    ["a bullet of a symbol font", "\uF02B", "U+F02B"],
  ])("names %s", (_name, mark, code) => {
    const findings = findingsOf(composedUnicode, (sample) => {
      sample.topic.question.vi = `Bạn cần${mark} việc nào?`;
    });
    expect(findings).toMatchObject([{ file: "topics/all.json", found: expect.stringContaining(code) }]);
  });
});
