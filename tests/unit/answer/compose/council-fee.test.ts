import { describe, expect, it } from "vitest";
import { feeSection, feeSummary } from "../../../../bot/answer/compose/fee.ts";
import type { Subject } from "../../../../bot/answer/compose/subject.ts";
import type { CouncilFee, Fee, Procedure } from "../../../../bot/domain/index.ts";
import { councilFee } from "../../../support/sample-knowledge.ts";
import { amount, channel, recordSubject } from "../../../support/sample-subject.ts";

const time = { kind: "not-published" } as const;
const council: Fee = { kind: "provincial-council", note: "Miễn cho hộ nghèo." };
const province = "Tỉnh Tây Ninh";
const subject = (fees: readonly Fee[], entry: Subject["council"], facts: Partial<Procedure> = {}) =>
  recordSubject(
    { channels: [channel("counter", time, fees), channel("online", time, fees)], ...facts },
    entry && { council: entry },
  );
const linesOf = (...args: Parameters<typeof subject>) => feeSection(subject(...args)).lines;

describe("a fee that the provincial council decides", () => {
  it("says who decides and whom to ask while nobody has entered the amount", () => {
    expect(linesOf([council], { province })).toEqual([
      "fee.line | channel.counter, channel.online | fee.provincial-council | Miễn cho hộ nghèo",
      "fee.council.unknown | tỉnh Tây Ninh",
    ]);
    expect(linesOf([amount(50000, "Do HĐND tỉnh quyết định")], { province }).slice(1)).toEqual([
      "fee.council | tỉnh Tây Ninh",
      "fee.council.unknown | tỉnh Tây Ninh",
    ]);
  });

  it("gives the amount with its unit, what the record says of exemptions, and the resolution", () => {
    const channels: CouncilFee["channels"] = {
      ...councilFee.channels,
      online: [{ kind: "free", ground: "Không thu" }],
    };
    expect(linesOf([council], { province, fee: { ...councilFee, channels } })).toEqual([
      "channel.counter:",
      "• fee.per | currency.VND | 8.000 | trường hợp",
      "• fee.note | Miễn cho hộ nghèo fee.ask",
      "channel.online:",
      "• fee.council.free | Không thu",
      "• fee.note | Miễn cho hộ nghèo fee.ask",
      "fee.council.by | tỉnh Tây Ninh | 99/2026/NQ-HĐND | Mức thu lệ phí hộ tịch | https://tayninh.gov.vn/nq-99 | 20/11/2026",
    ]);
  });

  it("still says where to ask for a way of filing that was not entered", () => {
    const lines = linesOf([council], { province, fee: councilFee });
    expect(lines).toContain("fee.council.rest");
    expect(lines.join()).not.toContain("fee.council.unknown");
    expect(lines).toContain("fee.line | channel.online | fee.provincial-council | Miễn cho hộ nghèo");
  });

  it("takes the place of an amount that the record leaves to the council, and of no other", () => {
    const left = [amount(50000, "Do HĐND tỉnh quyết định"), amount(3000, "Bản sao")];
    const lines = linesOf(left, { province, fee: councilFee });
    expect(lines.slice(1, 3)).toEqual([
      "• fee.per | currency.VND | 8.000 | trường hợp",
      "• fee.label | currency.VND | 3.000 | Bản sao",
    ]);
  });

  it("names the law that leaves it to the council when the record has no words of its own", () => {
    const legalBases = [
      { number: "85/2019/TT-BTC", title: "Phí, lệ phí thuộc thẩm quyền quyết định của Hội đồng nhân dân" },
    ];
    expect(linesOf([{ kind: "not-published" }], { province }, { legalBases }).slice(1)).toEqual([
      "fee.council.law | 85/2019/TT-BTC",
      "fee.council.unknown | tỉnh Tây Ninh",
    ]);
    expect(linesOf([amount(8000)], { province }, { legalBases })).toHaveLength(1);
  });

  it("names a resolution of the province that stands among the record's laws", () => {
    const legalBases = [{ number: "12/2026/NQ-HĐND", title: "Nghị quyết của HĐND tỉnh Tây Ninh" }];
    expect(linesOf([council], { province }, { legalBases })).toContain(
      "fee.council.named | tỉnh Tây Ninh | 12/2026/NQ-HĐND",
    );
  });

  it("sends a card's reader to the whole once it was entered", () => {
    expect(feeSummary(subject([{ kind: "not-published" }], { province, fee: councilFee }))).toBe(
      "card.see-fee",
    );
    expect(feeSummary(subject([{ kind: "not-published" }], { province }))).toBe("not-published");
  });
});
