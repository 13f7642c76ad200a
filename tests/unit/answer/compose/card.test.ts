import { describe, expect, it } from "vitest";
import { cardSection } from "../../../../bot/answer/compose/card.ts";
import { amount, channel, recordSubject, sampleSubject } from "../../../support/sample-subject.ts";

describe("cardSection", () => {
  it("gives the purpose, the official name and the figures at a glance", () => {
    const time = { kind: "duration", quantity: 3, unit: "working-day" } as const;
    const { procedure } = recordSubject({ channels: [channel("counter", time, [amount(8000)])] });
    expect(cardSection(sampleSubject({ procedure }))).toEqual({
      title: "Làm giấy khai sinh",
      lines: [
        "Để con có giấy khai sinh.",
        "card.official | Thủ tục đăng ký khai sinh",
        "card.level | level.commune",
        "card.time | 3 unit.working-day",
        "card.fee | currency.VND | 8.000",
        "card.online | online-level.full",
        "card.ask",
      ],
    });
  });

  it("does not repeat the official name under itself", () => {
    const { title, lines } = cardSection(recordSubject({}));
    expect(title).toBe("Đăng ký khai sinh");
    expect(lines.join()).not.toContain("card.official");
  });

  it("takes stray full stops off the official name", () => {
    const { procedure } = recordSubject({ name: ". Thủ tục cấp giấy phép.." });
    expect(cardSection(sampleSubject({ procedure })).lines).toContain(
      "card.official | Thủ tục cấp giấy phép",
    );
  });

  it("names every level and the case it is for", () => {
    const { procedure } = recordSubject({ levels: ["commune", "province"] });
    const { lines } = cardSection(sampleSubject({ procedure, decided: { "noi-sinh": "tai-nha" } }));
    expect(lines).toContain("card.level | level.commune; level.province");
    expect(lines).toContain("case.yours | Tại nhà");
  });
});
