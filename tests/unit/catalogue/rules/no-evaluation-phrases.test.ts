import { describe, expect, it } from "vitest";
import { noEvaluationPhrases } from "../../../../bot/catalogue/rules/no-evaluation-phrases.ts";
import { findingsOf, type Sample } from "../../../support/sample-knowledge.ts";

const questions = [
  { id: "q1", text: "Vợ em mới sanh bé gái, giờ làm giấy cho bé sao?" },
  { id: "q2", text: "giấy chứng nhận kết hôn" },
  { id: "q3", text: "khai sanh" },
];

function withPhrase(phrase: string) {
  return (sample: Sample) => {
    sample.birthGuide.phrases.push(phrase);
  };
}

describe("no-evaluation-phrases", () => {
  it("accepts phrases of one's own", () => {
    expect(
      findingsOf(noEvaluationPhrases, withPhrase("vợ mới sanh con gái đầu lòng"), { questions }),
    ).toEqual([]);
  });

  it.each([
    "vo em moi sanh be gai gio lam giay cho be sao",
    "Vợ em mới sanh bé trai, giờ làm giấy cho bé sao",
    "vợ em mới sinh bé gái giờ làm giấy cho bé sao ạ",
  ])("refuses “%s”", (phrase) => {
    expect(findingsOf(noEvaluationPhrases, withPhrase(phrase), { questions })).toMatchObject([
      {
        file: "guides/ho-tich.json",
        code: "1.000001",
        field: "phrases",
        found: expect.stringContaining("q1"),
      },
    ]);
  });

  it("lets a guide use its own record's official words, and nobody else's", () => {
    const change = (sample: Sample) => {
      sample.marriageGuide.phrases.push("giấy chứng nhận kết hôn");
    };
    expect(findingsOf(noEvaluationPhrases, change, { questions })).toEqual([]);
    expect(
      findingsOf(noEvaluationPhrases, withPhrase("giấy chứng nhận kết hôn"), { questions }),
    ).toHaveLength(1);
  });

  it("leaves names of fewer than four words alone", () => {
    expect(findingsOf(noEvaluationPhrases, withPhrase("khai sanh"), { questions })).toEqual([]);
  });

  it("reads case words and examples of intents too", () => {
    const text = questions[0]?.text ?? "";
    const findings = findingsOf(
      noEvaluationPhrases,
      (sample) => {
        sample.vocabulary.intents = [{ status: "smalltalk.greeting", examples: [text] }];
        for (const option of sample.birthGuide.cases?.[0]?.options ?? []) option.words = [text];
      },
      { questions },
    );
    expect(findings.map(({ file, field }) => `${file} ${field}`)).toEqual([
      "vocabulary/intents.json examples",
      "guides/ho-tich.json cases.chung-sinh.co.words",
      "guides/ho-tich.json cases.chung-sinh.cuoi.words",
    ]);
  });
});
