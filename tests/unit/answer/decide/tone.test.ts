import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  createToneReader,
  packTone,
  type ToneModel,
  toneFeatures,
  unpackTone,
} from "../../../../bot/answer/decide/tone.ts";
import { wordsOf } from "../../../../bot/text/index.ts";

/** Thanks pull one way, a goal the other; "giay" is a matter's word. */
const model: ToneModel = {
  classes: ["matter", "smalltalk.thanks", "refused.off-topic"],
  features: new Map([
    ["on", 0],
    ["banh", 1],
    ["giay", 2],
    ["#1", 3],
    ["#0", 4],
  ]),
  weights: Float32Array.from([-2, 4, 0, -2, 0, 4, 4, -2, -2, 0, 0, 0, 0, 0, 0]),
  scale: 1,
  bias: [0, 0, 0],
};
const tone = (text: string, of = model) => createToneReader(of)(wordsOf(text));

describe("what the tone is read from", () => {
  it("is words without marks, their pairs, both ends and the length", () => {
    expect(toneFeatures(wordsOf("Cảm ơn nha"))).toEqual([
      "cam",
      "^ cam",
      "on",
      "cam on",
      "nha",
      "on nha",
      "nha $",
      "#1",
    ]);
  });

  it("is the same with and without marks, and grows no faster than the message", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("cảm", "ơn", "giấy", "bánh"), { maxLength: 60 }), (words) => {
        const features = toneFeatures(wordsOf(words.join(" ")));
        expect(features.length).toBeLessThanOrEqual(2 * words.length + 2);
        expect(new Set(features).size).toBe(features.length);
      }),
    );
  });
});

describe("the tone of a message", () => {
  it.each([
    ["cảm ơn nha", "smalltalk.thanks"],
    ["cam on", "smalltalk.thanks"],
    ["đá banh", "refused.off-topic"],
  ])("“%s” sounds like %s", (text, status) => {
    expect(tone(text)).toMatchObject({ status });
    expect(tone(text)?.intent).toBeGreaterThan(0.8);
    expect(tone(text)?.sure).toBeGreaterThan(0.8);
  });

  it("sounds like a matter where a matter's words stand", () => {
    expect(tone("giấy khai sinh")?.intent).toBeLessThan(0.2);
  });

  it("is none when no word is known", () => {
    expect(tone("zzz qqq")).toBeUndefined();
    expect(tone("")).toBeUndefined();
  });

  it("is told by chances between 0 and 1, whatever is said", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("ơn", "banh", "giấy", "x"), { maxLength: 30 }), (words) => {
        const heard = tone(words.join(" "));
        if (!heard) return;
        for (const chance of [heard.intent, heard.sure]) {
          expect(chance).toBeGreaterThanOrEqual(0);
          expect(chance).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it("is nearly the same after packing", () => {
    const kept = unpackTone(JSON.parse(JSON.stringify(packTone(model))));
    for (const text of ["cảm ơn nha", "đá banh", "giấy khai sinh"])
      expect(tone(text, kept)?.intent).toBeCloseTo(tone(text)?.intent ?? -1, 2);
  });
});
