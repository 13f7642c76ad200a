import { beforeEach, expect, it } from "vitest";
import { newEntryId, systemClock } from "../../../bot/base/index.ts";
import type { OutgoingMessage, SendOutcome } from "../../../bot/domain/index.ts";
import {
  addOutboxItems,
  changeOutboxItem,
  countOutbox,
  listSetAside,
  noteInteraction,
  pushLane,
  readOutboxItem,
  type Store,
} from "../../../bot/store/index.ts";
import { describeOnEachStore } from "../../support/stores.ts";
import { an, binh, type FarEnd, makeFlow, plain, quickPolicy } from "../../support/test-flow.ts";

const SETTLE_MS = 10_000;

/** Gives the outcomes in turn for messages with this text, then delivers. */
function script(text: string, ...outcomes: SendOutcome[]): FarEnd {
  return async (message: OutgoingMessage) => (message.message.text === text ? outcomes.shift() : undefined);
}

const retry: SendOutcome = { kind: "retry", reason: "-32" };

describeOnEachStore("sending replies", (open) => {
  let store: Store;

  beforeEach(async () => {
    store = await open();
  });

  async function talk(farEnd: FarEnd, ...texts: string[]) {
    const flow = makeFlow(store, { farEnd });
    flow.start();
    for (const text of texts) await flow.say(an, text);
    await flow.say(binh, "other");
    for (const person of [an, binh]) expect(await flow.settled(person, SETTLE_MS)).toBe(true);
    await flow.drain();
    expect(flow.received(binh)).toEqual(["re: other"]);
    return flow;
  }

  it("keeps what the platform called the message", async () => {
    await talk(script("none"), "1");
    expect(await readOutboxItem(store, an, 1)).toMatchObject({
      state: "sent",
      attempts: 1,
      platformMessageId: expect.stringMatching(/^p\d$/),
    });
  });

  it("tries again what was certainly not delivered, and lets no later reply overtake it", async () => {
    const flow = await talk(script("re: 1", retry, retry), "1", "2");
    expect(flow.received(an)).toEqual(["re: 1", "re: 2"]);
    expect(await readOutboxItem(store, an, 1)).toMatchObject({ state: "sent", attempts: 3 });
    expect(await listSetAside(store, 10)).toEqual([]);
  });

  it("waits as long as the far end asks", async () => {
    const startedMs = performance.now();
    await talk(script("re: 1", { kind: "retry", reason: "-32", retryAfterMs: 400 }), "1");
    expect(performance.now() - startedMs).toBeGreaterThan(395);
  });

  it.each([
    [
      "gives up after the last attempt",
      Array(quickPolicy.sendAttempts).fill(retry),
      "given-up",
      "send-given-up",
      "-32",
    ],
    ["stops at a refusal", [{ kind: "refused", reason: "-213" }], "refused", "send-refused", "-213"],
    [
      "does not repeat what may have arrived",
      [{ kind: "unknown", reason: "cut" }],
      "unknown",
      "send-unknown",
      "cut",
    ],
  ] as const)("%s, shows it to staff and goes on", async (_name, outcomes, state, kind, reason) => {
    const flow = await talk(script("re: 1", ...(outcomes as SendOutcome[])), "1", "2");
    expect(flow.received(an)).toEqual(["re: 2"]);
    expect(await readOutboxItem(store, an, 1)).toMatchObject({ state, reason, attempts: outcomes.length });
    expect(await listSetAside(store, 10)).toMatchObject([{ personId: an, kind, reason }]);
    expect((await flow.history(an, 10)).map((turn) => turn.delivery)).toContain(state);
  });

  it("takes a sender that throws for an unknown outcome", async () => {
    const farEnd: FarEnd = async ({ message }) => {
      if (message.text === "re: 1") throw new Error("a bug in the channel");
      return undefined;
    };
    await talk(farEnd, "1", "2");
    expect(await readOutboxItem(store, an, 1)).toMatchObject({ state: "unknown" });
  });

  it("takes a sender that never comes back for an unknown outcome, and goes on", async () => {
    const flow = makeFlow(store, {
      retryPolicy: { ...quickPolicy, sendDeadlineMs: 60 },
      farEnd: ({ message }) =>
        message.text === "re: 1" ? new Promise(() => undefined) : Promise.resolve(undefined),
    });
    flow.start();
    await flow.say(an, "1");
    await flow.say(an, "2");
    expect(await flow.settled(an, SETTLE_MS)).toBe(true);
    await flow.drain();
    expect(flow.received(an)).toEqual(["re: 2"]);
    expect(await readOutboxItem(store, an, 1)).toMatchObject({ state: "unknown" });
  });

  it("refuses, visibly, a reply to a channel it has no sender for", async () => {
    const flow = makeFlow(store, { senders: {} });
    flow.start();
    await flow.say(an, "1");
    await flow.settled(an, SETTLE_MS);
    await flow.drain();
    expect(await listSetAside(store, 10)).toMatchObject([{ kind: "send-refused" }]);
  });

  it("never sends again what a crash left in the middle of a call, and goes on after it", async () => {
    await noteInteraction(store, { personId: an, channel: "zalo", atMs: 1 }, 1);
    const ids = [newEntryId(), newEntryId()];
    await pushLane(store, an, "out", 2);
    const items = ids.map((entryId, index) => ({
      entryId,
      personId: an,
      seq: index + 1,
      message: plain(`reply ${index + 1}`),
    }));
    await addOutboxItems(store, items, 1);
    for (const id of ids.slice(0, 1)) {
      await changeOutboxItem(store, id, ["queued"], { state: "sending", attempts: 1 }, 1);
    }
    const flow = makeFlow(store);
    flow.start();
    expect(await flow.settled(an, SETTLE_MS)).toBe(true);
    await flow.drain();
    expect(flow.received(an)).toEqual(["reply 2"]);
    expect(await listSetAside(store, 10)).toMatchObject([{ kind: "send-unknown", aboutEntryId: ids[0] }]);
    expect(await countOutbox(store)).toEqual(
      new Map([
        ["sent", 1],
        ["unknown", 1],
      ]),
    );
  });

  it("has one reply of a person under way at a time, and several people's", async () => {
    const underWay = new Map<string, number>();
    let most = 0;
    const farEnd: FarEnd = async ({ personId }) => {
      underWay.set(personId, (underWay.get(personId) ?? 0) + 1);
      expect(underWay.get(personId)).toBe(1);
      most = Math.max(
        most,
        [...underWay.values()].reduce((sum, n) => sum + n, 0),
      );
      await systemClock.sleep(60);
      underWay.set(personId, 0);
      return undefined;
    };
    const flow = await talk(farEnd, "1", "2", "3");
    expect(flow.received(an)).toEqual(["re: 1", "re: 2", "re: 3"]);
    expect(most).toBe(2);
  });
});
