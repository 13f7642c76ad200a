import { describe, expect, it } from "vitest";
import type { Guide } from "../../../bot/domain/index.ts";
import { caseSteps, readDecided } from "../../../bot/site/cases.ts";

const guide: Guide = {
  code: "1.001193",
  phrases: [],
  name: { vi: "Làm giấy khai sinh" },
  purpose: { vi: "…" },
  checkedOn: "2026-11-01",
  cases: [
    {
      id: "noi-sinh",
      question: { vi: "Sinh ở đâu?" },
      options: [
        { id: "vien", label: { vi: "Bệnh viện" }, words: [] },
        { id: "nha", label: { vi: "Tại nhà" }, words: [] },
      ],
    },
    {
      id: "cha-me",
      question: { vi: "Cha mẹ?" },
      options: [
        { id: "viet", label: { vi: "Người Việt" }, words: [] },
        { id: "ngoai", label: { vi: "Người nước ngoài" }, words: [], goTo: "2.000528" },
      ],
    },
  ],
};

describe("cases in an address", () => {
  it.each([
    ["noi-sinh.nha", { "noi-sinh": "nha" }],
    [["noi-sinh.nha", "cha-me.viet"], { "noi-sinh": "nha", "cha-me": "viet" }],
    ["noi-sinh.sao-hoa", {}],
    ["khong-co.nha", {}],
    ["noi-sinh", {}],
    [{ "noi-sinh": "nha" }, {}],
    [undefined, {}],
  ])("%j", (query, decided) => {
    expect(readDecided(query, guide)).toEqual(decided);
  });

  it("is nothing where there is no guide", () => {
    expect(readDecided("noi-sinh.nha", undefined)).toEqual({});
    expect(caseSteps(undefined, {})).toEqual([]);
  });
});

describe("questions on a procedure page", () => {
  it("asks one at a time", () => {
    expect(caseSteps(guide, {}).map(({ question }) => question.id)).toEqual(["noi-sinh"]);
    expect(caseSteps(guide, { "noi-sinh": "nha" }).map(({ question }) => question.id)).toEqual([
      "noi-sinh",
      "cha-me",
    ]);
  });

  it("marks the chosen option and keeps it in the next links", () => {
    const [first, second] = caseSteps(guide, { "noi-sinh": "nha" });
    expect(first?.links.map(({ chosen }) => chosen)).toEqual([false, true]);
    expect(second?.links[0]?.href).toBe("?case=noi-sinh.nha&case=cha-me.viet#documents");
  });

  it("leads to the other procedure where a case is one", () => {
    const [, second] = caseSteps(guide, { "noi-sinh": "nha" });
    expect(second?.links[1]?.href).toBe("/tt/2.000528");
  });
});
