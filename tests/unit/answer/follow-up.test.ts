import { describe, expect, it } from "vitest";
import { carried, followUp, talkNow } from "../../../bot/answer/follow-up.ts";
import { writePayload } from "../../../bot/answer/index.ts";
import type { ConversationState } from "../../../bot/domain/index.ts";
import {
  BIRTH,
  candidate,
  contextOf,
  DEATH,
  HOUSE,
  MARRIAGE,
  matched,
  NOW,
  readDraft,
  readOf,
  startDraft,
} from "../../support/small-world.ts";

const HOUR = 60 * 60 * 1000;
const ctx = contextOf({ "ket hon": matched(0.9, [candidate(MARRIAGE, 0.6), candidate(DEATH, 0.4)]) });
/** What a message means in a talk that stood there a minute ago. */
const said = (text: string, state: ConversationState) => {
  const draft = readDraft(text, ctx, state);
  return followUp(draft, readOf(draft), talkNow(draft, NOW), ctx);
};
const now = (state: ConversationState): ConversationState => ({ atMs: NOW - 60_000, ...state });
const choice = (code: string) => ({ label: code, payload: writePayload({ kind: "procedure", code }) });
const of = (code: string, ...facets: readonly string[]) => ({ kind: "procedure", code, facets });
const asksWhich = { kind: "status", status: "clarify.topic" };

describe("what may be leaned on", () => {
  const at = (atMs: number | undefined) => {
    const state = { procedure: BIRTH, ...(atMs !== undefined && { atMs }) };
    return talkNow(startDraft({ text: "", state }), NOW).procedure;
  };

  it("is the talk of the last day and none before", () => {
    expect(at(NOW - 1)).toBe(BIRTH);
    expect(at(NOW - 24 * HOUR)).toBe(BIRTH);
    expect(at(NOW - 24 * HOUR - 1)).toBeUndefined();
    expect(at(undefined)).toBeUndefined();
  });
});

describe("a part asked without naming a matter", () => {
  it("is asked of the procedure the talk is at", () => {
    expect(said("bao nhiêu tiền", now({ procedure: DEATH }))).toEqual(of(DEATH, "fee"));
    expect(said("mấy ngày, ở đâu", now({ procedure: DEATH }))).toEqual(of(DEATH, "time", "place"));
  });

  it("is asked of the whole list while nothing is chosen", () => {
    const offered = [choice(BIRTH), choice(DEATH)];
    expect(said("bao nhiêu tiền", now({ offered }))).toEqual({
      kind: "choose",
      codes: [BIRTH, DEATH],
      facets: ["fee"],
    });
  });

  it("is asked back when there is no talk", () => {
    expect(said("bao nhiêu tiền", {})).toEqual(asksWhich);
  });

  it("after two days is asked back with the old matter as the one choice", () => {
    const decision = said("bao nhiêu tiền", { procedure: DEATH, atMs: NOW - 48 * HOUR });
    expect(decision).toEqual({
      kind: "choose",
      codes: [DEATH],
      question: { vi: "clarify.resume", en: "clarify.resume (en)" },
      facets: ["fee"],
    });
  });

  it("after two days is asked back plainly when the old matter is gone from the knowledge", () => {
    expect(said("bao nhiêu tiền", { procedure: "9.999999", atMs: NOW - 48 * HOUR })).toEqual(asksWhich);
  });
});

describe("an answer to a case question", () => {
  const asked = now({ procedure: BIRTH, asked: { procedure: BIRTH, question: "noi-sinh" } });

  it("in free words gives the papers of that case", () => {
    expect(said("bé sanh tại nhà", asked)).toEqual(of(BIRTH, "documents"));
  });

  it("may lead to another procedure", () => {
    expect(said("ở nước ngoài", asked)).toEqual(of(MARRIAGE, "documents"));
  });

  it("with a question of its own answers that question", () => {
    expect(said("tại nhà thì mấy ngày", asked)).toEqual(of(BIRTH, "time"));
  });

  it("is none when it names two cases, or tells a long story", () => {
    expect(said("tại nhà hay bệnh viện cũng được", asked)).toBeUndefined();
    expect(
      said("hồi đó em sanh tại nhà rồi mấy bữa sau mới chở lên trạm y tế cho coi lại", asked),
    ).toBeUndefined();
  });
});

describe("a bare yes or no", () => {
  const one = now({
    offered: [{ label: "x", payload: writePayload({ kind: "procedure", code: DEATH, facet: "fee" }) }],
  });

  it.each(["đúng rồi", "dạ", "ok", "yes"])("“%s” takes the one choice on offer, with its part", (text) => {
    expect(said(text, one)).toEqual(of(DEATH, "fee"));
  });

  it.each(["không phải", "việc khác", "no"])("“%s” asks what it is about then", (text) => {
    expect(said(text, one)).toEqual(asksWhich);
  });

  it("says nothing of two choices, or of none", () => {
    expect(said("đúng rồi", now({ offered: [choice(BIRTH), choice(DEATH)] }))).toBeUndefined();
    expect(said("đúng rồi", now({ procedure: BIRTH }))).toBeUndefined();
  });
});

describe("going back", () => {
  const before = now({ procedure: HOUSE, earlier: [DEATH, MARRIAGE] });

  it("leads to the procedure talked of before", () => {
    expect(said("quay lại", before)).toEqual(of(DEATH));
    expect(said("hồi nãy mấy ngày", before)).toEqual(of(DEATH, "time"));
  });

  it("leads to the earlier one that is named, however far back", () => {
    expect(said("quay lại vụ kết hôn", before)).toEqual(of(MARRIAGE));
  });

  it("to something that was never talked of is a new question", () => {
    expect(said("quay lại vụ kết hôn", now({ procedure: HOUSE, earlier: [BIRTH] }))).toBeUndefined();
  });

  it("without anything before asks what it is about", () => {
    expect(said("quay lại", {})).toEqual(asksWhich);
  });
});

describe("the part that goes on", () => {
  it.each([
    ["còn khai tử", "time", ["time"]],
    ["còn khai tử bao nhiêu tiền", "time", ["fee"]],
  ] as const)("“%s” after %s is %s", (text, facet, facets) => {
    expect(carried(readOf(readDraft(text, ctx)), { facet })).toEqual(facets);
  });
});

it("a message that names its own matter follows nothing", () => {
  expect(said("xây nhà bao nhiêu tiền", now({ procedure: DEATH }))).toBeUndefined();
  expect(said("xây nhà", now({ procedure: DEATH }))).toBeUndefined();
});
