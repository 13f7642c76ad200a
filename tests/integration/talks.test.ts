import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAnswerer } from "../../bot/answer/index.ts";
import { loadKnowledge } from "../../bot/catalogue/index.ts";
import { type SimulatedApp, startSimulatedApp } from "../support/simulated-app.ts";
import { onPhone, onWeb, type Talker } from "../support/talkers.ts";
import { type Talk, talks } from "../support/talks.ts";

let app: SimulatedApp;
beforeAll(async () => {
  const knowledge = loadKnowledge();
  app = await startSimulatedApp({ knowledge, answer: createAnswerer(knowledge) });
});
afterAll(() => app.close());

const channels: readonly [string, () => Talker][] = [
  ["on the simulated phone", () => onPhone(app)],
  ["in the web chat", () => onWeb(app)],
];

async function lead({ turns }: Talk, talker: Talker): Promise<readonly string[]> {
  const heard: string[] = [];
  for (const turn of turns) {
    const words = (await talker.take(turn)).join("\n");
    const said = "say" in turn ? turn.say : `[${turn.press}]`;
    if (turn.hears.length === 0) expect(words, `after “${said}”`).toBe("");
    for (const pattern of turn.hears) expect(words, `after “${said}”`).toMatch(pattern);
    heard.push(words.replace(/\s+/g, " "));
  }
  return heard;
}

describe.each(talks)("$name", (talk) => {
  const transcripts: (readonly string[])[] = [];

  it.each(channels)("%s", async (_name, talker) => {
    transcripts.push(await lead(talk, talker()));
  });

  it("in the same words on both", () => {
    expect(transcripts).toHaveLength(channels.length);
    expect(transcripts[1]).toEqual(transcripts[0]);
  });
});
