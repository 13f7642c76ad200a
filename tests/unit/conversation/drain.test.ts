import { beforeEach, expect, it } from "vitest";
import { systemClock } from "../../../bot/base/index.ts";
import { countOutbox, readInboxItem, type Store } from "../../../bot/store/index.ts";
import { describeOnEachStore } from "../../support/stores.ts";
import { an, makeFlow, type TestFlow } from "../../support/test-flow.ts";

const SETTLE_MS = 10_000;

describeOnEachStore("draining", (open) => {
  let store: Store;

  beforeEach(async () => {
    store = await open();
  });

  /** A flow that is in the middle of sending, and what lets the call end. */
  async function inTheMiddle(): Promise<{ flow: TestFlow; deliver: () => void }> {
    let deliver = () => {};
    let arrived = () => {};
    const called = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const flow = makeFlow(store, {
      farEnd: () => {
        arrived();
        return new Promise((resolve) => {
          deliver = () => resolve(undefined);
        });
      },
    });
    flow.start();
    await flow.say(an, "1");
    await called;
    return { flow, deliver: () => deliver() };
  }

  it("finishes what is in hand and takes up nothing new", async () => {
    const { flow, deliver } = await inTheMiddle();
    const draining = flow.drain();
    await flow.say(an, "2");
    await systemClock.sleep(60);
    deliver();
    expect(await draining).toBe(true);
    expect(await countOutbox(store)).toEqual(new Map([["sent", 1]]));
    expect(await readInboxItem(store, an, 2)).toMatchObject({ attempts: 0 });
  });

  it("leaves the rest to the next start", async () => {
    const { flow, deliver } = await inTheMiddle();
    await flow.say(an, "2");
    const draining = flow.drain();
    deliver();
    await draining;
    const next = makeFlow(store);
    next.start();
    expect(await next.settled(an, SETTLE_MS)).toBe(true);
    await next.drain();
    expect(next.received(an)).toEqual(["re: 2"]);
  });

  it("says so when time runs out", async () => {
    const { flow, deliver } = await inTheMiddle();
    expect(await flow.drain(50)).toBe(false);
    deliver();
    expect(await flow.drain()).toBe(true);
  });

  it("is quick when nothing is in hand, started or not", async () => {
    expect(await makeFlow(store).drain()).toBe(true);
    const started = makeFlow(store);
    started.start();
    expect(await started.drain()).toBe(true);
  });

  it("waits for a person only as long as asked", async () => {
    const idle = makeFlow(store);
    expect(await idle.settled(an, 0)).toBe(true);
    await idle.say(an, "1");
    const startedMs = performance.now();
    expect(await idle.settled(an, 300)).toBe(false);
    expect(performance.now() - startedMs).toBeGreaterThan(290);
  });
});
