import fc from "fast-check";
import { beforeEach, expect, it } from "vitest";
import { personId } from "../../../bot/base/index.ts";
import { readConversation, readInboxItem, type Store } from "../../../bot/store/index.ts";
import { describeOnEachStore } from "../../support/stores.ts";
import { an, binh, makeFlow, type TestFlow } from "../../support/test-flow.ts";

const SETTLE_MS = 10_000;

describeOnEachStore("accepting events", (open) => {
  let store: Store;
  let flow: TestFlow;

  beforeEach(async () => {
    store = await open();
    flow = makeFlow(store);
  });

  it("has the event in the store when it says so, before anything is answered", async () => {
    expect(await flow.say(an, "chào")).toBe("accepted");
    expect(await readInboxItem(store, an, 1)).toMatchObject({ content: { kind: "text", text: "chào" } });
    expect(flow.received(an)).toEqual([]);
  });

  it("knows the same event again, while it waits and after it was answered", async () => {
    await flow.say(an, "chào", "k");
    expect(await flow.say(an, "chào", "k")).toBe("duplicate");
    flow.start();
    expect(await flow.settled(an, SETTLE_MS)).toBe(true);
    expect(await flow.say(an, "chào", "k")).toBe("duplicate");
    expect(flow.received(an)).toEqual(["re: chào"]);
    await flow.drain();
  });

  it("takes one of many that come at the same moment", async () => {
    const results = await Promise.all(Array.from({ length: 8 }, () => flow.say(an, "chào", "k")));
    expect(results.filter((result) => result === "accepted")).toHaveLength(1);
    expect(await readInboxItem(store, an, 2)).toBeUndefined();
  });

  it("never stores a number of a person, in the inbox or in the talk", async () => {
    flow.start();
    await flow.say(an, "cccd 079123456789");
    await flow.settled(an, SETTLE_MS);
    await flow.drain();
    const kept = [
      await store.read.selectFrom("inbox").selectAll().execute(),
      await store.read.selectFrom("turns").selectAll().execute(),
      await store.read.selectFrom("outbox").selectAll().execute(),
      await store.read.selectFrom("conversations").selectAll().execute(),
    ];
    expect(JSON.stringify(kept)).toContain("[số căn cước]");
    expect(JSON.stringify(kept)).not.toContain("079123456789");
  });

  it("counts as a sign of life what the person does towards us, and nothing else", async () => {
    await flow.bring(an, { kind: "staff-reply" });
    await flow.bring(an, { kind: "unfollow" });
    expect((await readConversation(store, an))?.lastInteractionAtMs).toBeNull();
    await flow.bring(an, { kind: "sticker" });
    expect((await readConversation(store, an))?.lastInteractionAtMs).toEqual(expect.any(Number));
  });

  it("rejects when the store is gone, so that the sender tries again", async () => {
    const gone = await open();
    const orphan = makeFlow(gone);
    await gone.close();
    await expect(orphan.say(binh, "chào")).rejects.toThrow();
  });

  it("takes whatever a person can type", async () => {
    flow.start();
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 50 }), async (text) => {
        const person = personId("web", Math.random().toString(36));
        await flow.say(person, text);
        expect(await flow.settled(person, SETTLE_MS)).toBe(true);
        expect(flow.received(person)).toHaveLength(1);
      }),
      { numRuns: 20 },
    );
    await flow.drain();
  });
});
