import { describe, expect, it } from "vitest";
import { inOtherLanguage, languageOfText } from "../../../bot/view/index.ts";

describe("language of a text", () => {
  it.each([
    ["Bạn hỏi lại cán bộ khi nộp hồ sơ.", "vi"],
    ["Bạn hỏi lại cán bộ".normalize("NFD"), "vi"],
    ["Birth registration needs these papers.", "en"],
    ["Source: Decision 163/QĐ-BTP of 16/01/2026. Procedure code 1.001193.", "en"],
    ["123", "vi"],
    ["", "vi"],
  ])("%s: %s", (text, language) => {
    expect(languageOfText(text)).toBe(language);
  });
});

describe("the same page in another language", () => {
  it("keeps the rest of the address", () => {
    expect(inOtherLanguage("/tt/1.001193?case=a.b", "en")).toBe("/tt/1.001193?case=a.b&lang=en");
  });

  it("replaces a language that was asked for before", () => {
    expect(inOtherLanguage("/chat?lang=en", "vi")).toBe("/chat?lang=vi");
  });

  it("stays on this site whatever the path looks like", () => {
    expect(inOtherLanguage("//evil.example.vn/x", "en")).not.toContain("//");
  });
});
