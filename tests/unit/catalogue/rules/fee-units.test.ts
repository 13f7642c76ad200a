import { describe, expect, it } from "vitest";
import { feeUnits } from "../../../../bot/catalogue/rules/fee-units.ts";
import { findingsOf, type Sample } from "../../../support/sample-knowledge.ts";

type Fees = Sample["birthRecord"]["channels"][number]["fees"];

function withFees(fees: Fees) {
  return (sample: Sample) => {
    sample.birthRecord.channels = [{ kind: "counter", time: { kind: "not-published" }, fees }];
  };
}

describe("fee-units", () => {
  it.each<[string, Fees]>([
    ["đồng", [{ kind: "amount", amount: 8000, currency: "VND" }]],
    ["dollars", [{ kind: "amount", amount: 5, currency: "USD" }]],
    [
      "several, each with its label but one",
      [
        { kind: "amount", amount: 5000, currency: "VND", label: "Qua mạng" },
        { kind: "amount", amount: 7000, currency: "VND" },
      ],
    ],
  ])("accepts %s", (_name, fees) => {
    expect(findingsOf(feeUnits, withFees(fees))).toEqual([]);
  });

  it.each<[string, Fees, string]>([
    ["five đồng", [{ kind: "amount", amount: 5, currency: "VND" }], "5 VND"],
    ["twenty thousand dollars", [{ kind: "amount", amount: 20000, currency: "USD" }], "20000 USD"],
    ["half a đồng", [{ kind: "amount", amount: 8000.5, currency: "VND" }], "8000.5 VND"],
    [
      "two amounts that nothing tells apart",
      [
        { kind: "amount", amount: 5000, currency: "VND" },
        { kind: "amount", amount: 7000, currency: "VND" },
      ],
      "5000, 7000",
    ],
  ])("reports %s", (_name, fees, found) => {
    expect(findingsOf(feeUnits, withFees(fees))).toMatchObject([{ code: "1.000001", found }]);
  });
});
