import nock from "nock";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createLog, silentLog, systemClock } from "../../../bot/base/index.ts";
import {
  createTransport,
  knownCodes,
  meaningOf,
  ZaloRefusedError,
  type ZaloRequest,
  ZaloUnreachableError,
} from "../../../bot/zalo/index.ts";

const HOST = "https://openapi.zalo.me";
const PATH = "/v3.0/oa/message/cs";
const request: ZaloRequest = {
  family: "oa",
  name: "message/cs",
  method: "POST",
  url: HOST + PATH,
  body: { recipient: { user_id: "1" } },
  headers: { access_token: "secret-token" },
};

const transport = createTransport({ clock: systemClock, log: silentLog });
const failure = (sent: Promise<unknown>) =>
  sent.then(
    () => undefined,
    (error: unknown) => error,
  );

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  expect(nock.pendingMocks()).toEqual([]);
  nock.cleanAll();
  nock.enableNetConnect();
});

describe("a call that goes well", () => {
  it("carries the token in a bare header and the body as JSON, and gives the data and the rate", async () => {
    nock(HOST, { reqheaders: { access_token: "secret-token", "content-type": /json/ } })
      .post(PATH, { recipient: { user_id: "1" } })
      .reply(
        200,
        { error: 0, data: { message_id: "m" } },
        { "X-RateLimit-Limit": "4000", "X-RateLimit-Remain": "3999" },
      );
    const answer = await transport(request);
    expect(answer.envelope.data).toEqual({ message_id: "m" });
    expect(answer.rate).toEqual({ limit: 4000, remain: 3999 });
  });

  it("sends a query as one JSON text in `data`", async () => {
    nock(HOST).get("/v3.0/oa/user/detail").query({ data: '{"user_id":"123"}' }).reply(200, { error: 0 });
    const { body: _body, ...rest } = request;
    const answer = await transport({
      ...rest,
      method: "GET",
      url: `${HOST}/v3.0/oa/user/detail`,
      query: { user_id: "123" },
    });
    expect(answer.envelope.error).toBe(0);
  });

  it("keeps ids that come as bare numbers", async () => {
    nock(HOST).post(PATH).reply(200, '{"error":0,"data":{"user_id":1234567890123456789}}');
    expect((await transport(request)).envelope.data).toEqual({ user_id: "1234567890123456789" });
  });
});

describe("a refusal", () => {
  it.each(knownCodes("oa"))("with %d, inside HTTP 200, is known with its explanation", async (code) => {
    nock(HOST).post(PATH).reply(200, { error: code, message: "no" });
    const error = await failure(transport(request));
    expect(error).toBeInstanceOf(ZaloRefusedError);
    expect(error).toMatchObject({
      code,
      method: "message/cs",
      explanation: meaningOf("oa", code).explanation,
    });
  });

  it.each(knownCodes("oauth"))("of the OAuth host with %d shows the error's name", async (code) => {
    nock(HOST).post(PATH).reply(200, { error: code, error_name: "Invalid redirect uri", error_reason: "" });
    const error = await failure(transport({ ...request, family: "oauth" }));
    expect(error).toMatchObject({ code, family: "oauth", platformMessage: "Invalid redirect uri" });
  });

  it("may have its code as text", async () => {
    nock(HOST).post(PATH).reply(200, { error: "-216", message: "no" });
    expect(await failure(transport(request))).toMatchObject({ code: -216 });
  });

  it.each([
    [
      "HTTP 429 with Retry-After",
      429,
      { "Retry-After": "7" },
      { code: -32, retryAfterMs: 7000, retryable: true },
    ],
    ["HTTP 429 without", 429, {}, { code: -32, retryable: true }],
    ["HTTP 401", 401, {}, { code: 401, remedy: "renew-token" }],
    ["HTTP 404", 404, {}, { code: 404, retryable: false }],
  ])("%s without a readable body", async (_name, status, headers, expected) => {
    nock(HOST).post(PATH).reply(status, "<html>", headers);
    const error = await failure(transport(request));
    expect(error).toBeInstanceOf(ZaloRefusedError);
    expect(error).toMatchObject(expected);
  });

  it("with HTTP 500 and an envelope counts as the envelope says", async () => {
    nock(HOST).post(PATH).reply(500, { error: -200, message: "failed" });
    expect(await failure(transport(request))).toMatchObject({ code: -200, retryable: true });
  });
});

describe("a platform that cannot be reached", () => {
  it.each([
    ["ECONNREFUSED", false],
    ["ENOTFOUND", false],
    ["EAI_AGAIN", false],
    ["CERT_HAS_EXPIRED", false],
    ["ECONNRESET", true],
    ["EPIPE", true],
  ])("%s: the request may have arrived: %s", async (code, maybeDelivered) => {
    nock(HOST)
      .post(PATH)
      .replyWithError(Object.assign(new Error(code), { code }));
    const error = await failure(transport(request));
    expect(error).toBeInstanceOf(ZaloUnreachableError);
    expect(error).toMatchObject({ maybeDelivered });
  });

  it("a connection that was never made has not delivered, whatever its code", async () => {
    const error = Object.assign(new Error("timed out"), { code: "ETIMEDOUT", syscall: "connect" });
    nock(HOST).post(PATH).replyWithError(error);
    expect(await failure(transport(request))).toMatchObject({ maybeDelivered: false });
  });

  it.each([
    ["HTTP 500 without envelope", 500, "oops"],
    ["HTTP 502", 502, "<html>"],
    ["a redirect", 302, ""],
    ["200 with something else than JSON", 200, "<html>"],
    ["200 with nothing", 200, ""],
    ["200 with an envelope of another shape", 200, '{"error":{"a":1}}'],
  ])("%s may have delivered", async (_name, status, body) => {
    nock(HOST).post(PATH).reply(status, body);
    const error = await failure(transport(request));
    expect(error).toBeInstanceOf(ZaloUnreachableError);
    expect(error).toMatchObject({ maybeDelivered: true });
  });

  it("no answer in time ends the call", async () => {
    nock(HOST).post(PATH).delay(2_000).reply(200, { error: 0 });
    const startedAtMs = Date.now();
    const error = await failure(transport({ ...request, timeoutMs: 100 }));
    expect(error).toMatchObject({ name: "ZaloUnreachableError", maybeDelivered: true });
    expect(Date.now() - startedAtMs).toBeLessThan(1_500);
    nock.abortPendingRequests();
  });

  it("an answer over two million bytes is not read to its end", async () => {
    nock(HOST).post(PATH).reply(200, "x".repeat(2_100_000));
    expect(await failure(transport(request))).toBeInstanceOf(ZaloUnreachableError);
  });
});

describe("log and errors", () => {
  it("carry a request id, code and time, never the token or the text", async () => {
    const lines: string[] = [];
    const logging = createTransport({
      clock: systemClock,
      log: createLog("debug", (line) => lines.push(line)),
    });
    const sent = { ...request, body: { message: { text: "lời của người dân" } } };
    nock(HOST).post(PATH).reply(200, { error: 0 });
    await logging(sent);
    nock(HOST).post(PATH).reply(200, { error: -213, message: "user 1234567890123456789" });
    const refused = await failure(logging(sent));
    nock(HOST)
      .post(PATH)
      .replyWithError(Object.assign(new Error("reset"), { code: "ECONNRESET" }));
    const unreachable = await failure(logging(sent));
    expect(lines).toHaveLength(3);
    const everything = [
      ...lines,
      JSON.stringify(refused),
      JSON.stringify(unreachable),
      String(unreachable),
    ].join("\n");
    expect(everything).not.toMatch(/secret-token|người dân|1234567890123456789/);
    expect(JSON.parse(lines[1] ?? "")).toMatchObject({
      code: -213,
      path: PATH,
      requestId: expect.any(String),
    });
    expect(unreachable).not.toHaveProperty("cause");
  });
});
