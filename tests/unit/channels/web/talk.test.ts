import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { personId } from "../../../../bot/base/index.ts";
import { itemsAfter, readPlace, readTalk, start, writePlace } from "../../../../bot/channels/web/talk.ts";
import type { HistoryTurn } from "../../../../bot/store/index.ts";

const person = personId("web", "someone");

function turn(change: Partial<HistoryTurn>): HistoryTurn {
  return {
    seq: 1,
    part: 0,
    direction: "in",
    kind: "text",
    text: "khai sinh",
    buttons: [],
    atMs: 0,
    ...change,
  };
}

const withButton = turn({
  part: 1,
  direction: "out",
  text: "Giấy tờ…",
  buttons: [{ title: "Lệ phí", action: { kind: "say", payload: "#mc:tt:1.001193:fee" } }],
});

const talkOf = (...turns: HistoryTurn[]) => readTalk({ history: async () => turns }, person);

describe("a talk as the page shows it", () => {
  it("shows a tapped button by its title", async () => {
    const { items } = await talkOf(turn({}), withButton, turn({ seq: 2, text: "#mc:tt:1.001193:fee" }));
    expect(items.map(({ from, text }) => [from, text])).toEqual([
      ["me", "khai sinh"],
      ["bot", "Giấy tờ…"],
      ["me", "Lệ phí"],
    ]);
  });

  it("does not show a payload whose button is no longer known", async () => {
    const { items } = await talkOf(turn({ text: "#mc:tt:1.001193:fee" }));
    expect(items[0]?.text).toBeUndefined();
  });

  it("leaves other words with a hash alone", async () => {
    const { items } = await talkOf(turn({ text: "#bot" }));
    expect(items[0]?.text).toBe("#bot");
  });

  it("shows the last forty and says that there is more", async () => {
    const turns = Array.from({ length: 41 }, (_, at) => turn({ seq: at + 1 }));
    const talk = await talkOf(...turns);
    expect(talk.items).toHaveLength(40);
    expect(talk.items[0]?.place.seq).toBe(2);
    expect(talk.more).toBe(true);
  });
});

describe("what is new since a place", () => {
  it("is what comes later in the talk", async () => {
    const { items } = await talkOf(turn({}), withButton, turn({ seq: 2 }));
    expect(itemsAfter(items, { seq: 1, part: 0 }).map(({ place }) => writePlace(place))).toEqual([
      "1.1",
      "2.0",
    ]);
    expect(itemsAfter(items, start)).toHaveLength(3);
    expect(itemsAfter(items, { seq: 2, part: 0 })).toEqual([]);
  });

  it("survives the way to the page and back", () => {
    const place = fc.record({ seq: fc.nat(), part: fc.nat({ max: 999_999 }) });
    fc.assert(
      fc.property(place, (one) => {
        expect(readPlace(writePlace(one))).toEqual(one);
      }),
    );
    expect(readPlace(writePlace(start))).toEqual(start);
  });

  it.each([undefined, "", "1", "1.x", "-1.0", "1.0; drop", ["1.0"], {}])("%j is the start", (text) => {
    expect(readPlace(text)).toEqual(start);
  });
});
