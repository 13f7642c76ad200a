import { afterEach, describe, expect, it } from "vitest";
import {
  eventually,
  type SimulatedApp,
  type SimulatedAppOptions,
  startSimulatedApp,
} from "../../support/simulated-app.ts";

const HOUR_MS = 60 * 60_000;
const person = "2000000000000000002";

let app: SimulatedApp | undefined;
afterEach(async () => {
  await app?.close();
  app = undefined;
});

async function start(options: SimulatedAppOptions = {}): Promise<SimulatedApp> {
  app = await startSimulatedApp(options);
  return app;
}

const shownTo = ({ simulator }: SimulatedApp, id = person) =>
  (simulator.world.find(id)?.messages ?? []).filter(({ from }) => from === "oa").map(({ text }) => text);

const answers = (running: SimulatedApp, count: number, withinMs = 15_000) =>
  eventually(
    `${count} answers`,
    () => (shownTo(running).length >= count ? shownTo(running) : undefined),
    withinMs,
  );

describe("from the phone through the program and back", () => {
  it("answers once when every event comes twice and out of order", async () => {
    const running = await start({ settings: { doubleEvents: true, shuffleEvents: true } });
    for (const text of ["một", "hai", "ba"]) running.simulator.acts.say(person, text);
    await answers(running, 3);
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(shownTo(running).toSorted()).toEqual(["Trả lời: ba", "Trả lời: hai", "Trả lời: một"]);
  });

  it("answers no message of its own: echoes and receipts end there", async () => {
    const running = await start();
    running.simulator.acts.say(person, "một");
    await answers(running, 1);
    await eventually(
      "the receipt",
      () =>
        running.simulator.world
          .log(person)
          .some(
            (entry) =>
              entry.name === "user_received_message" && (entry as { state?: string }).state === "delivered",
          ) || undefined,
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(shownTo(running)).toEqual(["Trả lời: một"]);
  });

  it("renews its token when it expires, without losing an answer", async () => {
    const running = await start();
    running.simulator.acts.say(person, "một");
    await answers(running, 1);
    running.simulator.clock.advance(26 * HOUR_MS);
    running.simulator.acts.say(person, "hai");
    expect((await answers(running, 2)).at(-1)).toBe("Trả lời: hai");
  });

  it("sends again after a server error, as soon as its own waiting is over", async () => {
    const running = await start({ settings: { refuseNext: 1, refuseCode: -200 } });
    running.simulator.acts.say(person, "một");
    await eventually("the refusal", () => (running.simulator.settings.refuseNext === 0 ? true : undefined));
    await new Promise((resolve) => setTimeout(resolve, 200));
    running.simulator.clock.advance(HOUR_MS);
    expect(await answers(running, 1)).toEqual(["Trả lời: một"]);
  });

  it("does not send twice what may have arrived", async () => {
    const running = await start({ settings: { loseAnswerNext: 1 } });
    running.simulator.acts.say(person, "một");
    await answers(running, 1);
    running.simulator.clock.advance(HOUR_MS);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(shownTo(running)).toEqual(["Trả lời: một"]);
  });

  it("falls silent while staff answer, and greets a new follower", async () => {
    const running = await start();
    running.simulator.acts.follow(person);
    const [welcome] = await answers(running, 1);
    expect(welcome).toContain("Trợ lý Một cửa");
    running.simulator.acts.staffSay(person, "Cán bộ xin trả lời");
    await eventually("the notice", () =>
      shownTo(running).some((text) => text.includes("Cán bộ đang trả lời")) ? true : undefined,
    );
    const before = shownTo(running).length;
    running.simulator.acts.say(person, "còn đó không?");
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(shownTo(running)).toHaveLength(before);
  });
});
