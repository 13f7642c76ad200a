import { describe, expect, it } from "vitest";
import { phraseOwners } from "../../../../bot/catalogue/rules/phrase-owners.ts";
import { findingsOf } from "../../../support/sample-knowledge.ts";

describe("phrase-owners", () => {
  it("accepts phrases with one owner each", () => {
    expect(findingsOf(phraseOwners)).toEqual([]);
  });

  it("reports one phrase of two procedures, even when accents and capitals differ", () => {
    const findings = findingsOf(phraseOwners, (sample) => {
      sample.marriageGuide.phrases[0] = "Lam KHAI SINH cho con";
    });
    expect(findings).toEqual([
      {
        file: "guides/ho-tich.json",
        code: "1.000002",
        field: "phrases",
        found: "“Lam KHAI SINH cho con”, also “làm khai sinh cho con” of procedure 1.000001",
        expected: "one owner, or a topic",
      },
    ]);
  });

  it("reports a phrase that comes twice in one guide", () => {
    const findings = findingsOf(phraseOwners, (sample) => {
      sample.marriageGuide.phrases = ["hôn thú", "hon thu"];
    });
    expect(findings).toMatchObject([
      { expected: "each phrase once (accents and capitals do not tell them apart)" },
    ]);
  });

  it("reports a situation that two procedures tell alike", () => {
    const told = "bé mới sanh được hai tuần, cần tờ khai sinh";
    const findings = findingsOf(phraseOwners, (sample) => {
      sample.birthGuide.situations = [told];
      sample.marriageGuide.situations = [told];
    });
    expect(findings).toMatchObject([{ code: "1.000002", field: "situations" }]);
  });

  it("reports a topic or life event that takes a procedure's phrase", () => {
    const findings = findingsOf(phraseOwners, (sample) => {
      sample.topic.phrases.push("hôn thú");
      sample.event.phrases.push("kết hôn");
    });
    expect(findings.map(({ file }) => file)).toEqual(["topics/all.json", "life-events/all.json"]);
  });
});
