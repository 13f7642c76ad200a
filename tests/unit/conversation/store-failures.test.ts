import { beforeEach, expect, it } from "vitest";
import { systemClock } from "../../../bot/base/index.ts";
import { countOutbox, listSetAside, readInboxItem, type Store } from "../../../bot/store/index.ts";
import { describeOnEachStore } from "../../support/stores.ts";
import { an, binh, makeFlow } from "../../support/test-flow.ts";

const SETTLE_MS = 15_000;

describeOnEachStore("a store that fails for a while", (open) => {
  let real: Store;
  let away: boolean;
  let store: Store;

  beforeEach(async () => {
    real = await open();
    away = false;
    store = {
      ...real,
      transaction: (...work) =>
        away ? Promise.reject(new Error("the store is away")) : real.transaction(...work),
    };
  });

  it("loses no outcome of a call that ended meanwhile, and sends nothing twice", async () => {
    const flow = makeFlow(store, {
      farEnd: async () => {
        away = true;
        void systemClock.sleep(300).then(() => {
          away = false;
        });
        return undefined;
      },
    });
    flow.start();
    await flow.say(an, "1");
    expect(await flow.settled(an, SETTLE_MS)).toBe(true);
    await flow.drain();
    expect(flow.received(an)).toEqual(["re: 1"]);
    expect(await countOutbox(real)).toEqual(new Map([["sent", 1]]));
  });

  it("takes nothing in, says so, and goes on with everything afterwards", async () => {
    const flow = makeFlow(store);
    await flow.say(an, "1");
    away = true;
    flow.start();
    await expect(flow.say(binh, "2")).rejects.toThrow("away");
    await systemClock.sleep(100);
    away = false;
    expect(await flow.say(binh, "2")).toBe("accepted");
    for (const person of [an, binh]) expect(await flow.settled(person, SETTLE_MS)).toBe(true);
    await flow.drain();
    expect([flow.received(an), flow.received(binh)]).toEqual([["re: 1"], ["re: 2"]]);
  });

  it("does not count its failures against a message", async () => {
    const flow = makeFlow(store, {
      answer: () => {
        away = true;
        void systemClock.sleep(50).then(() => {
          away = false;
        });
        throw new Error("at the same moment");
      },
    });
    flow.start();
    await flow.say(an, "1");
    await systemClock.sleep(300);
    expect((await readInboxItem(real, an, 1))?.attempts).toBe(0);
    expect(await listSetAside(real, 10)).toEqual([]);
    await flow.drain();
  });
});
