import nock from "nock";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { silentLog } from "../../../bot/base/index.ts";
import {
  createZaloClient,
  type Message,
  type ZaloClient,
  type ZaloClientOptions,
} from "../../../bot/zalo/index.ts";
import { manualClock } from "../../support/manual-clock.ts";

const HOST = "https://openapi.zalo.me";
const SEND = "/v3.0/oa/message/cs";
const to = { userId: "1234567890123456789" };
const hello: Message = { kind: "text", text: "Xin chào" };
const sent = { error: 0, data: { message_id: "m1" } };

let renewals: string[];
const clock = manualClock();

function client(change: Partial<ZaloClientOptions> = {}): ZaloClient {
  const tokens = {
    accessToken: async () => (renewals.length === 0 ? "old" : "new"),
    renew: async (refused: string) => {
      renewals.push(refused);
      return "new";
    },
  };
  return createZaloClient({ apiUrl: HOST, tokens, clock, log: silentLog, ...change });
}

beforeEach(() => {
  nock.disableNetConnect();
  renewals = [];
});
afterEach(() => {
  const left = nock.pendingMocks();
  nock.cleanAll();
  nock.enableNetConnect();
  expect(left).toEqual([]);
});

describe("tokens", () => {
  it.each([-216, -220, 216, 401, -401, -124])(
    "refused with %d is renewed once and the call repeated",
    async (code) => {
      nock(HOST, { reqheaders: { access_token: "old" } })
        .post(SEND)
        .reply(200, { error: code });
      nock(HOST, { reqheaders: { access_token: "new" } })
        .post(SEND)
        .reply(200, sent);
      expect(await client().send(to, hello)).toEqual({ messageId: "m1" });
      expect(renewals).toEqual(["old"]);
    },
  );

  it("refused again after renewal is given up", async () => {
    nock(HOST).post(SEND).twice().reply(200, { error: -216 });
    await expect(client().send(to, hello)).rejects.toMatchObject({ code: -216, retryable: true });
    expect(renewals).toEqual(["old"]);
  });

  it("another refusal does not touch the token", async () => {
    nock(HOST).post(SEND).reply(200, { error: -213 });
    await expect(client().send(to, hello)).rejects.toMatchObject({ code: -213 });
    expect(renewals).toEqual([]);
  });
});

describe("repeating", () => {
  it("a message is never repeated when it may have arrived", async () => {
    nock(HOST)
      .post(SEND)
      .replyWithError(Object.assign(new Error("reset"), { code: "ECONNRESET" }));
    await expect(client().send(to, hello)).rejects.toMatchObject({ maybeDelivered: true });
  });

  it("a read is repeated twice", async () => {
    nock(HOST).get("/v2.0/oa/getoa").twice().reply(502, "");
    nock(HOST)
      .get("/v2.0/oa/getoa")
      .reply(200, { error: 0, data: { oa_id: "3", name: "Xã Thử" } });
    expect(await client().account()).toEqual({ oaId: "3", name: "Xã Thử" });
  });

  it("a read that keeps failing fails", async () => {
    nock(HOST).get("/v2.0/oa/getoa").times(3).reply(502, "");
    await expect(client().account()).rejects.toMatchObject({ name: "ZaloUnreachableError" });
  });

  it("a refused read is not repeated", async () => {
    nock(HOST).get("/v2.0/oa/getoa").reply(200, { error: -221 });
    await expect(client().account()).rejects.toMatchObject({ code: -221 });
  });
});

describe("the platform's rate", () => {
  it("is waited for when it takes a moment, and reported when it takes longer", async () => {
    const calls = client();
    nock(HOST).post(SEND).reply(200, { error: -32 });
    await expect(calls.send(to, hello)).rejects.toMatchObject({ code: -32, retryable: true });
    nock(HOST).post(SEND).reply(200, { error: -32 });
    await expect(calls.send(to, hello)).rejects.toMatchObject({ code: -32 });
    nock(HOST).post(SEND).reply(200, { error: -32 }, {});
    await expect(calls.send(to, hello)).rejects.toMatchObject({ code: -32 });
    // Three refusals in a row: the next pause is longer than a caller should be held up.
    await expect(calls.send(to, hello)).rejects.toMatchObject({
      code: -32,
      retryAfterMs: expect.any(Number),
    });
    clock.advance(10_000);
    nock(HOST).post(SEND).reply(200, sent);
    expect(await calls.send(to, hello)).toEqual({ messageId: "m1" });
  });

  it("used up by the headers closes the gate for a minute", async () => {
    const calls = client();
    nock(HOST).post(SEND).reply(200, sent, { "X-RateLimit-Limit": "100", "X-RateLimit-Remain": "0" });
    await calls.send(to, hello);
    await expect(calls.send(to, hello)).rejects.toMatchObject({ code: -32, retryAfterMs: 60_000 });
    clock.advance(60_001);
    nock(HOST).post(SEND).reply(200, sent);
    await calls.send(to, hello);
  });

  it("asked for with Retry-After is obeyed", async () => {
    const calls = client();
    nock(HOST).post(SEND).reply(429, "", { "Retry-After": "30" });
    await expect(calls.send(to, hello)).rejects.toMatchObject({ code: -32, retryAfterMs: 30_000 });
    await expect(calls.send(to, hello)).rejects.toMatchObject({ code: -32, retryAfterMs: 30_000 });
  });
});

it("data that cannot be read may mean that the message was taken", async () => {
  nock(HOST).post(SEND).reply(200, { error: 0, data: {} });
  await expect(client().send(to, hello)).rejects.toMatchObject({
    name: "ZaloUnreachableError",
    maybeDelivered: true,
  });
});

it("a message over the limits is refused before any call", async () => {
  await expect(client().send(to, { kind: "text", text: "a".repeat(2001) })).rejects.toMatchObject({
    code: -210,
  });
});
