import { describe, expect, it } from "vitest";
import { backgroundOf } from "../../../../bot/answer/understand/background.ts";
import { wordsOf } from "../../../../bot/text/index.ts";

/** Sentences as words with their beginnings. */
function read(...sentences: readonly string[]) {
  const starts: number[] = [];
  const words = sentences.flatMap((sentence, at) => {
    if (at > 0) starts.push(wordsOf(sentences.slice(0, at).join(" "), 500).length);
    return [...wordsOf(sentence, 500)];
  });
  return { words, starts };
}

const told =
  "hồi trước nhà ở dưới kinh xa lộ lớn đường đi khó mùa mưa nước ngập tới gối con nít đi học phải lội";
const point = "nay tôi muốn dời nhà lên gần chợ";

describe("the background of a story", () => {
  it("is every sentence in which nobody wants anything", () => {
    const { words, starts } = read(told, point);
    const length = wordsOf(told, 500).length;
    expect([...backgroundOf(words, starts)]).toEqual([...Array(length).keys()]);
  });

  it("is none in a short message, nor where no point is found", () => {
    const short = read("nhà ở xa", "tôi muốn dời nhà");
    expect(backgroundOf(short.words, short.starts).size).toBe(0);
    const pointless = read(told, told);
    expect(backgroundOf(pointless.words, pointless.starts).size).toBe(0);
  });

  it("does not take the officer or the card for a need", () => {
    const { words, starts } = read(told.replace("nhà", "can bo"), point);
    expect(backgroundOf(words, starts).size).toBeGreaterThan(0);
    expect(backgroundOf(words, starts).has(0)).toBe(true);
  });
});
