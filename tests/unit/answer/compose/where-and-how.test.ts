import { describe, expect, it } from "vitest";
import { onlineSection, placeSection, stepsSection } from "../../../../bot/answer/compose/where-and-how.ts";
import type { Procedure } from "../../../../bot/domain/index.ts";
import { channel, echo, recordSubject, sampleGuide, sampleSubject } from "../../../support/sample-subject.ts";

const placeLines = (facts: Partial<Procedure>) => placeSection(recordSubject(facts)).lines;

describe("placeSection", () => {
  it("sends to the commune's centre for what the commune decides", () => {
    expect(placeLines({ authorities: ["Ủy ban nhân dân cấp xã"], channels: [channel("counter")] })).toEqual([
      "place.level.commune",
      "place.authority | Ủy ban nhân dân cấp xã",
      "place.ways | channel.counter",
    ]);
  });

  it.each(["Công an cấp Xã", "Thuế cơ sở", "Chi cục Hải quan khu vực"])(
    "does not send to the centre for a matter of %s",
    (authority) => {
      expect(placeLines({ authorities: [authority] })[0]).toBe("place.level.commune-agency");
    },
  );

  it.each(["province", "ministry", "other"] as const)("says that it is a matter of the %s", (level) => {
    expect(placeLines({ levels: [level], authorities: ["Sở Nội vụ"] })[0]).toBe(`place.level.${level}`);
  });

  it("sends to the centre where the commune takes the file in for another office", () => {
    const facts = {
      levels: ["commune"],
      authorities: ["Sở Nội vụ"],
      place: "Ủy ban nhân dân cấp xã",
    } as const;
    expect(placeLines(facts)[0]).toBe("place.level.commune");
  });

  describe("offices of other provinces that the portal names", () => {
    const council = { province: "Tỉnh Tây Ninh" };
    const linesOf = (authorities: readonly string[], levels: Procedure["levels"] = ["province"]) =>
      placeSection(recordSubject({ authorities, levels }, { council })).lines;

    it("are left out beside ours", () => {
      const authorities = ["Sở Văn hóa Thành phố Hà Nội", "Sở Văn hóa tỉnh Tây Ninh", "Cơ sở giáo dục"];
      expect(linesOf(authorities)).toContain("place.authority | Sở Văn hóa tỉnh Tây Ninh; Cơ sở giáo dục");
      expect(linesOf(authorities)).not.toContain("place.other-province");
    });

    it.each(["Sở Xây dựng - tỉnh Quảng Ninh", "Phòng Cảnh sát TP HCM"])(
      "are said to be so alone: %s",
      (name) => {
        expect(linesOf([name])).toEqual(
          expect.arrayContaining([`place.authority | ${name}`, "place.other-province"]),
        );
      },
    );

    it("stay where the whole country goes there, and where no province is named", () => {
      expect(linesOf(["Sở Ngoại vụ Thành phố Hồ Chí Minh"], ["province", "ministry"])).not.toContain(
        "place.other-province",
      );
      expect(linesOf(["Ủy ban nhân dân cấp Tỉnh", "Công an tỉnh, thành phố"])).not.toContain(
        "place.other-province",
      );
    });
  });

  it("sends nobody to a ministry for what the commune's own police take in", () => {
    const authorities = ["Công an cấp Xã", "Cục Cảnh sát giao thông"];
    expect(placeLines({ levels: ["ministry"], authorities })[0]).toBe("place.level.commune-agency");
  });

  it("names each office once, however it is written", () => {
    const authorities = [
      "Sở Nội vụ",
      "Bộ Công an",
      "Sở Nội Vụ",
      "Sở Nội vụ, Bộ Công an",
      "Bộ Công an, Cục A",
    ];
    expect(placeLines({ authorities })[1]).toBe("place.authority | Sở Nội vụ; Bộ Công an; Bộ Công an, Cục A");
  });

  it("keeps an office whose own name holds a comma", () => {
    const authorities = ["Thuế tỉnh, thành phố", "Thuế cơ sở", "Thuế cơ sở, Thuế tỉnh, thành phố"];
    expect(placeLines({ authorities })[1]).toBe("place.authority | Thuế tỉnh, thành phố; Thuế cơ sở");
  });

  it("names six offices of a long list", () => {
    const authorities = Array.from({ length: 8 }, (_, at) => `Cục ${at}`);
    expect(placeLines({ authorities })[1]).toMatch(/^place\.authorities-more \| Cục 0; .*Cục 5 \| 2$/);
  });

  it("says so when no office is published", () => {
    expect(placeLines({ authorities: [] })[1]).toBe("place.authority-unknown");
  });

  it("gives the place that receives files unless it repeats the office", () => {
    const authorities = ["Công an cấp Xã"];
    expect(placeLines({ authorities, place: "- Công an cấp xã." }).join()).not.toContain("place.received");
    expect(placeLines({ authorities, place: "- Trụ sở xã; - Hoặc nhà văn hóa." })).toContain(
      "place.received | Trụ sở xã; Hoặc nhà văn hóa",
    );
  });

  it("gives an English reader the English name with the official one", () => {
    const say = echo({ "term.Công an cấp Xã": "Commune police" });
    const { lines } = placeSection(
      recordSubject({ authorities: ["Công an cấp Xã", "Cục Lạ"] }, { language: "en", say }),
    );
    expect(lines[1]).toBe("place.authority | Commune police (Công an cấp Xã); Cục Lạ");
  });
});

describe("onlineSection", () => {
  it("gives link and steps where it can be filed online", () => {
    const { lines } = onlineSection(sampleSubject());
    expect(lines[0]).toBe("online.full");
    expect(lines[1]).toMatch(/^online\.link \| https:/);
    expect(lines.slice(2)).toEqual(["1. Đăng nhập rồi nộp.", "online.no-postal"]);
  });

  it("gives no link where it cannot, and says whether the post takes it", () => {
    expect(
      onlineSection(recordSubject({ onlineLevel: "none", channels: [channel("postal")] })).lines,
    ).toEqual(["online.none", "online.postal"]);
  });

  it("says what stays on paper", () => {
    const guide = { ...sampleGuide, onPaper: { vi: "Bản gốc đem sau." } };
    expect(onlineSection(sampleSubject({ guide })).lines).toContain("Bản gốc đem sau.");
  });
});

describe("stepsSection", () => {
  it("numbers the guide's steps by channel, then the usual mistakes", () => {
    expect(stepsSection(sampleSubject()).lines.slice(0, -1)).toEqual([
      "steps.counter",
      "1. Đem giấy ra quầy.",
      "2. Nhận phiếu hẹn.",
      "steps.online",
      "1. Đăng nhập rồi nộp.",
      "steps.mistakes",
      "• Để quá hạn.",
    ]);
  });

  it("gives the general way where no guide has steps", () => {
    const { lines } = stepsSection(recordSubject({ channels: [channel("online"), channel("counter")] }));
    expect(lines[0]).toBe("steps.general | channel.counter channel.or channel.online");
    expect(lines[1]).toMatch(/^steps\.detail \| https:/);
  });

  it("says for which case it is", () => {
    const { lines } = stepsSection(sampleSubject({ decided: { "noi-sinh": "benh-vien" } }));
    expect(lines.slice(0, 2)).toEqual(["case.yours | Ở bệnh viện", "Bệnh viện cấp giấy."]);
  });
});

describe("what stays on paper", () => {
  const linesOf = (onlineLevel: Procedure["onlineLevel"], onPaper?: string) =>
    onlineSection(
      recordSubject(
        { onlineLevel },
        { guide: { ...sampleGuide, ...(onPaper && { onPaper: { vi: onPaper } }) } },
      ),
    ).lines;

  it("is said by the guide, else in general where only a part runs online", () => {
    expect(linesOf("partial", "Bản chính phải đem ra.")).toContain("Bản chính phải đem ra.");
    expect(linesOf("partial", "Bản chính phải đem ra.")).not.toContain("online.on-paper");
    expect(linesOf("partial")).toContain("online.on-paper");
    expect(linesOf("full")).not.toContain("online.on-paper");
    expect(linesOf("none")).not.toContain("online.on-paper");
  });
});
