import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createToneReader } from "../../../../bot/answer/decide/tone.ts";
import { evidenceNames } from "../../../../bot/answer/match/evidence.ts";
import { loadKnowledge } from "../../../../bot/catalogue/index.ts";
import { foldAccents, wordsOf } from "../../../../bot/text/index.ts";
import type { Example } from "../../../../scripts/training/examples.ts";
import { accuracy, fitConfidence, fitEvidence } from "../../../../scripts/training/fit.ts";
import { calledByName, namedAlone, practiceMessages } from "../../../../scripts/training/messages.ts";
import { seededRandom } from "../../../../scripts/training/random.ts";
import { learnTone, MATTER } from "../../../../scripts/training/tone.ts";

const { matters, open, others } = practiceMessages();
const texts = [...matters, ...open, ...others].map(({ text }) => text);
/** Letters and digits only, without marks. */
const keyOf = (text: string) =>
  foldAccents(text.toLowerCase())
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

describe("practice messages", () => {
  it("are none of the questions that measure", () => {
    const files = ["questions.written", "conversations.written"].map((name) =>
      readFileSync(new URL(`../../../evaluation/${name}.jsonl`, import.meta.url), "utf8"),
    );
    const asked = files
      .flatMap((file) => file.trim().split("\n"))
      .map((line) => JSON.parse(line) as { text?: string; turns?: { text: string }[] })
      .flatMap(({ text, turns }) => (turns ?? [{ text: text ?? "" }]).map((turn) => keyOf(turn.text)))
      .filter((key) => key.split(" ").length >= 4);
    const measured = new Set(asked);
    expect(measured.size).toBeGreaterThan(400);
    expect(texts.filter((text) => measured.has(keyOf(text)))).toEqual([]);
  });

  it("are about procedures that the catalogue holds, each once", () => {
    const { procedures } = loadKnowledge();
    const gone = [...matters, ...open].filter(
      ({ expect: codes }) => !codes.every((code) => procedures.has(code)),
    );
    expect(gone.map(({ id }) => id)).toEqual([]);
    expect(new Set(texts).size).toBe(texts.length);
    expect(matters.length).toBeGreaterThan(2000);
    for (const { expect: codes } of open) expect(codes.length).toBeGreaterThan(1);
  });

  it("hold nobody's number", () => {
    const numbers = texts.filter((text) => /(?<![\d.-])(?:0\d{9}|\d{9}|\d{12})(?![\d.-])/.test(text));
    expect(numbers).toEqual([]);
  });

  it("are joined by names, not word for word and with all their owners", () => {
    const knowledge = loadKnowledge();
    const called = calledByName(knowledge, seededRandom(1));
    expect(called.length).toBeGreaterThan(500);
    expect(called).toEqual(calledByName(knowledge, seededRandom(1)));
    for (const { text, expect: codes } of called) {
      const said = new Set(keyOf(text).split(" "));
      const names = codes.flatMap((code) => [
        knowledge.procedures.get(code)?.name ?? "",
        knowledge.guides.get(code)?.name.vi ?? "",
      ]);
      expect(
        names.some((name) =>
          keyOf(name)
            .split(" ")
            .some((word) => said.has(word)),
        ),
      ).toBe(true);
    }
  });

  it("are joined by some phrases said alone", () => {
    const knowledge = loadKnowledge();
    const named = namedAlone(knowledge);
    expect(named.length).toBeGreaterThan(100);
    for (const { text, expect: codes } of named.slice(0, 20)) {
      const phrases = knowledge.guides.get(codes[0] ?? "")?.phrases ?? [];
      expect(phrases.map(foldAccents)).toContain(foldAccents(text));
    }
  });
});

const evidence = (name: (typeof evidenceNames)[number], value = 1) =>
  evidenceNames.map((one) => (one === name ? value : 0));
const fit = { phrase: 0, name: 0, complete: 0, explains: 0, nameComplete: 0, exact: 0, bestUnit: 0 };
const example = (
  rightHas: (typeof evidenceNames)[number],
  wrongHas: (typeof evidenceNames)[number],
): Example => ({
  candidates: [
    { entry: 0, union: 0, fit, evidence: evidence(rightHas) },
    { entry: 1, union: 0, fit, evidence: evidence(wrongHas) },
  ],
  right: [0],
  single: true,
  times: 1,
});

describe("the weights", () => {
  const lessons = [...Array(20)].map(() => example("semantic", "marks"));
  const weights = fitEvidence(lessons);

  it("go to the evidence that right candidates have", () => {
    expect(weights[evidenceNames.indexOf("semantic")]).toBeGreaterThan(1);
    expect(weights[evidenceNames.indexOf("marks")]).toBe(0);
    expect(accuracy(lessons, weights)).toBe(1);
    expect(accuracy([example("marks", "semantic")], weights)).toBe(0);
  });

  it("listen more to what is asked more often", () => {
    const usual = { ...example("marks", "semantic"), times: 3 };
    const [often = 0, once = 0] = (["marks", "semantic"] as const).map(
      (name) => fitEvidence([usual, example("semantic", "marks")])[evidenceNames.indexOf(name)],
    );
    expect(often).toBeGreaterThan(once);
  });

  it("are the same each time", () => {
    expect(fitEvidence(lessons)).toEqual(weights);
  });

  it("of the confidence grow with how often the first was right", () => {
    const failing = lessons.map((one) => ({ ...one, right: [1] }));
    const [sure = 0] = fitConfidence(lessons, weights);
    const [unsure = 0] = fitConfidence(failing, weights);
    expect(sure).toBeGreaterThan(unsure);
  });

  it("call nothing right where the message left open what it means", () => {
    const left = lessons.map((one) => ({ ...one, single: false }));
    const [sure = 0] = fitConfidence(left, weights);
    expect(sure).toBeLessThan(0);
  });
});

describe("learning a tone", () => {
  const lesson = (text: string, is: string) => ({ words: wordsOf(text), is });
  const model = learnTone(
    [
      lesson("cảm ơn bạn nhiều", "smalltalk.thanks"),
      lesson("cảm ơn nha", "smalltalk.thanks"),
      lesson("trận banh tối nay mấy giờ", "refused.off-topic"),
      lesson("banh tối nay ai thắng", "refused.off-topic"),
      lesson("làm giấy khai sinh ở đâu", MATTER),
      lesson("xin giấy khai sinh cho bé", MATTER),
    ],
    seededRandom(3),
  );
  const tone = createToneReader(model);

  it("tells messages apart that it never saw", () => {
    expect(tone(wordsOf("cảm ơn anh"))).toMatchObject({ status: "smalltalk.thanks" });
    expect(tone(wordsOf("tối nay banh hay không"))).toMatchObject({ status: "refused.off-topic" });
    expect(tone(wordsOf("giấy khai sinh bị mất"))?.intent).toBeLessThan(0.5);
  });
});
