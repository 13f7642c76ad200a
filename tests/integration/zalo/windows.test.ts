import { afterEach, describe, expect, it } from "vitest";
import { personId } from "../../../bot/base/index.ts";
import { listForStaff, tryAgain } from "../../../bot/conversation/index.ts";
import { readOaSends } from "../../../bot/store/index.ts";
import { eventually, type SimulatedApp, startSimulatedApp } from "../../support/simulated-app.ts";

const HOUR_MS = 60 * 60_000;
const citizen = "2000000000000000002";
const person = personId("zalo", citizen);

let app: SimulatedApp | undefined;
afterEach(async () => {
  await app?.close();
  app = undefined;
});

/** A message whose answer the platform does not take for so long. */
async function answeredAfter(hours: number): Promise<SimulatedApp> {
  app = await startSimulatedApp({ settings: { refuseNext: 1, refuseCode: -200 } });
  const { simulator, flow } = app;
  simulator.acts.say(citizen, "một");
  await eventually("the refusal", () => (simulator.settings.refuseNext === 0 ? true : undefined));
  await eventually("its being written down", async () =>
    (await flow.history(person, 5)).some(({ delivery }) => delivery === "retry") ? true : undefined,
  );
  simulator.clock.advance(hours * HOUR_MS);
  expect(await flow.settled(person, 10_000)).toBe(true);
  return app;
}

const shown = ({ simulator }: SimulatedApp) =>
  simulator.world
    .find(citizen)
    ?.messages.filter(({ from }) => from === "oa")
    .map(({ text }) => text);

describe("an answer that could not be sent at once", () => {
  it.each([
    [1, { free: 1, allowance: 0 }],
    [47, { free: 1, allowance: 0 }],
    [49, { free: 0, allowance: 1 }],
    [167, { free: 0, allowance: 1 }],
  ])("after %d hours is sent, and counted by what paid for it", async (hours, paid) => {
    const running = await answeredAfter(hours);
    expect(shown(running)).toEqual(["Trả lời: một"]);
    expect(await readOaSends(running.store, person)).toMatchObject({ ...paid, charged: 0, unknown: 0 });
    expect(await listForStaff(running.store, 10)).toEqual([]);
  });

  it("after seven days is not sent any more, and staff see it with its words", async () => {
    const running = await answeredAfter(169);
    expect(shown(running)).toEqual([]);
    expect(await listForStaff(running.store, 10)).toMatchObject([
      { kind: "send-refused", text: "Trả lời: một", personId: person },
    ]);
  });

  it("is sent after all once the person writes again and staff ask for it", async () => {
    const running = await answeredAfter(169);
    const [row] = await listForStaff(running.store, 10);
    running.simulator.acts.say(citizen, "hai");
    await eventually("the new answer", () => (shown(running)?.length === 1 ? true : undefined));
    if (row) await tryAgain(running.store, row.entryId, "lan", 5);
    await eventually("the old answer", () => (shown(running)?.length === 2 ? true : undefined));
    expect(shown(running)).toEqual(["Trả lời: hai", "Trả lời: một"]);
  });
});
