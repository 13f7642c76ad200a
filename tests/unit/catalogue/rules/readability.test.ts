import { describe, expect, it } from "vitest";
import { readability } from "../../../../bot/catalogue/rules/readability.ts";
import { findingsOf, type Sample } from "../../../support/sample-knowledge.ts";

const words = (count: number) => Array.from({ length: count }, () => "chữ").join(" ");

function withText(vi: string) {
  return (sample: Sample) => {
    sample.birthGuide.who = { vi };
  };
}

describe("readability", () => {
  it.each([
    ["twenty words", `${words(20)}.`],
    ["two sentences of twenty", `${words(20)}. ${words(20)}.`],
    ["twenty words and a quoted official name", `${words(19)} “${words(30)}”.`],
    ["marks that are no words", `${words(19)} – ${words(1)}.`],
  ])("accepts %s", (_name, text) => {
    expect(findingsOf(readability, withText(text))).toEqual([]);
  });

  it("leaves official names that are only translated as they are", () => {
    const name = words(25);
    const findings = findingsOf(readability, (sample) => {
      sample.wording[`term.${name}`] = { vi: name, en: "Letters" };
    });
    expect(findings).toEqual([]);
  });

  it("reports a sentence of twenty-one words", () => {
    expect(findingsOf(readability, withText(`Ngắn thôi. ${words(21)}.`))).toEqual([
      {
        file: "guides/ho-tich.json",
        code: "1.000001",
        field: "who",
        found: words(21),
        expected: "sentences of at most 20 words",
      },
    ]);
  });

  it.each([
    "Nộp theo quy định của pháp luật hiện hành.",
    "Đem các giấy nêu trên.",
    "Bạn tiến hành thực hiện kê khai.",
  ])("reports the office's words in “%s”", (text) => {
    expect(findingsOf(readability, withText(text))).toMatchObject([
      { field: "who", expected: "plain words" },
    ]);
  });

  it("reads replies, topics and life events too", () => {
    const long = `${words(21)}.`;
    const findings = findingsOf(readability, (sample) => {
      sample.topic.question.vi = long;
      sample.event.intro.vi = long;
      sample.wording.failed = { vi: long, en: "Sorry." };
    });
    expect(findings.map(({ file }) => file)).toEqual([
      "topics/all.json",
      "life-events/all.json",
      "replies/all.json",
    ]);
  });
});
