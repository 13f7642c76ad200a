import { describe, expect, it } from "vitest";
import { limitsOf, limitText } from "../../../../bot/answer/compose/time-limit.ts";
import { wording } from "../../../../bot/answer/index.ts";
import { loadKnowledge } from "../../../../bot/catalogue/index.ts";

const { lifeEvents, replies } = loadKnowledge();
const said = (code: string) =>
  limitsOf(code, lifeEvents).map((limit) => limitText(limit, wording(replies, "vi"), "vi"));

describe("limitsOf", () => {
  it.each([
    ["1.001193", "60 ngày kể từ ngày sinh"],
    ["1.000656", "15 ngày kể từ ngày mất"],
    ["1.014748", "3 tháng kể từ ngày nghỉ việc"],
  ])("%s: %s, with its source", (code, expected) => {
    expect(said(code)).toHaveLength(1);
    expect(said(code)[0]).toContain(expected);
    expect(said(code)[0]).toMatch(/\(.+\)/);
  });

  it("keeps the limits of different situations apart and says each once", () => {
    expect(said("1.004222").map((line) => /\d+ (ngày|tháng)/.exec(line)?.[0])).toEqual([
      "60 ngày",
      "12 tháng",
    ]);
  });

  it("finds none where no life event states one", () => {
    expect(limitsOf("2.000815", lifeEvents)).toEqual([]);
  });
});

it("one of a unit is said in the singular", () => {
  const limit = {
    quantity: 1,
    unit: "month",
    from: { vi: "hôm đó", en: "that day" },
    source: "Luật",
    ifLate: { vi: "" },
  } as const;
  expect(limitText(limit, wording(replies, "en"), "en")).toContain("1 month from that day (Luật)");
});
