import { beforeEach, expect, it } from "vitest";
import { entryId, personId } from "../../../../bot/base/index.ts";
import {
  addOutboxItems,
  addTurns,
  changeOutboxItem,
  noteInteraction,
  readTurns,
  type Store,
} from "../../../../bot/store/index.ts";
import { describeOnEachStore } from "../../../support/stores.ts";

const an = personId("zalo", "1");
const button = { title: "Lệ phí", action: { kind: "say", payload: "lệ phí" } } as const;

describeOnEachStore("turns", (open) => {
  let store: Store;

  beforeEach(async () => {
    store = await open();
    await noteInteraction(store, { personId: an, channel: "zalo", atMs: 1 }, 1);
    await addOutboxItems(
      store,
      [{ entryId: entryId("o1"), personId: an, seq: 1, message: { text: "", buttons: [] } }],
      1,
    );
    for (const seq of [1, 2]) await addTurns(store, an, turn(seq));
  });

  const turn = (seq: number) => [
    {
      seq,
      part: 0,
      direction: "in" as const,
      kind: "text" as const,
      text: `hỏi ${seq}`,
      buttons: [],
      atMs: seq,
    },
    {
      seq,
      part: 1,
      direction: "out" as const,
      kind: "text" as const,
      text: `đáp ${seq}`,
      buttons: [button],
      status: "answered.card" as const,
      outboxEntryId: entryId(`o${seq}`),
      atMs: seq,
    },
  ];

  it("reads the talk oldest first, the newest end of it when it is long", async () => {
    expect((await readTurns(store, an, 10)).map((line) => line.text)).toEqual([
      "hỏi 1",
      "đáp 1",
      "hỏi 2",
      "đáp 2",
    ]);
    expect((await readTurns(store, an, 3)).map((line) => line.text)).toEqual(["đáp 1", "hỏi 2", "đáp 2"]);
  });

  it("tells what became of a reply", async () => {
    await changeOutboxItem(store, entryId("o1"), ["queued"], { state: "sent" }, 2);
    const [asked, answered] = await readTurns(store, an, 10);
    expect(asked).toEqual({
      seq: 1,
      part: 0,
      direction: "in",
      kind: "text",
      text: "hỏi 1",
      buttons: [],
      atMs: 1,
    });
    expect(answered).toMatchObject({ buttons: [button], status: "answered.card", delivery: "sent" });
  });

  it("still shows a reply whose outbox row was purged", async () => {
    const [, , , answered] = await readTurns(store, an, 10);
    expect(answered).toMatchObject({ text: "đáp 2" });
    expect(answered).not.toHaveProperty("delivery");
  });

  it("shows nobody else's", async () => {
    expect(await readTurns(store, personId("zalo", "2"), 10)).toEqual([]);
  });
});
