import { describe, expect, it } from "vitest";
import { judge, type KeptReply, type KeptTurn } from "../support/torture/verdict.ts";

// A judge that never convicts would make the torture test worthless: each crime is tried here.

const userId = "1";
const delivered = ["a", "b", "c"].map((text) => ({ userId, text, messageId: text }));
const turns: readonly KeptTurn[] = delivered.map(({ text }, index) => ({
  userId,
  seq: index + 1,
  text,
  inboxState: "done",
}));
const replies: readonly KeptReply[] = delivered.map(({ text }, index) => ({
  userId,
  seq: index + 1,
  text: `re ${text}`,
  state: "sent",
  platformMessageId: `p${index + 1}`,
}));
const received = replies.map(({ text, platformMessageId }) => ({
  userId,
  text,
  messageId: platformMessageId ?? "",
  buttons: [],
}));
const innocent = { lost: 0, outOfOrder: 0, duplicates: 0, missing: 0, unknown: 0, unknownArrived: 0, odd: 0 };
/** The list with its item at `index` changed. */
const changed = <T>(rows: readonly T[], index: number, change: Partial<T>) =>
  rows.map((row, at) => (at === index ? { ...row, ...change } : row));
const [, secondReply] = replies;
const [firstArrival, secondArrival, thirdArrival] = received;

describe("the judge of a torture run", () => {
  it("acquits books that agree", () => {
    expect(judge(delivered, turns, replies, received)).toEqual(innocent);
  });

  it.each([
    [
      "a message that is not in the store",
      judge(delivered, turns.slice(0, 2), replies, received),
      { lost: 1 },
    ],
    [
      "a message taken twice",
      judge(delivered, [...turns, ...turns.slice(2).map((turn) => ({ ...turn, seq: 4 }))], replies, received),
      { lost: 1 },
    ],
    [
      "a message never finished",
      judge(delivered, changed(turns, 1, { inboxState: "waiting" }), replies, received),
      { lost: 1 },
    ],
    [
      "messages taken in another order",
      judge(delivered, [...turns.slice(1), ...turns.slice(0, 1)], replies, received),
      { outOfOrder: 1 },
    ],
    [
      "replies that arrived in another order",
      judge(
        delivered,
        turns,
        replies,
        [secondArrival, firstArrival, thirdArrival].flatMap((one) => (one ? [one] : [])),
      ),
      { outOfOrder: 1 },
    ],
    [
      "a reply that arrived twice",
      judge(delivered, turns, replies, [...received, ...received.slice(2)]),
      { duplicates: 1 },
    ],
    [
      "a reply sent again after a crash",
      judge(delivered, turns, replies, [...received, { userId, text: "re c", messageId: "p9", buttons: [] }]),
      { duplicates: 1 },
    ],
    [
      "a reply that is called sent and is not there",
      judge(delivered, turns, replies, received.slice(0, 2)),
      { missing: 1 },
    ],
    [
      "a reply left waiting",
      judge(
        delivered,
        turns,
        changed(replies, 2, { state: "queued", platformMessageId: null }),
        received.slice(0, 2),
      ),
      { odd: 1 },
    ],
  ])("convicts %s", (_name, verdict, crime) => {
    expect(verdict).toMatchObject({ ...innocent, ...crime });
  });

  it("counts replies of unknown outcome, and finds those that arrived", () => {
    const unknown = changed(replies, 1, { state: "unknown", platformMessageId: null });
    expect(judge(delivered, turns, unknown, received)).toEqual({
      ...innocent,
      unknown: 1,
      unknownArrived: 1,
    });
    const without = received.filter((one) => one.text !== secondReply?.text);
    expect(judge(delivered, turns, unknown, without)).toEqual({ ...innocent, unknown: 1 });
  });

  it("does not mistake the second of two equal replies for the first that never arrived", () => {
    const equal = replies.map((reply, index) =>
      index === 1 ? reply : { ...reply, text: "same", state: "unknown" as const, platformMessageId: null },
    );
    const arrivals = [secondArrival, thirdArrival && { ...thirdArrival, text: "same" }];
    const verdict = judge(
      delivered,
      turns,
      equal,
      arrivals.flatMap((one) => (one ? [one] : [])),
    );
    expect(verdict).toEqual({ ...innocent, unknown: 2, unknownArrived: 1 });
  });
});
