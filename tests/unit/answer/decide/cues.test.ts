import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCueReader } from "../../../../bot/answer/decide/cues.ts";
import type { CueRule, Cues } from "../../../../bot/domain/index.ts";
import { wordsOf } from "../../../../bot/text/index.ts";

const lists: Cues["lists"] = [
  { name: "fire", words: ["cháy", "bốc khói"] },
  { name: "drill", words: ["phòng cháy", "diễn tập"] },
  { name: "dog", marked: true, words: ["chó"] },
  { name: "paper", words: ["giấy phép", "đăng ký"] },
  { name: "office", words: ["cán bộ"] },
  { name: "rude", words: ["hách dịch"] },
  { name: "courtesy", words: ["dạ", "xin chào", "cảm ơn"] },
];
const fire: CueRule = { name: "fire now", status: "handoff.emergency", all: ["fire"] };
const dog: CueRule = { name: "paper for a dog", status: "refused.no-such-procedure", all: ["paper", "dog"] };
const rude: CueRule = { name: "rude", status: "handoff.feedback", all: ["office", "rude"], leans: true };

const read = (text: string, ...rules: readonly CueRule[]) =>
  createCueReader({ lists, rules }).read(wordsOf(text));
const filled = (count: number) => Array.from({ length: count }, () => "x").join(" ");

describe("a rule", () => {
  it("needs a word of each of its lists", () => {
    expect(read("đăng ký cho chó", dog)).toEqual({
      status: "refused.no-such-procedure",
      rule: "paper for a dog",
      decides: true,
    });
    expect(read("đăng ký cho mèo", dog)).toBeUndefined();
    expect(read("con chó nhà tôi", dog)).toBeUndefined();
  });

  it("does not mind which comes first", () => {
    expect(read("con chó này đăng ký sao", dog)?.rule).toBe("paper for a dog");
  });

  it("steps back for a word of a list in none", () => {
    const careful = { ...fire, none: ["office"] };
    expect(read("nhà cháy", careful)?.status).toBe("handoff.emergency");
    expect(read("nhà cháy, báo cán bộ rồi", careful)).toBeUndefined();
  });

  it("does not see a word inside a longer expression of another list", () => {
    expect(read("giấy phòng cháy", fire)).toBeUndefined();
    expect(read("phòng cháy rồi mà vẫn cháy", fire)?.rule).toBe("fire now");
  });

  it("reads a list of marked words only where the mark was typed", () => {
    expect(read("dang ky cho em", dog)).toBeUndefined();
    expect(read("đăng ký cho em", dog)).toBeUndefined();
    expect(read("đăng ký chó em", dog)?.rule).toBe("paper for a dog");
  });

  it("reads other lists without marks too, and not with wrong ones", () => {
    expect(read("nha dang chay", fire)?.rule).toBe("fire now");
    expect(read("chạy xe về nhà", fire)).toBeUndefined();
  });
});

describe("the reach of a rule", () => {
  it("is twelve words unless it says otherwise", () => {
    expect(read(`đăng ký ${filled(9)} chó`, dog)?.rule).toBe("paper for a dog");
    expect(read(`đăng ký ${filled(10)} chó`, dog)).toBeUndefined();
  });

  it("is what the rule says, its cues counted in", () => {
    const near = { ...dog, within: 4 };
    expect(read("đăng ký x chó", near)?.rule).toBe("paper for a dog");
    expect(read("đăng ký x x chó", near)).toBeUndefined();
  });

  it("is measured between the nearest of several hits", () => {
    const near = { ...dog, within: 4 };
    expect(read(`đăng ký ${filled(20)} giấy phép chó`, near)?.rule).toBe("paper for a dog");
    expect(read(`chó ${filled(20)} chó đăng ký`, near)?.rule).toBe("paper for a dog");
  });

  it("holds at any distance", () => {
    fc.assert(
      fc.property(fc.nat(30), fc.integer({ min: 3, max: 30 }), (between, within) => {
        const found = read(`đăng ký ${filled(between)} chó`, { ...dog, within });
        expect(found !== undefined).toBe(between + 3 <= within);
      }),
    );
  });
});

describe("several rules", () => {
  const first: CueRule = { ...rude, name: "first to lean" };
  const second: CueRule = { ...fire, name: "first to decide" };

  it("are taken in the order they stand", () => {
    const later = { ...fire, name: "later" };
    expect(read("cháy", second, later)?.rule).toBe("first to decide");
    expect(read("cháy", later, second)?.rule).toBe("later");
  });

  it("give way to one that decides, wherever it stands", () => {
    const text = "cán bộ hách dịch, nhà cháy";
    expect(read(text, first, second)).toMatchObject({ rule: "first to decide", decides: true });
    expect(read(text, second, first)).toMatchObject({ rule: "first to decide", decides: true });
  });

  it("only lean when no other fits", () => {
    expect(read("cán bộ hách dịch", first, second)).toMatchObject({ rule: "first to lean", decides: false });
    expect(read("chào", first, second)).toBeUndefined();
  });
});

describe("courtesies", () => {
  it("are found with every word of theirs", () => {
    const words = wordsOf("dạ xin chào, làm khai sinh, cảm ơn");
    const at = createCueReader({ lists, rules: [] }).courtesies(words);
    expect([...at].sort((a, b) => a - b)).toEqual([0, 1, 2, 6, 7]);
  });

  it("are none where no list has that name", () => {
    expect(createCueReader({ lists: [], rules: [] }).courtesies(wordsOf("xin chào")).size).toBe(0);
  });
});
