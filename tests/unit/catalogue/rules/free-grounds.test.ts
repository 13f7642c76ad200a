import { describe, expect, it } from "vitest";
import { freeGrounds } from "../../../../bot/catalogue/rules/free-grounds.ts";
import { findingsOf, type Sample } from "../../../support/sample-knowledge.ts";

function withFee(sample: Sample, fee: Sample["birthRecord"]["channels"][number]["fees"][number]): void {
  sample.birthRecord.channels = [{ kind: "counter", time: { kind: "not-published" }, fees: [fee] }];
}

describe("free-grounds", () => {
  it("accepts a promise that the record makes in words", () => {
    const findings = findingsOf(freeGrounds, (sample) => {
      withFee(sample, { kind: "free", ground: "Không thu lệ phí theo Luật Hộ tịch" });
      sample.birthGuide.ifLate = { vi: "Làm trễ cũng không mất tiền." };
    });
    expect(findings).toEqual([]);
  });

  it.each(["0", "Không", "Theo quy định"])("refuses a free fee whose ground is only “%s”", (ground) => {
    const findings = findingsOf(freeGrounds, (sample) => withFee(sample, { kind: "free", ground }));
    expect(findings).toMatchObject([{ file: "procedures/ho-tich.json", code: "1.000001", found: ground }]);
  });

  it.each(["Thủ tục này miễn phí.", "Bạn không phải đóng tiền.", "Làm đúng hạn không mất phí."])(
    "refuses “%s” when the fee is a bare zero",
    (text) => {
      const findings = findingsOf(freeGrounds, (sample) => {
        withFee(sample, { kind: "not-published" });
        sample.birthGuide.purpose.vi = text;
      });
      expect(findings).toMatchObject([{ code: "1.000001", field: "purpose" }]);
    },
  );

  it("reads the English side too", () => {
    const findings = findingsOf(freeGrounds, (sample) => {
      withFee(sample, { kind: "not-published" });
      sample.birthGuide.purpose.en = "It is free of charge.";
    });
    expect(findings).toMatchObject([{ found: "“free of charge”" }]);
  });

  it("refuses wording that promises without quoting the ground", () => {
    const change = (vi: string) => (sample: Sample) => {
      sample.wording["fee.free"] = { vi, en: "No charge: {ground}" };
    };
    expect(findingsOf(freeGrounds, change("Không thu tiền: “{ground}”."))).toEqual([]);
    expect(findingsOf(freeGrounds, change("Không thu tiền."))).toMatchObject([{ code: "fee.free" }]);
  });
});
