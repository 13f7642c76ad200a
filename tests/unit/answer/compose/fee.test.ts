import { describe, expect, it } from "vitest";
import { feeSection, feeSummary } from "../../../../bot/answer/compose/fee.ts";
import type { Channel, Fee } from "../../../../bot/domain/index.ts";
import { amount, channel, echo, recordSubject } from "../../../support/sample-subject.ts";

const unknownTime = { kind: "not-published" } as const;
const linesOf = (...channels: readonly Channel[]) => feeSection(recordSubject({ channels })).lines;
const counter = (...fees: readonly Fee[]) => channel("counter", unknownTime, fees);

describe("feeSection", () => {
  it("puts channels with the same fees on one line", () => {
    const same = [amount(8000, "Lệ phí")];
    expect(linesOf(channel("online", unknownTime, same), counter(...same), channel("postal"))).toEqual([
      "fee.line | channel.counter, channel.online | fee.label | currency.VND | 8.000 | Lệ phí",
      "fee.line | channel.postal | fee.not-published",
    ]);
  });

  it("takes fees for the same when only capitals and brackets differ", () => {
    const [one, two] = [amount(5000, "Theo Thông tư"), amount(5000, "(theo Thông tư)")];
    expect(linesOf(counter(one), channel("online", unknownTime, [two]))).toHaveLength(1);
  });

  it("lists several fees of a channel under it", () => {
    expect(linesOf(counter(amount(75000, "Cấp lại"), amount(215000, "Khác")))).toEqual([
      "channel.counter:",
      "• fee.label | currency.VND | 75.000 | Cấp lại",
      "• fee.label | currency.VND | 215.000 | Khác",
    ]);
  });

  it("gives amounts for the same thing in one row", () => {
    expect(linesOf(counter(amount(500000, "Thông tư 10"), amount(5000000, "Thông tư 10")))).toEqual([
      "fee.line | channel.counter | fee.label | currency.VND | 500.000; currency.VND | 5.000.000 | Thông tư 10",
    ]);
  });

  it("does not say an amount twice that its own words begin with", () => {
    const say = (key: string, values: object = {}) =>
      key === "currency.VND" ? `${Reflect.get(values, "amount")} đồng` : echo()(key, { ...values });
    const own = counter(amount(2000, "Mức thu lệ phí: 2.000đ/bản"));
    const other = counter(amount(2000, "Từ 12.000 đồng trở lên"));
    expect(feeSection(recordSubject({ channels: [own] }, { say })).lines[0]).toContain(
      "| Mức thu lệ phí: 2.000đ/bản",
    );
    expect(feeSection(recordSubject({ channels: [own] }, { say })).lines[0]).not.toContain("2.000 đồng");
    expect(feeSection(recordSubject({ channels: [other] }, { say })).lines[0]).toContain("2.000 đồng | Từ");
    const channels = [counter(amount(2000, "2.000 đồng/trang"))];
    expect(feeSection(recordSubject({ channels }, { say })).lines).toEqual([
      "fee.line | channel.counter | 2.000 đồng/trang",
    ]);
  });

  it("puts what an amount is for right behind it", () => {
    expect(linesOf(counter(amount(10000, "/trường hợp")))).toEqual([
      "fee.line | channel.counter | currency.VND | 10.000/trường hợp",
    ]);
  });

  it("does not run unlabelled amounts together", () => {
    expect(linesOf(counter(amount(1000), amount(2000)))).toHaveLength(3);
  });

  it("shows six rows of a long table and says how many there are more", () => {
    const lines = linesOf(
      counter(...Array.from({ length: 9 }, (_, at) => amount(1000 * (at + 1), `Loại ${at}`))),
    );
    expect(lines).toHaveLength(8);
    expect(lines.at(-1)).toMatch(/^fee\.more \| 3 \| https:/);
  });

  it.each<[Fee, string]>([
    [{ kind: "free", ground: "Không thu lệ phí." }, "fee.free | Không thu lệ phí"],
    [{ kind: "provincial-council", note: "Theo nghị quyết." }, "fee.provincial-council | Theo nghị quyết"],
    [{ kind: "note", note: "20.000 đồng/lần" }, "fee.note | 20.000 đồng/lần"],
    [{ kind: "note", note: "Miễn lệ phí" }, "fee.note | Miễn lệ phí"],
    [{ kind: "not-published" }, "fee.not-published"],
    [{ kind: "amount", amount: 5, currency: "USD" }, "currency.USD | 5"],
  ])("says %o", (fee, words) => {
    expect(linesOf(counter(fee))).toEqual([`fee.line | channel.counter | ${words}`]);
  });

  it.each(["Không", "hồ sơ", "Theo quy định của Bộ Tài chính", "Thông tư số 60/2023/TT-BTC"])(
    "adds whom to ask when “%s” tells no amount",
    (note) => {
      expect(linesOf(counter({ kind: "note", note }))).toEqual([
        `fee.line | channel.counter | fee.note | ${note} fee.ask`,
      ]);
    },
  );

  it("never takes a missing fee for none", () => {
    expect(linesOf(counter())).toEqual(["fee.line | channel.counter | fee.not-published"]);
    expect(linesOf()).toEqual(["fee.line | channel.counter | fee.not-published"]);
  });
});

describe("feeSummary", () => {
  it.each<[string, readonly Fee[], string]>([
    ["the one amount", [amount(8000)], "currency.VND | 8.000"],
    ["where to look, for one amount with conditions", [amount(8000, "Cấp lại")], "card.see-fee"],
    ["where to look, for several", [amount(8000), amount(9000)], "card.see-fee"],
    ["where to look, for words", [{ kind: "note", note: "Không" }], "card.see-fee"],
    ["that nothing is published", [{ kind: "not-published" }], "not-published"],
    ["that nothing is published, without rows", [], "not-published"],
  ])("gives %s", (_what, fees, expected) => {
    expect(feeSummary(recordSubject({ channels: [counter(...fees)] }))).toBe(expected);
  });

  it("gives no amount that only one channel charges", () => {
    const channels = [counter(amount(8000)), channel("online", unknownTime, [amount(4000)])];
    expect(feeSummary(recordSubject({ channels }))).toBe("card.see-fee");
  });
});
