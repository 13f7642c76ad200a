import { beforeEach, expect, it } from "vitest";
import { entryId, personId } from "../../../../bot/base/index.ts";
import {
  addInboxItem,
  closeInboxItem,
  noteInboxFailure,
  noteInteraction,
  readInboxItem,
  type Store,
} from "../../../../bot/store/index.ts";
import { describeOnEachStore } from "../../../support/stores.ts";

const an = personId("zalo", "1");
const item = {
  personId: an,
  seq: 1,
  entryId: entryId("e1"),
  channel: "zalo",
  messageId: "aa11",
  sentAtMs: 1_790_000_000_001,
  acceptedAtMs: 1_790_000_000_002,
  content: { kind: "text", text: "đăng ký khai sinh 👶 \u202e\u0007" },
} as const;

describeOnEachStore("inbox", (open) => {
  let store: Store;

  beforeEach(async () => {
    store = await open();
    await noteInteraction(store, { personId: an, channel: "zalo", atMs: 1 }, 1);
  });

  it("gives an item back as it was stored", async () => {
    await addInboxItem(store, item);
    expect(await readInboxItem(store, an, 1)).toEqual({ ...item, attempts: 0 });
    expect(await readInboxItem(store, an, 2)).toBeUndefined();
  });

  it("leaves out a message id that there is not", async () => {
    const { messageId: _, ...withoutId } = item;
    await addInboxItem(store, { ...withoutId, content: { kind: "follow" } });
    expect(await readInboxItem(store, an, 1)).toEqual({
      ...withoutId,
      content: { kind: "follow" },
      attempts: 0,
    });
  });

  it("has one item at a place", async () => {
    await addInboxItem(store, item);
    await expect(addInboxItem(store, { ...item, entryId: entryId("e2") })).rejects.toThrow();
  });

  it("takes nothing for a person it does not know", async () => {
    await expect(addInboxItem(store, { ...item, personId: personId("zalo", "9") })).rejects.toThrow();
  });

  it("counts failures and closes", async () => {
    await addInboxItem(store, item);
    await noteInboxFailure(store, { ...item, attempts: 0 });
    expect((await readInboxItem(store, an, 1))?.attempts).toBe(1);
    await closeInboxItem(store, item, "set-aside");
    const row = await store.read.selectFrom("inbox").select("state").executeTakeFirst();
    expect(row?.state).toBe("set-aside");
  });
});
