import { afterEach, describe, expect, it } from "vitest";
import { personId } from "../../../bot/base/index.ts";
import { readConversation } from "../../../bot/store/index.ts";
import { eventually, type SimulatedApp, startSimulatedApp } from "../../support/simulated-app.ts";

const HOUR_MS = 60 * 60_000;
const citizen = "2000000000000000002";
const person = personId("zalo", citizen);

let app: SimulatedApp | undefined;
afterEach(async () => {
  await app?.close();
  app = undefined;
});

async function withStaffAnswering(): Promise<SimulatedApp> {
  app = await startSimulatedApp();
  app.simulator.acts.say(citizen, "một");
  await shown(app, "Trả lời: một");
  app.simulator.acts.staffSay(citizen, "Cán bộ xin trả lời");
  await shown(app, "Cán bộ đang trả lời bạn");
  return app;
}

const texts = ({ simulator }: SimulatedApp) =>
  (simulator.world.find(citizen)?.messages ?? []).filter(({ from }) => from === "oa").map(({ text }) => text);
const shown = (running: SimulatedApp, part: string) =>
  eventually(part, () => texts(running).find((text) => text.includes(part)));

/** Writes, and waits until the message was taken and its turn is over. */
async function write(running: SimulatedApp, text: string): Promise<void> {
  running.simulator.acts.say(citizen, text);
  await eventually("the turn", async () =>
    (await running.flow.history(person, 50)).some((turn) => turn.text === text) ? true : undefined,
  );
  expect(await running.flow.settled(person, 8_000)).toBe(true);
}

describe("staff who write from the platform's console", () => {
  it("silence the bot for that person only; the person is told who answers, once, and until when", async () => {
    const running = await withStaffAnswering();
    running.simulator.acts.staffSay(citizen, "Bạn mang căn cước theo nhé");
    await write(running, "còn lệ phí?");
    expect(texts(running).filter((text) => text.includes("Cán bộ đang trả lời"))).toHaveLength(1);
    expect(await shown(running, "Cán bộ đang trả lời")).toMatch(/đến \d\d:\d\d \d\d\/\d\d\./);
    expect(texts(running)).not.toContain("Trả lời: còn lệ phí?");
    running.simulator.acts.say("2000000000000000003", "hai");
    await eventually("the answer to somebody else", () =>
      running.simulator.world.find("2000000000000000003")?.messages.find(({ from }) => from === "oa"),
    );
  });

  it("have the word for twelve hours from their last message, then the bot answers by itself", async () => {
    const running = await withStaffAnswering();
    running.simulator.clock.advance(11 * HOUR_MS);
    running.simulator.acts.staffSay(citizen, "Tôi đang tra cứu");
    await eventually("their time to start anew", async () => {
      const until = (await readConversation(running.store, person))?.humanUntilAtMs ?? 0;
      return until > running.simulator.clock.nowMs() + 11 * HOUR_MS ? true : undefined;
    });
    running.simulator.clock.advance(11 * HOUR_MS);
    await write(running, "còn lệ phí?");
    expect(texts(running)).not.toContain("Trả lời: còn lệ phí?");
    running.simulator.clock.advance(2 * HOUR_MS);
    await write(running, "nộp ở đâu?");
    expect(texts(running)).toContain("Trả lời: nộp ở đâu?");
  });

  it("hand back by writing #bot, and the person is told", async () => {
    const running = await withStaffAnswering();
    running.simulator.acts.staffSay(citizen, "#bot");
    await shown(running, "đã trở lại");
    await write(running, "còn lệ phí?");
    expect(texts(running)).toContain("Trả lời: còn lệ phí?");
  });
});

it("a message of the account without a staff id silences nothing", async () => {
  app = await startSimulatedApp();
  // Every answer of ours comes back as `oa_send_text`.
  for (const word of ["một", "hai", "ba"]) await write(app, word);
  expect(texts(app)).toEqual(["Trả lời: một", "Trả lời: hai", "Trả lời: ba"]);
  expect(await readConversation(app.store, person)).toMatchObject({ mode: "BOT" });
});
