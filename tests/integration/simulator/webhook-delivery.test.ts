import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { silentLog, systemClock } from "../../../bot/base/index.ts";
import { verifySignature } from "../../../bot/channels/zalo/signature.ts";
import { type Simulator, startSimulator } from "../../../bot/simulator/index.ts";
import { eventually } from "../../support/simulated-app.ts";

interface Posted {
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly event: {
    readonly event_name: string;
    readonly timestamp: string;
    readonly message?: { readonly msg_id: string; readonly text: string };
  };
}

const person = "2000000000000000002";
const MINUTE_MS = 60_000;

let posted: Posted[];
/** What the webhook answers next; 200 when nothing is set. `never` leaves the sender waiting. */
let answers: (number | "never")[];
let server: Server;
let zalo: Simulator;
beforeEach(async () => {
  posted = [];
  answers = [];
  server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on("data", (chunk: Buffer) => chunks.push(chunk));
    req.on("end", () => {
      const body = Buffer.concat(chunks);
      posted.push({ headers: req.headers, body, event: JSON.parse(body.toString()) });
      const answer = answers.shift() ?? 200;
      if (answer !== "never") res.writeHead(answer).end("{}");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  zalo = await startSimulator({ clock: systemClock, log: silentLog, random: () => Math.random() });
  zalo.connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/zalo`);
});
afterEach(async () => {
  await zalo.stop();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const arrived = (count: number) =>
  eventually(`${count} events`, () => (posted.length >= count ? posted : undefined));
const tries = () => zalo.world.log(person).find((entry) => entry.kind === "event")?.tries.length ?? 0;

describe("events", () => {
  it("are signed over their exact bytes with the account's key", async () => {
    zalo.acts.say(person, "làm khai sinh 👶");
    const [first] = await arrived(1);
    expect(first?.event).toMatchObject({
      event_name: "user_send_text",
      message: { text: "làm khai sinh 👶" },
    });
    const signed = {
      rawBody: first?.body ?? Buffer.alloc(0),
      signature: String(first?.headers["x-zevent-signature"]),
      timestamp: String(first?.event.timestamp),
      headerTimestamp: undefined,
    };
    expect(verifySignature(signed, zalo.account)).toEqual({ ok: true });
    expect(verifySignature({ ...signed, rawBody: Buffer.from("{}") }, zalo.account)).toMatchObject({
      ok: false,
    });
  });

  it("of one person come in order, though the first takes its time", async () => {
    answers = [200, 500, 200];
    for (const text of ["một", "hai", "ba"]) zalo.acts.say(person, text);
    const all = await arrived(3);
    expect(all.map(({ event }) => event.message?.text)).toEqual(["một", "hai", "ba"]);
  });

  it("come again after 30 seconds, 5 and 15 minutes, with the same bytes", async () => {
    answers = [503, "never", 401];
    zalo.acts.say(person, "nghe không?");
    await arrived(1);
    for (const [retry, waitMs] of [
      [1, 30_000],
      [2, 5 * MINUTE_MS],
      [3, 15 * MINUTE_MS],
    ] as const) {
      await eventually(`try ${retry} to end`, () => (tries() === retry ? true : undefined));
      zalo.clock.advance(waitMs - 5_000);
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(posted).toHaveLength(retry);
      zalo.clock.advance(5_000);
      await arrived(retry + 1);
      expect(posted[retry]?.headers.num_retry).toBe(String(retry));
      expect(posted[retry]?.body.equals(posted[0]?.body ?? Buffer.alloc(0))).toBe(true);
      expect(posted[retry]?.headers["x-zevent-signature"]).toBe(posted[0]?.headers["x-zevent-signature"]);
    }
    await eventually(
      "delivery",
      () => (zalo.world.log(person)[0] as { state?: string }).state === "delivered" || undefined,
    );
    expect(zalo.world.webhookOn).toBe(true);
  });

  it("end after the last try, and the webhook is switched off", async () => {
    answers = Array.from({ length: 6 }, () => 500);
    zalo.acts.say(person, "một");
    for (let retry = 1; retry <= 5; retry += 1) {
      await eventually(`try ${retry}`, () => (tries() === retry ? true : undefined));
      zalo.clock.advance(61 * MINUTE_MS);
    }
    await eventually("switch-off", () => (zalo.world.webhookOn ? undefined : true));
    zalo.acts.say(person, "hai");
    expect(zalo.world.log(person)[0]).toMatchObject({ state: "switched-off" });
    zalo.world.webhookOn = true;
    zalo.acts.say(person, "ba");
    const all = await arrived(7);
    expect(all.at(-1)?.event.message?.text).toBe("ba");
  });

  it("may be doubled", async () => {
    zalo.settings.doubleEvents = true;
    zalo.acts.say(person, "một");
    const [first, second] = await arrived(2);
    expect(second?.event.message?.msg_id).toBe(first?.event.message?.msg_id);
  });

  it("may overtake each other", async () => {
    const delays = [0.9, 0.05];
    await zalo.stop();
    zalo = await startSimulator({
      clock: systemClock,
      log: silentLog,
      random: () => delays.shift() ?? 0,
      settings: { shuffleEvents: true },
    });
    zalo.connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    zalo.acts.say(person, "một");
    zalo.acts.say(person, "hai");
    const all = await arrived(2);
    expect(all.map(({ event }) => event.message?.text)).toEqual(["hai", "một"]);
  });

  it.each([
    ["follow", () => zalo.acts.follow(person), "follow"],
    ["unfollow", () => zalo.acts.unfollow(person), "unfollow"],
    ["withdraw", () => zalo.acts.withdraw(person), "user_withdraw"],
    ["sticker", () => zalo.acts.send(person, "sticker"), "user_send_sticker"],
    ["location", () => zalo.acts.send(person, "location"), "user_send_location"],
    ["staff", () => zalo.acts.staffSay(person, "chào"), "oa_send_text"],
  ])("%s is told as %s", async (_act, act, name) => {
    act();
    const [first] = await arrived(1);
    expect(first?.event.event_name).toBe(name);
  });
});
