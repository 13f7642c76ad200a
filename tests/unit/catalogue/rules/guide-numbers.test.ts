import { describe, expect, it } from "vitest";
import { guideNumbers } from "../../../../bot/catalogue/rules/guide-numbers.ts";
import { findingsOf } from "../../../support/sample-knowledge.ts";

describe("guide-numbers", () => {
  it.each([
    ["a fee of the record, as people write it", "Lệ phí là 8.000 đồng."],
    ["a form's number without its zero", "Điền mẫu số 1."],
    ["a deadline from the parts not kept", "Làm trong 60 ngày."],
    ["the procedure's own code and the year of a law it rests on", "Tìm mã 1.000001. Luật mới từ 2014."],
    ["names of school years and the date of the reform", "Học hết lớp 9. Từ 1/7/2025 không còn huyện."],
  ])("accepts %s", (_name, text) => {
    const findings = findingsOf(guideNumbers, (sample) => {
      sample.birthGuide.ifLate = { vi: text };
    });
    expect(findings).toEqual([]);
  });

  it.each([
    ["Lệ phí là 80.000 đồng.", "80000"],
    ["Làm trong 15 ngày.", "15"],
    ["Gọi số 1900.", "1900"],
  ])("refuses “%s”", (text, number) => {
    const findings = findingsOf(guideNumbers, (sample) => {
      sample.birthGuide.ifLate = { vi: text };
    });
    expect(findings).toMatchObject([{ code: "1.000001", field: "ifLate", found: `${number} in “${text}”` }]);
  });

  it.each([
    ["the key of a paper, G15-KQ02", "Làm trong 15 ngày."],
    ["the portal's id", "Nộp 4000 đồng."],
    ["the number of a law, 60/2014/QH13", "Đóng 13 đồng."],
    ["the number of a decision, 1872/QĐ-BTP", "Đóng 1872 đồng."],
  ])("does not take digits for facts: %s", (_name, text) => {
    const findings = findingsOf(guideNumbers, (sample) => {
      sample.birthGuide.ifLate = { vi: text };
    });
    expect(findings).toMatchObject([{ field: "ifLate" }]);
  });

  it("reads the English side, and leaves what people call it alone", () => {
    const findings = findingsOf(guideNumbers, (sample) => {
      sample.birthGuide.phrases[0] = "khai sinh 2026";
      sample.birthGuide.purpose.en = "Within 99 days.";
    });
    expect(findings).toMatchObject([{ field: "purpose" }]);
  });
});
