import { expect, it } from "vitest";
import { systemClock } from "../../../bot/base/index.ts";
import { createSettableClock } from "../../../bot/simulator/settable-clock.ts";
import { openMemoryStore, readOutboxItem } from "../../../bot/store/index.ts";
import { an, makeFlow } from "../../support/test-flow.ts";

const HOUR_MS = 60 * 60_000;

it("does not mistake a call in progress for a dead process's when the clock jumps forward", async () => {
  const clock = createSettableClock(systemClock);
  const store = await openMemoryStore(clock);
  let calls = 0;
  const flow = makeFlow(store, {
    clock,
    farEnd: async () => {
      calls += 1;
      clock.advance(HOUR_MS);
      await systemClock.sleep(100);
      clock.advance(HOUR_MS);
      await systemClock.sleep(100);
      return undefined;
    },
  });
  flow.start();
  await flow.say(an, "1");
  await expect.poll(() => readOutboxItem(store, an, 1), { timeout: 5_000 }).toMatchObject({ state: "sent" });
  expect(calls).toBe(1);
  expect(flow.received(an)).toEqual(["re: 1"]);
  await flow.drain();
  await store.close();
});
