import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { correctWord, splitJoinedWord } from "../../../bot/text/index.ts";

const syllables =
  "giay phep khai sinh ket hon quyen chuyen cap cong dan khong thich nghi nga nghe phi xa tra cha dat bat lam tuc thu bang ke ghi";
const known = new Map(syllables.split(" ").map((word) => [word, 10]));
const counted = (counts: Record<string, number>) => new Map(Object.entries(counts));

describe("correcting a word", () => {
  it.each([
    ["a letter too many", "khaui", "khai"],
    ["a letter too many at the end", "sinhr", "sinh"],
    ["a letter missing", "gay", "giay"],
    ["the first letter missing", "inh", "sinh"],
    ["two letters swapped", "gaiy", "giay"],
    ["the last letters swapped", "phpe", "phep"],
    ["a neighbouring key", "sunh", "sinh"],
    ["a wrong key", "quyem", "quyen"],
    ["letters doubled", "giaayy", "giay"],
    ["a letter held down", "sinhhhh", "sinh"],
    ["a letter doubled and another missing", "ggay", "giay"],
  ])("mends %s: “%s” is “%s”", (_, typed, word) => {
    expect(correctWord(typed, known)).toBe(word);
  });

  it.each([
    ["fep", "phep"],
    ["fi", "phi"],
    ["jay", "giay"],
    ["wyen", "quyen"],
    ["zan", "dan"],
    ["ckuyen", "chuyen"],
    ["kap", "cap"],
    ["khog", "khong"],
    ["thik", "thich"],
    ["qyen", "quyen"],
    ["ngi", "nghi"],
    ["ngha", "nga"],
    ["gi", "ghi"],
    ["ce", "ke"],
    ["xinh", "sinh"],
    ["sa", "xa"],
  ])("reads the chat spelling “%s” as “%s”", (typed, word) => {
    expect(correctWord(typed, known)).toBe(word);
  });

  it.each([
    ["tra", "cha"],
    ["cha", "tra"],
    ["dat", "dac"],
    ["dan", "dang"],
    ["day", "giay"],
    ["rat", "dat"],
    ["van", "dan"],
    ["ban", "bang"],
  ])("knows that “%s” sounds like “%s”", (typed, word) => {
    expect(correctWord(typed, counted({ [word]: 1 }))).toBe(word);
  });

  it("takes the commonest of several", () => {
    expect(correctWord("lax", counted({ lan: 5, lam: 9, la: 2 }))).toBe("lam");
    expect(correctWord("van", counted({ dan: 3, vang: 8 }))).toBe("vang");
  });

  it("believes in chat spelling before a slip, and in a held key before both", () => {
    expect(correctWord("fep", counted({ phep: 1, hep: 100 }))).toBe("phep");
    expect(correctWord("saa", counted({ sa: 1, xa: 100 }))).toBe("sa");
  });

  it.each([
    ["known already", "sinh"],
    ["two slips away", "sxnx"],
    ["nothing like it", "bzzrt"],
    ["too short for a slip", "gy"],
    ["empty", ""],
    ["a code", "sinh1"],
    ["a number", "2025"],
  ])("leaves alone what is %s", (_, typed) => {
    expect(correctWord(typed, known)).toBeUndefined();
  });

  it("leaves alone what is longer than twelve letters", () => {
    expect(correctWord(`sin${"h".repeat(9)}`, known)).toBe("sinh");
    expect(correctWord(`sin${"h".repeat(10)}`, known)).toBeUndefined();
  });

  it("gives only known words, and never another for a known one", () => {
    const typed = fc.oneof(
      fc.constantFrom(...known.keys()),
      fc.string({ unit: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz"), maxLength: 14 }),
      fc
        .tuple(fc.constantFrom(...known.keys()), fc.nat({ max: 6 }), fc.constantFrom(..."aeghiknstu"))
        .map(([word, at, letter]) => word.slice(0, at) + letter + word.slice(at)),
    );
    fc.assert(
      fc.property(typed, (word) => {
        const corrected = correctWord(word, known);
        if (known.has(word)) expect(corrected).toBeUndefined();
        else if (corrected !== undefined) expect(known.has(corrected)).toBe(true);
      }),
    );
  });

  it("mends any one letter too many in a word of four or more", () => {
    const long = [...known.keys()].filter((word) => word.length >= 4);
    const only = fc.constantFrom(...long);
    fc.assert(
      fc.property(only, fc.nat({ max: 4 }), (word, at) => {
        // "j" begins no known word and no sound of the middle.
        const typed = `${word.slice(0, at + 1)}j${word.slice(at + 1)}`;
        expect(correctWord(typed, counted({ [word]: 1 }))).toBe(word);
      }),
    );
  });
});

describe("splitting joined words", () => {
  it.each([
    ["khaisinh", ["khai", "sinh"]],
    ["giaykhaisinh", ["giay", "khai", "sinh"]],
    ["ketho", undefined],
    ["thutuccapphep", ["thu", "tuc", "cap", "phep"]],
    ["khaisinh2", undefined],
    ["khai", undefined],
    ["xaphi", ["xa", "phi"]],
    ["xaxa", undefined],
    ["", undefined],
  ])("“%s” is %j", (typed, parts) => {
    expect(splitJoinedWord(typed, known)).toEqual(parts);
  });

  it("leaves a known word whole", () => {
    expect(splitJoinedWord("khaisinh", new Map([...known, ["khaisinh", 1]]))).toBeUndefined();
  });

  it("prefers commoner parts, and fewer", () => {
    expect(splitJoinedWord("hoanghi", counted({ hoang: 2, hi: 2, hoa: 90, nghi: 90 }))).toEqual([
      "hoa",
      "nghi",
    ]);
    expect(splitJoinedWord("hoanghi", counted({ hoang: 90, hi: 90, hoa: 2, nghi: 2 }))).toEqual([
      "hoang",
      "hi",
    ]);
    expect(splitJoinedWord("lamxong", counted({ lam: 5, xong: 5, xo: 50, ng: 50 }))).toEqual(["lam", "xong"]);
  });

  it("takes no single letter for a word", () => {
    expect(splitJoinedWord("akhai", counted({ a: 99, khai: 1 }))).toBeUndefined();
  });

  it("splits into six words at most, of thirty letters at most", () => {
    expect(splitJoinedWord("xa".repeat(6), known)).toEqual(Array(6).fill("xa"));
    expect(splitJoinedWord("xa".repeat(7), known)).toBeUndefined();
    expect(splitJoinedWord("khong".repeat(6), known)).toEqual(Array(6).fill("khong"));
    expect(splitJoinedWord(`${"khong".repeat(5)}chuyen`, known)).toBeUndefined();
  });

  it("gives known words that join to what was typed", () => {
    const typed = fc
      .array(fc.constantFrom(...known.keys(), "zz", "h"), { minLength: 1, maxLength: 8 })
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(typed, (word) => {
        const parts = splitJoinedWord(word, known);
        if (!parts) return;
        expect(parts.join("")).toBe(word);
        expect(parts.every((part) => known.has(part))).toBe(true);
        expect(parts.length).toBeGreaterThanOrEqual(2);
        expect(parts.length).toBeLessThanOrEqual(6);
      }),
    );
  });
});
