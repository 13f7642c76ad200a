import { beforeEach, expect, it } from "vitest";
import { entryId, personId } from "../../../../bot/base/index.ts";
import {
  listSetAside,
  markHandled,
  noteInteraction,
  type Store,
  setAside,
} from "../../../../bot/store/index.ts";
import { describeOnEachStore } from "../../../support/stores.ts";

const an = personId("zalo", "1");
const what = { personId: an, kind: "send-refused", aboutEntryId: entryId("o1"), reason: "-213" } as const;

describeOnEachStore("set aside", (open) => {
  let store: Store;

  beforeEach(async () => {
    store = await open();
    await noteInteraction(store, { personId: an, channel: "zalo", atMs: 1 }, 1);
  });

  it("lists what waits for staff, oldest first, up to a limit", async () => {
    await setAside(store, what, 200);
    await setAside(store, { ...what, kind: "turn-failed", aboutEntryId: entryId("i1") }, 100);
    const rows = await listSetAside(store, 10);
    expect(rows.map((row) => [row.kind, row.aboutEntryId, row.createdAtMs])).toEqual([
      ["turn-failed", "i1", 100],
      ["send-refused", "o1", 200],
    ]);
    expect(await listSetAside(store, 1)).toHaveLength(1);
  });

  it("takes a row off the list once", async () => {
    await setAside(store, what, 200);
    const [row] = await listSetAside(store, 10);
    const id = row?.entryId ?? entryId("");
    expect(await markHandled(store, id, "lan", 300)).toBe(true);
    expect(await markHandled(store, id, "minh", 400)).toBe(false);
    expect(await listSetAside(store, 10)).toEqual([]);
  });

  it("keeps only the beginning of a long reason", async () => {
    await setAside(store, { ...what, reason: "x".repeat(10_000) }, 1);
    expect((await listSetAside(store, 1))[0]?.reason).toHaveLength(300);
  });
});
