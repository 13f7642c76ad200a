import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readWords } from "../../../../bot/answer/understand/read-words.ts";
import type { Language } from "../../../../bot/domain/index.ts";
import { toneKey, wordsOf } from "../../../../bot/text/index.ts";

const shorthand: Readonly<Record<string, string>> = {
  a: "anh",
  c: "chị",
  e: "em",
  dc: "được",
  gks: "giấy khai sinh",
  h: "giờ",
  hong: "không",
  hông: "không",
  k: "không",
  m: "mình",
  sđ: "sổ đỏ",
};
const syllables =
  "giay khai sinh can lam lai the o dau bao nhieu tien ban sao chung thuc nop don xa cap moi register birth permit bang lop loai hang khu lo so hong";
const lexicon = {
  shorthand: new Map(
    Object.entries(shorthand).map(([short, full]) => [toneKey(short), wordsOf(full)] as const),
  ),
  known: new Map(syllables.split(" ").map((word) => [word, 10])),
  spared: new Set(["dzay"]),
};
const readWith = (text: string, language: Language = "vi") => readWords(text, lexicon, language);
const read = (text: string, language: Language = "vi") =>
  readWith(text, language)
    .words.map(({ folded }) => folded)
    .join(" ");

describe("shorthand", () => {
  it.each([
    ["gks", "giay khai sinh"],
    ["GKS nộp ở đâu", "giay khai sinh nop o dau"],
    ["nộp dc k a", "nop duoc khong anh"],
    ["sđ", "so do"],
    ["nop hong", "nop khong"],
    ["cấp hông", "cap khong"],
  ])("“%s” is written out", (text, full) => {
    expect(read(text)).toBe(full);
  });

  it.each(["so hong", "sổ hồng", "hang a", "hạng c", "bằng c", "lớp e", "loại k", "khu h", "lo a"])(
    "is no shorthand in “%s”",
    (text) => {
      expect(read(text)).toBe(
        wordsOf(text)
          .map(({ folded }) => folded)
          .join(" "),
      );
      expect(readWith(text).corrections.filter(({ why }) => why === "shorthand")).toEqual([]);
    },
  );

  it("of a length is none behind a number", () => {
    expect(read("50 m")).toBe("50 m");
    expect(read("m làm")).toBe("minh lam");
  });

  it("is read by its marks: sd is not sđ", () => {
    expect(read("sđ")).toBe("so do");
    expect(read("sd")).not.toBe("so do");
  });

  it.each([
    ["5t", "5 tuoi"],
    ["10tr", "10 trieu"],
    ["500k", "500 nghin"],
    ["8h", "8 gio"],
    ["3th", "3 thang"],
    ["50m", "50 met"],
    ["bé 12T", "be 12 tuoi"],
  ])("behind a number: “%s” is “%s”", (text, full) => {
    expect(read(text)).toBe(full);
  });

  it.each(["5kg", "100m2", "ct01", "a1", "b2", "1.001193", "2tr5", "12/2025", "h40.12-261103-0007"])(
    "is not looked for in %s",
    (text) => {
      expect(read(text)).toBe(text);
      expect(readWith(text).corrections).toEqual([]);
    },
  );

  it("is left alone in English, and so are numbers and joined words", () => {
    expect(read("a birth e 5t", "en")).toBe("a birth e 5t");
    expect(read("banSao", "en")).not.toBe("ban sao");
  });
});

describe("words not known", () => {
  it.each([
    ["khaisinh", "khai sinh", "joined"],
    ["sinhh", "sinh", "spelling"],
    ["jay", "giay", "spelling"],
    ["chugn", "chung", "spelling"],
  ])("“%s” are read as “%s” (%s)", (typed, to, why) => {
    expect(readWith(typed).corrections).toEqual([{ from: typed, to, why }]);
    expect(read(typed)).toBe(to);
  });

  it("are corrected in English as well", () => {
    expect(read("registar birth pemrit", "en")).toBe("register birth permit");
  });

  it("are left as typed when known, spared or like nothing", () => {
    expect(read("thẻ dzay blockchain")).toBe("the dzay blockchain");
    expect(readWith("thẻ dzay blockchain").corrections).toEqual([]);
  });

  it("are named in the account as they were typed", () => {
    expect(readWith("GKS, sđ".normalize("NFD")).corrections).toEqual([
      { from: "gks", to: "giay khai sinh", why: "shorthand" },
      { from: "sđ", to: "so do", why: "shorthand" },
    ]);
  });

  it("are looked up at most twelve times", () => {
    expect(readWith("sinhh ".repeat(13)).corrections).toHaveLength(12);
    expect(read(`${"sinhh ".repeat(13)}gks`)).toMatch(/sinh sinhh giay khai sinh$/);
  });

  it("are corrected to known words only", () => {
    const typed = fc.string({ unit: fc.constantFrom(..."abceghiklnostuvx"), minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(fc.array(typed, { maxLength: 10 }), (list) => {
        for (const { from, to, why } of readWith(list.join(" ")).corrections) {
          if (why === "shorthand") continue;
          expect(lexicon.known.has(from)).toBe(false);
          for (const part of to.split(" ")) expect(lexicon.known.has(part)).toBe(true);
        }
      }),
    );
  });
});

describe("clauses and sentences", () => {
  it.each([
    ["làm lại thẻ ở đâu", [], []],
    ["làm lại thẻ. Ở đâu? Bao nhiêu", [3, 5], [3, 5]],
    ["làm thẻ, ở đâu", [2], []],
    ["làm thẻ; ở đâu", [2], [2]],
    ["thẻ (bản sao) nộp: xã", [1, 3, 4], []],
    ["nộp “thẻ” xã", [1, 2], []],
    ["làm thẻ... ở đâu", [2], [2]],
    ["làm thẻ… ở đâu", [2], [2]],
    ["làm thẻ, ?! ở đâu", [2], [2]],
    ["bản sao 1.250.000 đồng", [], []],
    ["nộp 2,5 triệu ở xã", [], []],
    ["nộp. 3 bản", [1], [1]],
    ["?! làm thẻ", [], []],
    ["gks, dc k", [3], []],
    ["", [], []],
  ])("of “%s” begin at %j and %j", (text, breaks, sentences) => {
    const message = readWith(text);
    expect(message.breaks).toEqual(breaks);
    expect(message.sentences).toEqual(sentences);
  });

  it("begin at words, in order, each sentence with a clause", () => {
    const part = fc.constantFrom("thẻ", "gks", "khaisinh", "2,5", ",", ".", "?", "(", ")", "…", " ");
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const { words, breaks, sentences } = readWith(parts.join(" "));
        expect(breaks).toEqual([...new Set(breaks)].sort((a, b) => a - b));
        for (const at of breaks) {
          expect(at).toBeGreaterThan(0);
          expect(at).toBeLessThanOrEqual(words.length);
        }
        for (const at of sentences) expect(breaks).toContain(at);
      }),
    );
  });
});

describe("a message", () => {
  it("is read alike composed and decomposed, with whatever cannot be seen", () => {
    const text = "Nộp giấy khai sinh ở đâu?";
    const hidden = [...text].join(String.fromCodePoint(0x200b));
    expect(readWith(text.normalize("NFD"))).toEqual(readWith(text));
    expect(readWith(hidden)).toEqual(readWith(text));
  });

  it("of any length is read to its 450th word", () => {
    expect(readWith("xã ".repeat(600)).words).toHaveLength(450);
    expect(readWith("xã. ".repeat(600)).words).toHaveLength(450);
  });
});
