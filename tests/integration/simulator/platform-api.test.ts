import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { silentLog, systemClock } from "../../../bot/base/index.ts";
import { type Simulator, startSimulator } from "../../../bot/simulator/index.ts";
import {
  createZaloClient,
  type ZaloClient,
  ZaloRefusedError,
  ZaloUnreachableError,
} from "../../../bot/zalo/index.ts";

const person = "2000000000000000002";
const HOUR_MS = 60 * 60_000;

let zalo: Simulator;
let client: ZaloClient;
let token: string;
beforeEach(async () => {
  zalo = await startSimulator({ clock: systemClock, log: silentLog });
  token = zalo.account.seedAccessToken;
  const renew = async () => token;
  client = createZaloClient({
    apiUrl: zalo.account.apiUrl,
    tokens: { accessToken: async () => token, renew },
    clock: systemClock,
    log: silentLog,
  });
});
afterEach(() => zalo.stop());

const send = (text = "xin chào") => client.send({ userId: person }, { kind: "text", text });
const code = async (call: Promise<unknown>) => {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof ZaloRefusedError ? error.code : error;
};

describe("our client against the pretend platform", () => {
  it("sends to who wrote, and the phone shows it", async () => {
    zalo.acts.say(person, "chào");
    const sent = await client.send(
      { userId: person },
      {
        kind: "text",
        text: "chọn",
        buttons: [{ title: "Có", action: { type: "oa.query.hide", payload: "#co" } }],
      },
    );
    expect(sent).toMatchObject({ quota: { type: "reply", remain: 8, total: 8 } });
    expect(zalo.world.find(person)?.messages.at(-1)).toMatchObject({
      id: sent.messageId,
      from: "oa",
      text: "chọn",
      buttons: [{ title: "Có", type: "oa.query.hide", payload: "#co" }],
    });
  });

  it("is refused for somebody who never wrote, left, or was silent too long", async () => {
    expect(await code(send())).toBe(-201);
    zalo.acts.say(person, "chào");
    zalo.acts.unfollow(person);
    expect(await code(send())).toBe(-213);
    zalo.acts.say(person, "lại đây");
    zalo.clock.advance(8 * 24 * HOUR_MS);
    token = await freshToken();
    expect(await code(send())).toBe(-230);
  });

  it("pays from the package after 48 hours, until nothing is left", async () => {
    zalo.acts.say(person, "chào");
    zalo.clock.advance(50 * HOUR_MS);
    token = await freshToken();
    zalo.settings.paidLeft = 1;
    expect((await send()).quota).toEqual({ type: "sub_quota", remain: 0, total: 500 });
    expect(await code(send())).toBe(-211);
  });

  it("lets three messages go to a follower who never wrote", async () => {
    zalo.acts.follow(person);
    for (const remain of [2, 1, 0])
      expect((await send()).quota).toMatchObject({ type: "welcome_msg", remain });
    expect(await code(send())).toBe(-232);
  });

  it("refuses a wrong token, an expired one, and one that was replaced", async () => {
    zalo.acts.say(person, "chào");
    token = "wrong";
    expect(await code(send())).toBe(-216);
    token = zalo.account.seedAccessToken;
    zalo.clock.advance(26 * HOUR_MS);
    expect(await code(send())).toBe(-220);
    await freshToken();
    expect(await code(send())).toBe(-216);
  });

  it("keeps a rate and tells what is left of it", async () => {
    zalo.acts.say(person, "chào");
    zalo.settings.perMinute = 1;
    await send();
    const raw = await post("/v3.0/oa/message/cs", {}, { access_token: token });
    expect(raw.headers.get("x-ratelimit-remain")).toBe("0");
    expect(await raw.json()).toMatchObject({ error: -32 });
  });

  it("fails as a server fails, and loses answers as a network does", async () => {
    zalo.acts.say(person, "chào");
    zalo.settings.failNext = 1;
    expect(await code(send())).toBeInstanceOf(ZaloUnreachableError);
    zalo.settings.loseAnswerNext = 1;
    const lost = await code(send("có đến"));
    expect(lost).toMatchObject({ maybeDelivered: true });
    expect(zalo.world.find(person)?.messages.at(-1)?.text).toBe("có đến");
  });

  it("refuses by a set code, so many times", async () => {
    zalo.acts.say(person, "chào");
    zalo.settings.refuseNext = 1;
    zalo.settings.refuseCode = -248;
    expect(await code(send())).toBe(-248);
    await send();
  });

  it("answers slowly when told to", async () => {
    zalo.acts.say(person, "chào");
    zalo.settings.slowMs = 300;
    const startedAtMs = Date.now();
    await send();
    expect(Date.now() - startedAtMs).toBeGreaterThanOrEqual(300);
  });

  it("knows account, people, tags, quota and talk", async () => {
    zalo.acts.follow(person);
    const messageId = zalo.acts.say(person, "chào");
    await send("chào bạn");
    expect(await client.account()).toMatchObject({ oaId: zalo.account.oaId, isVerified: true, followers: 1 });
    expect(await client.quota(person)).toMatchObject({ freeRepliesLeft: 8 });
    await client.tag(person, "cần-gặp-cán-bộ");
    expect(await client.tags()).toEqual(["cần-gặp-cán-bộ"]);
    expect(await client.person(person)).toMatchObject({
      userId: person,
      isFollower: true,
      tags: ["cần-gặp-cán-bộ"],
    });
    await client.untag(person, "cần-gặp-cán-bộ");
    expect(await client.tags()).toEqual([]);
    expect(await client.list({ offset: 0, count: 10 })).toEqual([person]);
    const talk = await client.conversation(person, { offset: 0, count: 10 });
    expect(talk.map(({ from, text }) => [from, text])).toEqual([
      ["account", "chào bạn"],
      ["person", "chào"],
    ]);
    expect(await client.recentChats({ offset: 0, count: 1 })).toHaveLength(1);
    await client.react(person, messageId, "like");
    expect(await code(client.react(person, "không-có", "like"))).toBe(-201);
  });

  it("takes files with the right ending", async () => {
    expect(await client.upload({ kind: "file", fileName: "don.pdf", bytes: new Uint8Array(10) })).not.toBe(
      "",
    );
    expect(await client.upload({ kind: "image", fileName: "so-do.png", bytes: new Uint8Array(10) })).not.toBe(
      "",
    );
  });
});

describe("what only a bad client does", () => {
  it.each([
    ["a token in the address", `/v3.0/oa/message/cs?access_token=x`, {}, { error: -216 }],
    ["an unknown path", "/v3.0/oa/message/transaction", {}, { error: 404, message: "empty api" }],
    [
      "the old message path",
      "/v2.0/oa/message",
      { recipient: { user_id: person }, message: { text: "a" } },
      { error: -240 },
    ],
    ["a message that cannot be read", "/v3.0/oa/message/cs", { recipient: {} }, { error: -201 }],
  ])("%s", async (_what, path, body, answer) => {
    const headers = path.includes("?") ? {} : { access_token: token };
    expect(await (await post(path, body, headers)).json()).toMatchObject(answer);
  });
});

describe("the sign-in host", () => {
  const form = (fields: Record<string, string>, secret?: string) =>
    fetch(`${zalo.account.oauthUrl}/v4/oa/access_token`, {
      method: "POST",
      body: new URLSearchParams(fields),
      headers: secret ? { secret_key: secret } : {},
    }).then((answer) => answer.json());

  it("names what is wrong", async () => {
    const { appId, appSecret, oaSecretKeys } = zalo.account;
    expect(await form({})).toMatchObject({ message: "empty api" });
    expect(await form({}, oaSecretKeys[0])).toMatchObject({ error: -14004 });
    expect(await form({ app_id: "1" }, appSecret)).toMatchObject({ error: -14002 });
    expect(await form({ app_id: appId, grant_type: "password" }, appSecret)).toMatchObject({ error: -14018 });
    expect(
      await form({ app_id: appId, grant_type: "refresh_token", refresh_token: "used" }, appSecret),
    ).toMatchObject({
      error: -14014,
      error_name: "Invalid refresh token.",
    });
  });

  it("sends an administrator back with a code", async () => {
    const ask = new URL(`${zalo.account.oauthUrl}/v4/oa/permission`);
    ask.searchParams.set("app_id", zalo.account.appId);
    ask.searchParams.set("redirect_uri", "http://127.0.0.1:9/back");
    ask.searchParams.set("state", "s1");
    const answer = await fetch(ask, { redirect: "manual" });
    const back = new URL(answer.headers.get("location") ?? "");
    expect(back.searchParams.get("state")).toBe("s1");
    expect(back.searchParams.get("oa_id")).toBe(zalo.account.oaId);
    expect(back.searchParams.get("code")).toMatch(/^[\w-]{32}$/);
  });
});

function post(path: string, body: object, headers: Record<string, string>): Promise<Response> {
  return fetch(`${zalo.account.apiUrl}${path}`, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "content-type": "application/json", ...headers },
  });
}

/** Renews as the program does, with whatever refresh token is valid: the seed one, used once here. */
async function freshToken(): Promise<string> {
  const { oauthUrl, appId, appSecret, seedRefreshToken } = zalo.account;
  const answer = await fetch(`${oauthUrl}/v4/oa/access_token`, {
    method: "POST",
    body: new URLSearchParams({
      app_id: appId,
      grant_type: "refresh_token",
      refresh_token: seedRefreshToken,
    }),
    headers: { secret_key: appSecret },
  });
  const { access_token } = (await answer.json()) as { access_token: string };
  return access_token;
}
