import { describe, expect, it } from "vitest";
import { writePayload } from "../../../bot/answer/index.ts";
import { understand } from "../../../bot/answer/understand.ts";
import type { ConversationState } from "../../../bot/domain/index.ts";
import { BIRTH, contextOf, DEATH, MARRIAGE, readDraft, startDraft, talk } from "../../support/small-world.ts";

const ctx = contextOf();
const read = (text: string, state: ConversationState = {}) => readDraft(text, ctx, state);
const offered = [
  { label: "Đăng ký kết hôn", payload: writePayload({ kind: "procedure", code: MARRIAGE }) },
  { label: "Đăng ký khai tử", payload: writePayload({ kind: "procedure", code: DEATH, facet: "fee" }) },
];
const noMatch = { kind: "status", status: "unanswerable.no-match" };

describe("a tapped button", () => {
  it.each([
    ["#mc:canbo", { kind: "status", status: "handoff.person" }],
    ["#mc:khac", noMatch],
    ["#mc:sk:sinh-con", { kind: "life-event", id: "sinh-con" }],
    ["#mc:sk:khong-co", noMatch],
    [`#mc:tt:${BIRTH}`, { kind: "procedure", code: BIRTH, facets: [] }],
    [`#mc:tt:${BIRTH}:time`, { kind: "procedure", code: BIRTH, facets: ["time"] }],
    ["#mc:tt:9.999999", noMatch],
    [`#mc:th:${BIRTH}:noi-sinh:tai-nha`, { kind: "procedure", code: BIRTH, facets: ["documents"] }],
    [`#mc:th:${BIRTH}:noi-sinh:tren-troi`, noMatch],
    [`#mc:th:${BIRTH}:khong-hoi:tai-nha`, noMatch],
    [`#mc:th:${MARRIAGE}:noi-sinh:tai-nha`, noMatch],
  ])("%s is settled from what the knowledge holds", (text, decision) => {
    expect(read(text).decision).toEqual(decision);
  });

  it("adds its case to those already known of the same procedure, and to no other's", () => {
    const known = { decided: { "cha-me": "co" } };
    const tap = `#mc:th:${BIRTH}:noi-sinh:tai-nha`;
    expect(read(tap, talk({ procedure: BIRTH, ...known })).decided).toEqual({
      "cha-me": "co",
      "noi-sinh": "tai-nha",
    });
    expect(read(tap, talk({ procedure: DEATH, ...known })).decided).toEqual({ "noi-sinh": "tai-nha" });
  });

  it("keeps the language of the talk, whatever the button is called", () => {
    expect(read(`#mc:tt:${BIRTH}`, talk({ language: "en" })).language).toBe("en");
  });
});

describe("a choice from a list", () => {
  it.each([
    ["1", MARRIAGE, []],
    ["cái thứ hai", DEATH, ["fee"]],
    ["số 2 nha", DEATH, ["fee"]],
    ["cái cuối", DEATH, ["fee"]],
    ["kết hôn", MARRIAGE, []],
  ])("“%s” picks by number, place or word", (text, code, facets) => {
    expect(read(text, talk({ offered })).decision).toEqual({ kind: "procedure", code, facets });
  });

  it.each(["3", "12", "nuôi vịt"])("“%s” picks nothing of two", (text) => {
    expect(read(text, talk({ offered })).decision).toBeUndefined();
  });

  it("keeps the part that was asked before the list was shown", () => {
    const { decision } = read("1", talk({ offered, facet: "time" }));
    expect(decision).toEqual({ kind: "procedure", code: MARRIAGE, facets: ["time"] });
  });

  it("asks for the part that is named with it instead", () => {
    const { decision } = read("kết hôn bao nhiêu tiền", talk({ offered, facet: "time" }));
    expect(decision).toEqual({ kind: "procedure", code: MARRIAGE, facets: ["fee"] });
  });

  it("picks nothing while no list is open", () => {
    expect(read("1").decision).toBeUndefined();
  });
});

describe("the language", () => {
  it("is the one chosen by a switch, whatever is written", () => {
    const question = { text: "where do I register a marriage", state: {}, language: "vi" as const };
    const draft = understand({ ...startDraft(question), text: question.text }, ctx);
    expect("messages" in draft ? undefined : draft.language).toBe("vi");
  });

  it.each([
    ["which office takes the application for marriage", "en"],
    ["nộp đơn kết hôn ở cơ quan nào", "vi"],
    ["dang ky ket hon can nhung gi vay", "vi"],
  ] as const)("of “%s” is %s", (text, language) => {
    expect(read(text).language).toBe(language);
  });

  it("of two words is that of the talk", () => {
    expect(read("ok", talk({ language: "en" })).language).toBe("en");
    expect(read("thank you", talk({ language: "vi" })).language).toBe("vi");
    expect(read("thank you").language).toBe("en");
  });
});

it("never overturns what screening settled", () => {
  const { decision } = read("H40.12-261103-0007", talk({ offered }));
  expect(decision).toEqual({ kind: "status", status: "answered.dossier-status" });
});
