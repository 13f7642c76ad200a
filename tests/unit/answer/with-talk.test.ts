import { describe, expect, it } from "vitest";
import { writePayload } from "../../../bot/answer/index.ts";
import type { Matched } from "../../../bot/answer/match/matcher.ts";
import { queryOf } from "../../../bot/answer/query-of.ts";
import { readWithTalk } from "../../../bot/answer/with-talk.ts";
import type { ConversationState } from "../../../bot/domain/index.ts";
import {
  BIRTH,
  candidate,
  contextOf,
  DEATH,
  HOUSE,
  MARRIAGE,
  matched,
  nothingMatched,
  readDraft,
  readOf,
} from "../../support/small-world.ts";

const marriage = "dang ky ket hon";
const shares = (confidence: number, of: Readonly<Record<string, number>>) =>
  matched(
    confidence,
    Object.entries(of).map(([code, share]) => candidate(code, share)),
  );
interface Case {
  readonly state?: ConversationState;
  /** What the words mean alone, and together with the talk. */
  readonly alone?: Matched;
  readonly together?: Matched;
  readonly chatter?: boolean;
}

function readIn(
  text: string,
  { state = { procedure: MARRIAGE }, alone = nothingMatched, together, chatter = false }: Case,
) {
  const words = contextOf();
  const query = queryOf(readOf(readDraft(text, words)), new Set());
  const key = query.words.map(({ folded }) => folded).join(" ");
  const ctx = contextOf({
    [key]: alone,
    [marriage]: shares(0.9, { [MARRIAGE]: 0.9, [BIRTH]: 0.05, [DEATH]: 0.05 }),
    ...(together && { [`${marriage} ${key}`]: together }),
  });
  const draft = readDraft(text, ctx, state);
  return readWithTalk(draft, readOf(draft), state, query, { ...alone, chatter }, ctx);
}

const of = (code: string, ...facets: readonly string[]) => ({ kind: "procedure", code, facets });

describe("a message in the middle of a talk", () => {
  it("without a matter of its own is about what was talked of", () => {
    expect(readIn("nộp hồ sơ ở đâu", {})).toEqual({ decision: of(MARRIAGE, "place"), backed: true });
  });

  it("that says all of a procedure's name is no such message", () => {
    const alone = matched(0.9, [candidate(DEATH, 0.9, { complete: 0.75 })]);
    expect(readIn("nộp hồ sơ ở đâu", { alone })?.decision).not.toEqual(of(MARRIAGE, "place"));
  });

  it("begins a new matter when its words are clear by themselves", () => {
    const alone = shares(0.75, { [HOUSE]: 0.9 });
    expect(
      readIn("xây nhà ở đâu", { alone, together: shares(0.5, { [MARRIAGE]: 0.5, [HOUSE]: 0.5 }) }),
    ).toBeUndefined();
  });

  it("stays, whatever its words alone mean, where they fit the talk far better", () => {
    const alone = shares(0.9, { [HOUSE]: 0.9 });
    const together = shares(0.9, { [MARRIAGE]: 0.8, [HOUSE]: 0.2 });
    expect(readIn("xây nhà ở đâu", { alone, together })).toEqual({
      decision: of(MARRIAGE, "place"),
      backed: true,
    });
  });

  it("leads to what its words alone and with the talk both mean", () => {
    const both = {
      alone: shares(0.5, { [DEATH]: 0.7 }),
      together: shares(0.5, { [DEATH]: 0.4, [MARRIAGE]: 0.3 }),
    };
    expect(readIn("người thân bao nhiêu tiền", both)).toEqual({ decision: of(DEATH, "fee"), backed: true });
  });

  it("leads to a near relation that its words raise", () => {
    const together = shares(0.2, { [MARRIAGE]: 0.3, [BIRTH]: 0.2, [HOUSE]: 0.01 });
    const before = readIn("sanh nở bao nhiêu tiền", { alone: shares(0.2, { [BIRTH]: 0.3 }), together });
    expect(before?.decision).toEqual(of(BIRTH, "fee"));
  });

  it("is asked back when it may stay or go", () => {
    const together = shares(0.2, { [DEATH]: 0.4, [MARRIAGE]: 0.35, [HOUSE]: 0.2, [BIRTH]: 0.01 });
    const decision = readIn("người thân bao nhiêu tiền", {
      together,
      alone: shares(0.2, { [DEATH]: 0.3 }),
    })?.decision;
    expect(decision).toMatchObject({ kind: "choose", facets: ["fee"] });
    expect(decision).toHaveProperty("codes.length", 3);
    expect(decision).toHaveProperty("codes", expect.arrayContaining([DEATH, MARRIAGE]));
  });

  it("keeps the part the talk was at when it asks for none", () => {
    const state: ConversationState = { procedure: MARRIAGE, facet: "time" };
    const both = { alone: shares(0.5, { [DEATH]: 0.7 }), together: shares(0.5, { [DEATH]: 0.6 }) };
    expect(readIn("còn người thân", { state, ...both })?.decision).toEqual(of(DEATH, "time"));
  });

  it("is not backed by the talk when it sounds like chatter and its words mean something", () => {
    const both = { alone: shares(0.45, { [HOUSE]: 0.7 }), together: shares(0.5, { [MARRIAGE]: 0.6 }) };
    expect(readIn("trời ơi", { ...both, chatter: true })?.backed).toBe(false);
    expect(readIn("trời ơi", { ...both, chatter: false })?.backed).toBe(true);
  });
});

describe("a message while a list is open", () => {
  const list = [MARRIAGE, DEATH].map((code) => ({
    label: code,
    payload: writePayload({ kind: "procedure", code }),
  }));
  const state: ConversationState = { offered: list };
  const read = (text: string, alone: Matched, together: Matched) => {
    const key = readOf(readDraft(text, contextOf()))
      .words.map(({ folded }) => folded)
      .join(" ");
    const names = `${marriage} dang ky khai tu`;
    const open = shares(0.5, { [MARRIAGE]: 0.5, [DEATH]: 0.5 });
    const ctx = contextOf({ [key]: alone, [names]: open, [`${names} ${key}`]: together });
    const draft = readDraft(text, ctx, state);
    return readWithTalk(
      draft,
      readOf(draft),
      state,
      queryOf(readOf(draft), new Set()),
      { ...alone, chatter: false },
      ctx,
    );
  };

  it("picks the one its words lead to", () => {
    const together = shares(0.2, { [DEATH]: 0.7, [MARRIAGE]: 0.1 });
    expect(read("ông nội", shares(0.2, { [DEATH]: 0.5 }), together)?.decision).toEqual(of(DEATH));
  });

  it("picks none when they lead elsewhere, or to both alike", () => {
    const elsewhere = shares(0.2, { [HOUSE]: 0.7, [DEATH]: 0.1, [MARRIAGE]: 0.05 });
    const alike = shares(0.2, { [DEATH]: 0.4, [MARRIAGE]: 0.35 });
    expect(read("ông nội", nothingMatched, elsewhere)).toBeUndefined();
    expect(read("ông nội", nothingMatched, alike)).toBeUndefined();
  });

  it("asks again of the whole list when it asks for a part and picks none", () => {
    expect(read("ông nội bao nhiêu tiền", nothingMatched, nothingMatched)?.decision).toEqual({
      kind: "choose",
      codes: [MARRIAGE, DEATH],
      facets: ["fee"],
    });
  });

  it("begins a new matter when its words are clear by themselves", () => {
    const together = shares(0.2, { [DEATH]: 0.7, [MARRIAGE]: 0.1 });
    expect(read("ông nội", shares(0.75, { [HOUSE]: 0.9 }), together)).toBeUndefined();
  });
});

describe("a message without a talk", () => {
  it("is read by its own words", () => {
    expect(readIn("xây nhà ở đâu", { state: {} })).toBeUndefined();
  });

  it("that is short and names nothing is asked back", () => {
    expect(readIn("nộp hồ sơ ở đâu", { state: {} })).toEqual({
      decision: { kind: "status", status: "clarify.topic" },
      backed: true,
    });
  });
});
