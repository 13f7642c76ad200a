import { describe, expect, it } from "vitest";
import {
  awaitsCouncil,
  councilFeeOf,
  isOpenToCouncil,
  lawForCouncil,
  resolutionNamed,
} from "../../../bot/places/index.ts";
import { birthRecord, councilFee } from "../../support/sample-knowledge.ts";

const law = {
  number: "85/2019/TT-BTC",
  title: "Thông tư Hướng dẫn về phí và lệ phí thuộc thẩm quyền quyết định của Hội đồng nhân dân tỉnh",
};
const withFee = (fee: Parameters<typeof isOpenToCouncil>[0], legalBases = birthRecord.legalBases) => ({
  channels: [{ kind: "counter" as const, time: { kind: "not-published" as const }, fees: [fee] }],
  legalBases,
});

describe("councilFeeOf", () => {
  const fees = [{ ...councilFee, effectiveTo: "2026-12-31" }];

  it.each([
    ["the first day", "2026-08-01", "Tỉnh Tây Ninh", true],
    ["the last day", "2026-12-31", "Tỉnh Tây Ninh", true],
    ["the day before", "2026-07-31", "Tỉnh Tây Ninh", false],
    ["the day after", "2027-01-01", "Tỉnh Tây Ninh", false],
    ["another province", "2026-09-01", "Tỉnh Đồng Tháp", false],
  ])("on %s", (_what, today, province, holds) => {
    expect(councilFeeOf("1.000001", fees, province, today) !== undefined).toBe(holds);
    expect(councilFeeOf("1.000002", fees, province, today)).toBeUndefined();
  });
});

describe("what waits for the council", () => {
  it("is a fee whose words say so, with or without an amount", () => {
    expect(awaitsCouncil(withFee({ kind: "provincial-council", note: "Theo quy định" }))).toBe(true);
    const amount = { kind: "amount", amount: 50000, currency: "VND" } as const;
    expect(awaitsCouncil(withFee({ ...amount, label: "Do HĐND tỉnh quyết định" }))).toBe(true);
    expect(awaitsCouncil(withFee(amount, [law]))).toBe(false);
  });

  it("is an unpublished fee when a law of the record leaves fees to the council", () => {
    expect(awaitsCouncil(withFee({ kind: "not-published" }, [law]))).toBe(true);
    expect(awaitsCouncil(withFee({ kind: "not-published" }))).toBe(false);
    expect(lawForCouncil({ legalBases: [...birthRecord.legalBases, law] })).toBe("85/2019/TT-BTC");
  });

  it("is never a fee that the record gives itself", () => {
    expect(isOpenToCouncil({ kind: "amount", amount: 8000, currency: "VND" })).toBe(false);
    expect(isOpenToCouncil({ kind: "free", ground: "Không thu" })).toBe(false);
    expect(isOpenToCouncil({ kind: "not-published" })).toBe(true);
  });
});

describe("resolutionNamed", () => {
  const named = (title: string) =>
    resolutionNamed({ ...birthRecord, legalBases: [{ number: "96/2023/NQ-HĐND", title }] }, "Tỉnh Tây Ninh");

  it("is only one of our own province", () => {
    expect(named("Nghị quyết của HĐND tỉnh Tây Ninh")).toBe("96/2023/NQ-HĐND");
    expect(named("Nghị quyết của HĐND tỉnh Ninh Bình")).toBeUndefined();
  });
});
