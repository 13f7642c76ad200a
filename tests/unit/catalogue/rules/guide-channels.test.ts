import { describe, expect, it } from "vitest";
import { guideChannels } from "../../../../bot/catalogue/rules/guide-channels.ts";
import { findingsOf } from "../../../support/sample-knowledge.ts";

describe("guide-channels", () => {
  it("accepts steps for ways the record offers, and any when it names none", () => {
    expect(findingsOf(guideChannels)).toEqual([]);
    expect(
      findingsOf(guideChannels, (sample) => {
        sample.birthRecord.channels = [];
      }),
    ).toEqual([]);
  });

  it("reports steps by post when the record takes no post", () => {
    const findings = findingsOf(guideChannels, (sample) => {
      sample.birthGuide.steps = { postal: [{ vi: "Gửi bưu điện." }] };
    });
    expect(findings).toMatchObject([
      { code: "1.000001", field: "steps.postal", expected: "only counter, online" },
    ]);
  });
});
