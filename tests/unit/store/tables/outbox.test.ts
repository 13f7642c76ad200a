import { beforeEach, expect, it } from "vitest";
import { entryId, personId } from "../../../../bot/base/index.ts";
import {
  addOutboxItems,
  changeOutboxItem,
  countOutbox,
  noteInteraction,
  outboxStates,
  readOutboxItem,
  type Store,
} from "../../../../bot/store/index.ts";
import { describeOnEachStore } from "../../../support/stores.ts";

const an = personId("zalo", "1");
const first = entryId("o1");
const message = {
  text: "Lệ phí: 8.000 đồng",
  buttons: [{ title: "Hồ sơ", action: { kind: "say", payload: "hồ sơ" } }],
} as const;

describeOnEachStore("outbox", (open) => {
  let store: Store;

  beforeEach(async () => {
    store = await open();
    await noteInteraction(store, { personId: an, channel: "zalo", atMs: 1 }, 1);
    const items = [first, entryId("o2")].map((id, index) => ({
      entryId: id,
      personId: an,
      seq: index + 1,
      message,
    }));
    await addOutboxItems(store, items, 100);
  });

  it("gives a queued reply back, byte for byte", async () => {
    expect(await readOutboxItem(store, an, 2)).toEqual({
      entryId: "o2",
      personId: an,
      seq: 2,
      message,
      state: "queued",
      attempts: 0,
      queuedAtMs: 100,
      changedAtMs: 100,
    });
    expect(await readOutboxItem(store, an, 3)).toBeUndefined();
  });

  it("changes a reply only from the states named", async () => {
    expect(await changeOutboxItem(store, first, ["sending"], { state: "sent" }, 200)).toBe(false);
    expect((await readOutboxItem(store, an, 1))?.state).toBe("queued");
    expect(
      await changeOutboxItem(store, first, ["retry", "queued"], { state: "sending", attempts: 1 }, 200),
    ).toBe(true);
    expect(await readOutboxItem(store, an, 1)).toMatchObject({
      state: "sending",
      attempts: 1,
      changedAtMs: 200,
    });
  });

  it("keeps what the far end said", async () => {
    await changeOutboxItem(store, first, ["queued"], { state: "sent", platformMessageId: "z9" }, 200);
    expect(await readOutboxItem(store, an, 1)).toMatchObject({ platformMessageId: "z9" });
    await changeOutboxItem(store, entryId("o2"), ["queued"], { state: "refused", reason: "-213" }, 200);
    expect(await readOutboxItem(store, an, 2)).toMatchObject({ state: "refused", reason: "-213" });
  });

  it("says so when the reply is gone", async () => {
    expect(await changeOutboxItem(store, entryId("none"), outboxStates, { state: "sent" }, 1)).toBe(false);
  });

  it("can hold every state there is, and counts by state", async () => {
    for (const state of outboxStates) {
      expect(await changeOutboxItem(store, first, outboxStates, { state }, 1)).toBe(true);
    }
    expect(await countOutbox(store)).toEqual(
      new Map([
        ["given-up", 1],
        ["queued", 1],
      ]),
    );
  });
});
