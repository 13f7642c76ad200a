import { describe, expect, it } from "vitest";
import { isBroken, judgeTraffic, type TakenMessage, type TakenReply } from "../support/traffic/verdict.ts";

const HOUR_MS = 60 * 60_000;
const sent = (id: string, change: Partial<TakenReply> = {}): TakenReply => ({
  status: "answered.card",
  state: "sent",
  text: `lời ${id}`,
  platformMessageId: id,
  ...change,
});
const taken = (
  seq: number,
  replies: readonly TakenReply[],
  change: Partial<TakenMessage> = {},
): TakenMessage => ({
  personId: "an",
  seq,
  state: "done",
  atMs: seq * HOUR_MS,
  replies,
  ...change,
});
const shown = (...ids: string[]) => ids.map((id) => ({ personId: "an", id, text: `lời ${id}` }));
const judge = (
  done: number,
  messages: readonly TakenMessage[],
  phone: ReturnType<typeof shown>,
  setAside = 0,
) => {
  const verdict = judgeTraffic(new Map([["an", done]]), messages, phone);
  return { ...verdict, broken: isBroken({ ...verdict, setAside }) };
};

describe("the verdict on a day of traffic", () => {
  it("is good when each message has its replies on the phone", () => {
    const messages = [taken(1, [sent("a"), sent("b")]), taken(2, [sent("c")])];
    expect(judge(2, messages, shown("a", "b", "c"))).toMatchObject({ answeredOnce: 2, broken: false });
  });

  it.each([
    ["a message that never reached the store", judge(2, [taken(1, [sent("a")])], shown("a")), { lost: 1 }],
    [
      "one taken twice",
      judge(1, [taken(1, [sent("a")]), taken(2, [sent("b")])], shown("a", "b")),
      { takenTwice: 1 },
    ],
    ["one without a reply", judge(1, [taken(1, [])], []), { unanswered: 1 }],
    [
      "one set aside",
      judge(1, [taken(1, [sent("a")], { state: "set-aside" })], shown("a")),
      { unanswered: 1 },
    ],
    ["one that waits", judge(1, [taken(1, [], { state: "waiting" })], []), { unanswered: 1 }],
    ["a reply the phone has twice", judge(1, [taken(1, [sent("a")])], shown("a", "a")), { doubled: 1 }],
    ["a reply nobody wrote", judge(1, [taken(1, [sent("a")])], shown("a", "x")), { doubled: 1 }],
    ["a sent reply that is on no phone", judge(1, [taken(1, [sent("a")])], []), { missing: 1 }],
    [
      "a refused reply",
      judge(1, [taken(1, [sent("a", { state: "refused", platformMessageId: null })])], []),
      { missing: 1 },
    ],
    [
      "an unknown reply that staff do not see",
      judge(1, [taken(1, [sent("a", { state: "unknown", platformMessageId: null })])], shown("a")),
      { unknown: 1 },
    ],
  ])("is bad with %s", (_what, verdict, found) => {
    expect(verdict).toMatchObject({ ...found, broken: true });
  });

  it("takes a reply of unknown outcome for answered when it arrived, else for staff's to see", () => {
    const lost = sent("a", { state: "unknown", platformMessageId: null });
    expect(judge(1, [taken(1, [lost])], shown("a"), 1)).toMatchObject({ answeredOnce: 1, broken: false });
    expect(judge(1, [taken(1, [lost])], [], 1)).toMatchObject({ shownToStaff: 1, broken: false });
  });

  it("does not let an unknown reply claim what another said", () => {
    const unknown = sent("b", { state: "unknown", platformMessageId: null, text: "lời a" });
    const messages = [taken(1, [unknown]), taken(2, [sent("a")])];
    expect(judge(2, messages, shown("a"), 1)).toMatchObject({
      answeredOnce: 1,
      shownToStaff: 1,
      broken: false,
    });
  });

  it("allows silence for twelve hours after a hand-over, and not longer", () => {
    const handed = taken(1, [sent("a", { status: "handoff.person" })]);
    expect(judge(2, [handed, taken(12, [])], shown("a"))).toMatchObject({ leftToStaff: 1, broken: false });
    expect(judge(2, [handed, taken(13, [])], shown("a"))).toMatchObject({ unanswered: 1, broken: true });
  });
});
