import request from "supertest";
import { personId } from "../../bot/base/index.ts";
import { newId } from "../../bot/simulator/account.ts";
import { eventually, type SimulatedApp } from "./simulated-app.ts";
import type { Turn } from "./talks.ts";

/** Somebody who talks to the bot on one channel. */
export interface Talker {
  /** Says or presses, and hears what comes back. */
  readonly take: (turn: Turn) => Promise<readonly string[]>;
}

const WITHIN_MS = 15_000;

/** On the simulated phone, through signed webhooks and the account's API. */
export function onPhone({ simulator, flow }: SimulatedApp): Talker {
  const id = newId();
  const person = personId("zalo", id);
  const fromBot = () => (simulator.world.find(id)?.messages ?? []).filter(({ from }) => from === "oa");
  const act = (turn: Turn) => {
    if ("say" in turn) return void simulator.acts.say(id, turn.say);
    const message = fromBot().findLast(({ buttons }) => buttons.some(({ title }) => title === turn.press));
    const at = message?.buttons.findIndex(({ title }) => title === turn.press) ?? -1;
    if (!message || at < 0) throw new Error(`no button "${turn.press}" on the phone`);
    simulator.acts.tap(id, message.id, at);
  };
  const takenIn = async () =>
    (await flow.history(person, 200)).filter(({ direction }) => direction === "in").length;
  return {
    take: async (turn) => {
      const [heard, taken] = [fromBot().length, await takenIn()];
      act(turn);
      await eventually("the turn", async () => ((await takenIn()) > taken ? true : undefined), WITHIN_MS);
      if (!(await flow.settled(person, WITHIN_MS))) throw new Error("not answered in time");
      return fromBot()
        .slice(heard)
        .map(({ text }) => text);
    },
  };
}

/** In the web chat without client script: forms are posted and pages read. */
export function onWeb({ url }: SimulatedApp): Talker {
  const browser = request.agent(url);
  let shown: readonly WebMessage[] = [];
  const payloadOf = (title: string) => {
    const found = shown.findLast(({ buttons }) => buttons.has(title))?.buttons.get(title);
    if (found === undefined) throw new Error(`no button "${title}" on the page`);
    return found;
  };
  return {
    take: async (turn) => {
      const form = "say" in turn ? { text: turn.say } : { say: payloadOf(turn.press) };
      await browser.post("/chat").type("form").send(form).expect(303);
      const page = await eventually(
        "the answer",
        async () => {
          const { text } = await browser.get("/chat").expect(200);
          return text.includes('http-equiv="refresh"') ? undefined : text;
        },
        WITHIN_MS,
      );
      const before = shown.length;
      shown = readPage(page);
      return shown.slice(before).map(({ text }) => text);
    },
  };
}

interface WebMessage {
  readonly text: string;
  readonly buttons: ReadonlyMap<string, string>;
}

/** The bot's messages on a chat page, with what their buttons send. */
function readPage(html: string): WebMessage[] {
  const articles = [...html.matchAll(/<article class="msg bot"[\s\S]*?<\/article>/g)].map(
    ([article]) => article,
  );
  return articles.map((article) => ({
    text: plain(/<div class="bubble"[^>]*>([\s\S]*?)<\/div>/.exec(article)?.[1] ?? ""),
    buttons: new Map(
      [...article.matchAll(/<button[^>]*value="([^"]*)"[^>]*>([^<]*)</g)].map(([, value, title]) => [
        plain(title ?? ""),
        plain(value ?? ""),
      ]),
    ),
  }));
}

const named: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&amp;": "&" };

/** Lists get their marks back, so that the words compare with those on the phone. */
function plain(html: string): string {
  return html
    .replace(/<li value="(\d+)">/g, "\n$1. ")
    .replace(/<li>/g, "\n• ")
    .replace(/<p[^>]*>/g, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&(?:lt|gt|quot|amp);/g, (entity) => named[entity] ?? entity)
    .trim();
}
