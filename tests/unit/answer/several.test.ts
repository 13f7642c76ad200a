import { describe, expect, it } from "vitest";
import { severalMatters } from "../../../bot/answer/several.ts";
import {
  BIRTH,
  candidate,
  contextOf,
  DEATH,
  HOUSE,
  MARRIAGE,
  matched,
  nothingMatched,
  readDraft,
  readOf,
} from "../../support/small-world.ts";

const is = (code: string, confidence = 0.9) => matched(confidence, [candidate(code, 1)]);
const named = {
  "khai tu can giay to gi": is(DEATH),
  "dang ky ket hon o dau": is(MARRIAGE),
  "xay nha may ngay": is(HOUSE),
  "xay nha bao nhieu tien": is(HOUSE),
  "khai sinh o dau": is(BIRTH),
};
const decide = (text: string, answers: Parameters<typeof contextOf>[0] = named, whole = nothingMatched) => {
  const ctx = contextOf(answers);
  return { decision: severalMatters(readOf(readDraft(text, ctx)), whole, ctx), asked: ctx.asked.length };
};

describe("several questions in one message", () => {
  it.each([
    "khai tử cần giấy tờ gì, đăng ký kết hôn ở đâu",
    "khai tử cần giấy tờ gì? Đăng ký kết hôn ở đâu?",
    "khai tử cần giấy tờ gì. Đăng ký kết hôn ở đâu",
  ])("“%s” are both answered, each with its own part", (text) => {
    expect(decide(text).decision).toEqual({
      kind: "several",
      items: [
        { code: DEATH, facets: ["documents"] },
        { code: MARRIAGE, facets: ["place"] },
      ],
    });
  });

  it("are told apart by words that open another question", () => {
    const joined = { ...named, "va dang ky ket hon o dau": is(MARRIAGE) };
    expect(decide("khai tử cần giấy tờ gì và đăng ký kết hôn ở đâu", joined).decision).toMatchObject({
      kind: "several",
    });
  });

  it("are asked back when they are three", () => {
    expect(decide("khai tử cần giấy tờ gì, đăng ký kết hôn ở đâu, xây nhà mấy ngày").decision).toEqual({
      kind: "choose",
      codes: [DEATH, MARRIAGE, HOUSE],
      facets: [],
    });
  });

  it("are asked back when one of them is only likely", () => {
    const likely = { ...named, "dang ky ket hon o dau": is(MARRIAGE, 0.59) };
    expect(decide("khai tử cần giấy tờ gì, đăng ký kết hôn ở đâu", likely).decision).toEqual({
      kind: "choose",
      codes: [DEATH, MARRIAGE],
      facets: [],
    });
  });

  it.each([
    ["one of them is unlikely", { ...named, "dang ky ket hon o dau": is(MARRIAGE, 0.34) }],
    ["one of them is no procedure", { ...named, "dang ky ket hon o dau": nothingMatched }],
    ["both are about the same", { ...named, "dang ky ket hon o dau": is(DEATH) }],
  ])("are one matter when %s", (_why, answers) => {
    expect(decide("khai tử cần giấy tờ gì, đăng ký kết hôn ở đâu", answers).decision).toBeUndefined();
  });

  it("are a story when they are more than four", () => {
    const five =
      "khai tử cần giấy tờ gì, đăng ký kết hôn ở đâu, xây nhà mấy ngày, khai sinh ở đâu, xây nhà bao nhiêu tiền";
    const { decision, asked } = decide(five);
    expect(decision).toBeUndefined();
    expect(asked).toBe(0);
  });

  it("are a story when the message has more than twelve stretches", () => {
    const told = (stretches: number) => {
      const before = Array.from({ length: stretches - 2 }, () => "trời ơi");
      const text = `${before.join(", ")}, khai tử cần giấy tờ gì, đăng ký kết hôn ở đâu`;
      const first = `${before.map(() => "troi oi").join(" ")} khai tu can giay to gi`;
      return decide(text, { ...named, [first]: is(DEATH) });
    };
    expect(told(12).decision).toMatchObject({ kind: "several" });
    expect(told(13)).toEqual({ decision: undefined, asked: 0 });
  });

  it("leave a question without a matter of its own to the one before", () => {
    const ctx = { ...named, "khai tu can giay to gi nop o dau": is(DEATH) };
    const { decision } = decide("khai tử cần giấy tờ gì, nộp ở đâu", ctx);
    expect(decision).toBeUndefined();
  });

  it("take a question with one word of its own for a part of the one before", () => {
    const joined = { ...named, "khai tu can giay to gi sua o dau": is(DEATH), "sua o dau": is(MARRIAGE) };
    expect(decide("khai tử cần giấy tờ gì, sửa ở đâu", joined).decision).toBeUndefined();
  });

  it("take what comes before a question into it", () => {
    const told = { ...named, "ba toi vua mat khai tu can giay to gi": is(DEATH, 0.7) };
    expect(decide("ba tôi vừa mất, khai tử cần giấy tờ gì, đăng ký kết hôn ở đâu", told).decision).toEqual({
      kind: "several",
      items: [
        { code: DEATH, facets: ["documents"] },
        { code: MARRIAGE, facets: ["place"] },
      ],
    });
  });
});

describe("two matters in one question", () => {
  const halves = { "khai tu": is(DEATH), "ket hon can giay to gi": is(MARRIAGE) };
  const text = "khai tử với kết hôn cần giấy tờ gì";

  it("are both answered with the part asked of both", () => {
    expect(decide(text, halves).decision).toEqual({
      kind: "several",
      items: [
        { code: DEATH, facets: ["documents"] },
        { code: MARRIAGE, facets: ["documents"] },
      ],
    });
  });

  it("are one when the whole is clearly one", () => {
    expect(decide(text, halves, is(BIRTH, 0.6)).decision).toBeUndefined();
    expect(decide(text, halves, is(BIRTH, 0.59)).decision).toBeDefined();
  });

  it("are one story when the message is long", () => {
    const story = `${text} mà nhà em ở xa quá không biết phải làm gì thêm`;
    const long = { "khai tu": is(DEATH) };
    expect(decide(story, long)).toEqual({ decision: undefined, asked: 0 });
  });
});

it("a message about one matter asks for nothing more", () => {
  expect(decide("khai tử cần giấy tờ gì")).toEqual({ decision: undefined, asked: 0 });
});
