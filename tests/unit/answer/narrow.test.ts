import { describe, expect, it } from "vitest";
import { writePayload } from "../../../bot/answer/index.ts";
import { narrow, offeredCodes } from "../../../bot/answer/narrow.ts";
import { wordsOf } from "../../../bot/text/index.ts";
import {
  BIRTH,
  candidate,
  contextOf,
  DEATH,
  HOUSE,
  MARRIAGE,
  matched,
  wordsIn,
} from "../../support/small-world.ts";

const shares = (of: Readonly<Record<string, number>>) =>
  matched(
    0.5,
    Object.entries(of).map(([code, share]) => candidate(code, share)),
  );
const query = { words: wordsOf("quá hạn"), asking: new Set([1]) };
const offer = (...codes: readonly string[]) =>
  codes.map((code) => ({ label: code, payload: writePayload({ kind: "procedure", code }) }));
const marriage = "dang ky ket hon";

describe("new words beside the talk", () => {
  it("are read alone, then the talk alone, then both", () => {
    const ctx = contextOf();
    narrow(query, { procedure: MARRIAGE }, "vi", ctx);
    expect(ctx.asked.map(wordsIn)).toEqual(["qua han", marriage, `${marriage} qua han`]);
  });

  it("come after the talk, whose words count as little as words that ask", () => {
    const ctx = contextOf();
    narrow(query, { procedure: MARRIAGE }, "vi", ctx);
    const both = ctx.asked[2];
    expect([...(both?.asking ?? [])].sort()).toEqual([0, 1, 2, 3, 5]);
  });

  it("are read with all of an open list while nothing is chosen", () => {
    const ctx = contextOf();
    narrow(query, { offered: offer(MARRIAGE, DEATH) }, "vi", ctx);
    expect(wordsIn(ctx.asked[1] ?? query)).toBe(`${marriage} dang ky khai tu`);
  });

  it("lead nowhere without a talk, and nothing is looked up", () => {
    const ctx = contextOf();
    expect(narrow(query, {}, "vi", ctx)).toEqual([]);
    expect(narrow(query, { procedure: "9.999999" }, "vi", ctx)).toEqual([]);
    expect(ctx.asked).toEqual([]);
  });

  it("lead to what they raise, rather than to what the talk was about anyway", () => {
    const ctx = contextOf({
      [marriage]: shares({ [MARRIAGE]: 0.9, [DEATH]: 0.05, [HOUSE]: 0.05 }),
      [`${marriage} qua han`]: shares({ [MARRIAGE]: 0.45, [DEATH]: 0.5, [HOUSE]: 0.05 }),
      "qua han": shares({ [DEATH]: 0.9 }),
    });
    const found = narrow(query, { procedure: MARRIAGE }, "vi", ctx);
    expect(found.map(({ code }) => code)).toEqual([DEATH, MARRIAGE, HOUSE]);
    expect(found[0]?.share).toBe(0.5);
  });

  it("lead to a relation sooner than to a stranger with the same share", () => {
    const ctx = contextOf({
      [marriage]: shares({ [MARRIAGE]: 0.98, [BIRTH]: 0.01, [HOUSE]: 0.01 }),
      [`${marriage} qua han`]: shares({ [MARRIAGE]: 0.2, [HOUSE]: 0.4, [BIRTH]: 0.4 }),
    });
    const [first, second] = narrow(query, { procedure: MARRIAGE }, "vi", ctx);
    expect(first).toMatchObject({ code: BIRTH, related: true });
    expect(second).toMatchObject({ code: HOUSE, related: false });
  });

  it("take each for a relation of the other, whichever guide says so", () => {
    const both = shares({ [BIRTH]: 0.5, [MARRIAGE]: 0.5 });
    const birth = "lam giay khai sinh";
    const ctx = contextOf({ [`${birth} qua han`]: both, [`${marriage} qua han`]: both });
    const related = (procedure: string) =>
      narrow(query, { procedure }, "vi", ctx).flatMap(({ code, related }) => (related ? [code] : []));
    expect(related(MARRIAGE)).toEqual([BIRTH]);
    expect(related(BIRTH)).toEqual([MARRIAGE]);
  });
});

describe("the codes on offer", () => {
  it("are those of procedures, in the order shown", () => {
    const event = { label: "Sinh con", payload: writePayload({ kind: "life-event", id: "sinh-con" }) };
    const [first, second] = offer(DEATH, BIRTH);
    expect(offeredCodes({ offered: [first, event, second].flatMap((one) => one ?? []) })).toEqual([
      DEATH,
      BIRTH,
    ]);
    expect(offeredCodes({})).toEqual([]);
    expect(offeredCodes({ offered: [{ label: "?", payload: "gõ tay" }] })).toEqual([]);
  });
});
