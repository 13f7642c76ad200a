import { expect, it } from "vitest";
import { forgetEvents, noteEvent } from "../../../../bot/store/index.ts";
import { describeOnEachStore } from "../../../support/stores.ts";

const event = { channel: "zalo", eventKey: "user_send_text:m1" } as const;

describeOnEachStore("accepted events", (open) => {
  it("takes each event once, told apart by channel and key", async () => {
    const store = await open();
    expect(await noteEvent(store, event, 1)).toBe(true);
    expect(await noteEvent(store, event, 2)).toBe(false);
    expect(await noteEvent(store, { ...event, channel: "web" }, 3)).toBe(true);
    expect(await noteEvent(store, { ...event, eventKey: "user_send_image:m1" }, 4)).toBe(true);
  });

  it("keeps no key in the clear", async () => {
    const store = await open();
    await noteEvent(store, event, 1);
    const rows = await store.read.selectFrom("accepted_events").selectAll().execute();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain("m1");
  });

  it("forgets only those taken in before a time", async () => {
    const store = await open();
    await noteEvent(store, event, 100);
    await noteEvent(store, { ...event, eventKey: "later" }, 200);
    expect(await forgetEvents(store, 200)).toBe(1);
    expect(await noteEvent(store, event, 300)).toBe(true);
    expect(await noteEvent(store, { ...event, eventKey: "later" }, 300)).toBe(false);
  });

  it("takes an event once when two transactions bring it at the same moment", async () => {
    const store = await open();
    const both = [1, 2].map((nowMs) => store.transaction((tx) => noteEvent(tx, event, nowMs)));
    expect((await Promise.all(both)).sort()).toEqual([false, true]);
  });
});
