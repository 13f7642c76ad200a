import { describe, expect, it } from "vitest";
import { personalData } from "../../../../bot/catalogue/rules/personal-data.ts";
import { findingsOf } from "../../../support/sample-knowledge.ts";

describe("personal-data", () => {
  it("accepts codes, sums and decision numbers, and office phones in places", () => {
    const findings = findingsOf(personalData, (sample) => {
      sample.birthGuide.who = { vi: "Mã thủ tục 1.001193, Nghị định 120/2025/NĐ-CP." };
      sample.places.hotline = {
        kind: "known",
        value: "0272.3893.900",
        source: "UBND",
        checkedOn: "2026-11-01",
      };
    });
    expect(findings).toEqual([]);
  });

  it.each([
    ["a phone", "Gọi chị Lan 0912 345 678."],
    ["an identity number", "Ví dụ 079123456789."],
    ["an e-mail address", "Gửi về lan@thu.example nhé."],
  ])("refuses %s in a guide without repeating it", (_name, text) => {
    const findings = findingsOf(personalData, (sample) => {
      sample.birthGuide.who = { vi: text };
    });
    expect(findings).toMatchObject([{ code: "1.000001", field: "who" }]);
    expect(findings[0]?.found).not.toMatch(/\d{6}|345 678|@/);
  });

  it("reads records and phrases too", () => {
    const findings = findingsOf(personalData, (sample) => {
      sample.birthRecord.place = "Ông Ba, 0912345678";
      sample.topic.phrases.push("số 079123456789");
    });
    expect(findings.map(({ file, field }) => `${file} ${field}`)).toEqual([
      "procedures/ho-tich.json place",
      "topics/all.json phrases",
    ]);
  });
});
