import { describe, expect, it } from "vitest";
import { formerDistricts } from "../../../../bot/catalogue/rules/former-districts.ts";
import { findingsOf } from "../../../support/sample-knowledge.ts";

describe("former-districts", () => {
  it("accepts today's offices, and texts that say they speak of the past", () => {
    const findings = findingsOf(formerDistricts, (sample) => {
      sample.birthGuide.ifRefused = { vi: "Cấp huyện nay không còn, bạn đến xã." };
      sample.birthGuide.who = { vi: "Hồ sơ của UBND huyện cũ vẫn dùng được." };
      sample.birthGuide.purpose = {
        vi: "Để có chuyện thì xã tìm được bạn.",
        en: "So that the commune finds you.",
      };
    });
    expect(findings).toEqual([]);
  });

  it.each([
    "Nộp tại UBND cấp huyện.",
    "Đến công an huyện mà báo.",
    "Ra Ủy ban nhân dân quận/huyện.",
    "Phòng Tư pháp huyện ký.",
  ])("refuses “%s” in a guide", (text) => {
    const findings = findingsOf(formerDistricts, (sample) => {
      sample.birthGuide.who = { vi: text };
    });
    expect(findings).toMatchObject([{ file: "guides/ho-tich.json", code: "1.000001", field: "who" }]);
  });

  it("refuses a district authority in a record unless the record has ended", () => {
    const authorities = ["Bảo hiểm xã hội cấp huyện"];
    expect(
      findingsOf(formerDistricts, (sample) => {
        sample.birthRecord.authorities = authorities;
      }),
    ).toMatchObject([{ code: "1.000001", field: "authorities" }]);
    expect(
      findingsOf(formerDistricts, (sample) => {
        sample.birthRecord.authorities = authorities;
        sample.birthRecord.effectiveTo = "2025-06-30";
      }),
    ).toEqual([]);
  });

  it("reads name and place of a record too", () => {
    const findings = findingsOf(formerDistricts, (sample) => {
      sample.birthRecord.name = "Trình báo mất hộ chiếu (thực hiện tại cấp huyện)";
      sample.birthRecord.place = "Công an huyện";
    });
    expect(findings.map(({ field }) => field)).toEqual(["name", "place"]);
  });
});
