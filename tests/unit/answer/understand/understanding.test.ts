import { describe, expect, it } from "vitest";
import { createUnderstanding } from "../../../../bot/answer/understand/understanding.ts";
import type { Guide, Vocabulary } from "../../../../bot/domain/index.ts";
import { type Word, wordsOf } from "../../../../bot/text/index.ts";
import { sampleFacets } from "../../../support/sample-facets.ts";
import { vocabulary as sample } from "../../../support/sample-parts.ts";

const vocabulary: Vocabulary = {
  ...sample,
  shorthand: { GKS: "giấy khai sinh", k: "không" },
  facets: sampleFacets,
  fillers: ["cho", "em", "tôi", "ạ", "thì", "the", "for"],
};
const known = new Map("giay khai sinh tach thua nop permit khong phai".split(" ").map((word) => [word, 10]));
const understanding = createUnderstanding(vocabulary, known);
const read = (text: string) => understanding.read(text, {});
const folded = (words: readonly Word[]) => words.map((word) => word.folded).join(" ");

describe("a message read", () => {
  it.each([
    ["tách thửa nộp ở đâu ạ", "tach thua nop"],
    ["cho em hỏi tách thửa", "hoi tach thua"],
    ["không, ý tôi là tách thửa", "tach thua"],
    ["thẻ mất chứ không phải hư", "the mat"],
    ["lệ phí GKS", "giay khai sinh"],
    ["ở đâu ạ", ""],
  ])("“%s” is about “%s”", (text, matter) => {
    expect(folded(read(text).matter)).toBe(matter);
  });

  it("tells what was written out and what is asked", () => {
    expect(read("gks cần gì, tachthua bao lâu")).toMatchObject({
      facets: ["documents", "time"],
      asked: true,
      breaks: [5],
      corrections: [
        { from: "gks", to: "giay khai sinh", why: "shorthand" },
        { from: "tachthua", to: "tach thua", why: "joined" },
      ],
    });
  });

  it("spares the words that ask, although the index holds none of them", () => {
    expect(read("nhan duoc gi, dieu kien, mau nao").corrections).toEqual([]);
  });

  it.each([
    ["how do I get the permit", undefined, "en"],
    ["tách thửa làm sao", undefined, "vi"],
    ["tách thửa làm sao", "en" as const, "en"],
    ["how do I get the permit", "vi" as const, "vi"],
  ])("“%s”, in the language chosen (%s) or guessed, is %s", (text, chosen, language) => {
    expect(understanding.read(text, {}, chosen).language).toBe(language);
  });

  it("reads by the language of the text, whichever is chosen for the answer", () => {
    expect(understanding.read("k nop", {}, "en").corrections).toHaveLength(1);
    expect(understanding.read("how much for the k permit", {}, "vi").corrections).toEqual([]);
  });

  it("picks what was offered", () => {
    const offered = [
      { label: "Tách thửa", payload: "a" },
      { label: "Tách hộ", payload: "b" },
    ];
    expect(understanding.read("số 2 ạ", { offered }).picked).toEqual(offered[1]);
    expect(understanding.read("cho em tách thửa", { offered }).picked).toEqual(offered[0]);
    expect(understanding.read("khai sinh", { offered })).not.toHaveProperty("picked");
    expect(read("số 2 ạ")).not.toHaveProperty("picked");
  });

  it("tells how it stands to the talk", () => {
    expect(read("còn lệ phí").turn.continues).toBe(true);
    expect(read("không phải").turn).toMatchObject({ says: "no", corrects: true });
  });

  it("leaves the background of a long story aside", () => {
    const told =
      "Hồi mùa lũ năm nọ ghe chìm ngoài sông lớn, bao nhiêu đồ đạc trôi sạch, cả xóm ra vớt suốt đêm trắng mà vớt lên có mấy tấm ván.";
    const { background, words } = read(`${told} Giờ tôi muốn tách thửa`);
    expect(background.size).toBe(wordsOf(told).length);
    expect(folded(words.filter((_, at) => !background.has(at)))).toBe("gio toi muon tach thua");
    expect(read("Giờ tôi muốn tách thửa").background.size).toBe(0);
  });

  it("of nothing is nothing", () => {
    expect(read(" ?! ")).toMatchObject({ words: [], facets: [], asked: false, matter: [], corrections: [] });
  });
});

describe("a part of a message", () => {
  it("is read as if it stood alone", () => {
    const part = understanding.readPart(wordsOf("tách thửa ở đâu"), "vi");
    expect(part).toMatchObject({ facets: ["place"], asked: true, breaks: [] });
    expect(folded(part.matter)).toBe("tach thua");
  });

  it("turns no talk", () => {
    expect(folded(understanding.readPart(wordsOf("ý là tách thửa"), "vi").matter)).toBe("y la tach thua");
  });

  it("is read in its language", () => {
    expect(understanding.readPart(wordsOf("do you open on sunday"), "en").facets).toEqual(["eligibility"]);
    expect(understanding.readPart(wordsOf("do you open on sunday"), "vi").facets).toEqual([]);
  });
});

describe("case answers the words already give", () => {
  const text = (vi: string) => ({ vi, en: vi });
  const guide: Guide = {
    code: "1.000001",
    phrases: [],
    name: text("Khai sinh"),
    purpose: text("Khai sinh"),
    cases: [
      {
        id: "where",
        question: text("Sinh ở đâu?"),
        options: [
          { id: "here", label: text("Trong nước"), words: ["trong nước", "bệnh viện"] },
          { id: "abroad", label: text("Nước ngoài"), words: ["nước ngoài", "bên Lào"] },
        ],
      },
      {
        id: "parents",
        question: text("Cha mẹ?"),
        options: [
          { id: "married", label: text("Có kết hôn"), words: ["đã cưới", "cưới"] },
          { id: "single", label: text("Không"), words: ["chưa cưới", "mẹ đơn thân"] },
        ],
      },
    ],
    checkedOn: "2026-11-24",
  };

  it.each([
    ["bé sanh bên Lào", { where: "abroad" }],
    ["be sanh o benh vien", { where: "here" }],
    ["sanh ở nước ngoài, mẹ đơn thân", { where: "abroad", parents: "single" }],
    ["sanh ở bệnh viện trong nước", { where: "here" }],
    ["hai đứa chưa cưới", { parents: "single" }],
    ["sanh trong nước hay nước ngoài", {}],
    ["bệnh viên", {}],
    ["khai sinh", {}],
    ["", {}],
  ])("of “%s” are %j", (said, decided) => {
    expect(understanding.decidedBy(wordsOf(said), guide)).toEqual(decided);
  });

  it("are none without a guide or without cases", () => {
    const { cases: _, ...plain } = guide;
    expect(understanding.decidedBy(wordsOf("bên Lào"), plain)).toEqual({});
    expect(understanding.decidedBy(wordsOf("bên Lào"), undefined)).toEqual({});
  });
});
