import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guessLanguage } from "../../../../bot/answer/understand/language.ts";
import { normalise, wordsOf } from "../../../../bot/text/index.ts";

const guess = (text: string) => guessLanguage(text, wordsOf(normalise(text)));

describe("the language", () => {
  it.each([
    "Ông nội tôi tính dời mộ",
    "toi muon tach ho khau thi lam sao",
    "xin hoi phi lam the la bao nhieu",
    "gui don online co kip khong",
    "lam passport o dau",
    "tai app vneid o dau",
    "passport online",
    "lam lai passport online cho be",
    "cần form này please",
    "how much một bản sao ạ",
    "cho hoi link nop ho so",
    "tach thua",
    "12/2025",
    "👶",
    "",
  ])("of “%s” is Vietnamese", (text) => {
    expect(guess(text)).toBe("vi");
  });

  it.each([
    "How much is a marriage certificate",
    "WHERE do I register my baby?",
    "what documents are required",
    "renew passport online",
    "hello",
    "thank you",
    "I lost my licence",
    "foreign husband, residence card?",
    "building permit for a new house",
    "when is the office open",
  ])("of “%s” is English", (text) => {
    expect(guess(text)).toBe("en");
  });

  it("is Vietnamese whenever a Vietnamese mark stands in the text", () => {
    const english = fc.constantFrom<string>("how", "much", "is", "the", "birth", "certificate");
    fc.assert(
      fc.property(fc.array(english, { maxLength: 10 }), fc.nat({ max: 10 }), (words, at) => {
        expect(guess(words.toSpliced(at, 0, "đơn").join(" "))).toBe("vi");
        expect(guess(words.toSpliced(at, 0, "sổ".normalize("NFD")).join(" "))).toBe("vi");
      }),
    );
  });
});
