import { isDeepStrictEqual } from "node:util";
import nock from "nock";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { silentLog, systemClock } from "../../../bot/base/index.ts";
import {
  createZaloClient,
  type Dialect,
  type Message,
  type Recipient,
  reactions,
} from "../../../bot/zalo/index.ts";

const HOST = "https://openapi.zalo.me";
const tokens = { accessToken: async () => "token", renew: async () => "token" };
const client = (dialect: Partial<Dialect> = {}) =>
  createZaloClient({ apiUrl: HOST, tokens, clock: systemClock, log: silentLog, dialect });
const user = { userId: "123" };
const sent = { error: 0, message: "Success", data: { message_id: "m1" } };

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  const left = nock.pendingMocks();
  nock.cleanAll();
  nock.enableNetConnect();
  expect(left).toEqual([]);
});

describe("messages on the wire", () => {
  const NFD = "Lệ phí".normalize("NFD");
  it.each<[string, Message, object, Partial<Dialect>]>([
    ["text, in NFC", { kind: "text", text: NFD }, { text: "Lệ phí".normalize("NFC") }, {}],
    ["a quote", { kind: "text", text: "a", quoteMessageId: "q" }, { text: "a", quote_message_id: "q" }, {}],
    [
      "buttons under a text, without template type",
      {
        kind: "text",
        text: "a",
        buttons: [
          { title: "Khai sinh", action: { type: "oa.query.show", payload: "#tt:khai-sinh" } },
          { title: "Ẩn", action: { type: "oa.query.hide", payload: "#h" } },
          { title: "Cổng", action: { type: "oa.open.url", url: "https://a.vn" } },
          { title: "Gọi", action: { type: "oa.open.phone", phone: "842700000000" } },
          { title: "SMS", action: { type: "oa.open.sms", phone: "842700000000", content: "HS 1" } },
        ],
      },
      {
        text: "a",
        attachment: {
          type: "template",
          payload: {
            buttons: [
              { title: "Khai sinh", type: "oa.query.show", payload: "#tt:khai-sinh" },
              { title: "Ẩn", type: "oa.query.hide", payload: "#h" },
              { title: "Cổng", type: "oa.open.url", payload: { url: "https://a.vn" } },
              { title: "Gọi", type: "oa.open.phone", payload: { phone_code: "842700000000" } },
              { title: "SMS", type: "oa.open.sms", payload: { phone_code: "842700000000", content: "HS 1" } },
            ],
          },
        },
      },
      {},
    ],
    [
      "the other spelling of buttons",
      { kind: "text", text: "a", buttons: [{ title: "b", action: { type: "oa.query.show", payload: "c" } }] },
      {
        text: "a",
        attachment: {
          type: "template",
          payload: {
            template_type: "button",
            buttons: [{ title: "b", type: "oa.query.show", payload: "c" }],
          },
        },
      },
      { buttonTemplateType: "button" },
    ],
    [
      "an image by address",
      { kind: "media", text: "Sơ đồ", media: { mediaType: "image", url: "https://a.vn/a.jpg" } },
      {
        text: "Sơ đồ",
        attachment: {
          type: "template",
          payload: { template_type: "media", elements: [{ media_type: "image", url: "https://a.vn/a.jpg" }] },
        },
      },
      {},
    ],
    [
      "a GIF by upload",
      { kind: "media", media: { mediaType: "gif", attachmentId: "att", width: 3, height: 4 } },
      {
        attachment: {
          type: "template",
          payload: {
            template_type: "media",
            elements: [{ media_type: "gif", attachment_id: "att", width: 3, height: 4 }],
          },
        },
      },
      {},
    ],
    [
      "a file by token",
      { kind: "file", token: "t" },
      { attachment: { type: "file", payload: { token: "t" } } },
      {},
    ],
    [
      "a file by the other field",
      { kind: "file", token: "t" },
      { attachment: { type: "file", payload: { attachment_id: "t" } } },
      { fileField: "attachment_id" },
    ],
    [
      "a list",
      {
        kind: "list",
        elements: [
          { title: "t", subtitle: "s", imageUrl: "https://a.vn/i.png" },
          { title: "u", action: { type: "oa.open.url", url: "https://a.vn" } },
        ],
        buttons: [{ title: "b", action: { type: "oa.query.show", payload: "c" } }],
      },
      {
        attachment: {
          type: "template",
          payload: {
            template_type: "list",
            elements: [
              { title: "t", subtitle: "s", image_url: "https://a.vn/i.png" },
              { title: "u", default_action: { type: "oa.open.url", payload: { url: "https://a.vn" } } },
            ],
            buttons: [{ title: "b", type: "oa.query.show", payload: "c" }],
          },
        },
      },
      {},
    ],
    [
      "a form for the person's details",
      { kind: "request-user-info", title: "t", subtitle: "s", imageUrl: "https://a.vn/i.png" },
      {
        attachment: {
          type: "template",
          payload: {
            template_type: "request_user_info",
            elements: [{ title: "t", subtitle: "s", image_url: "https://a.vn/i.png" }],
          },
        },
      },
      {},
    ],
  ])("%s", async (_name, message, wire, dialect) => {
    nock(HOST)
      .post("/v3.0/oa/message/cs", { recipient: { user_id: "123" }, message: wire } as nock.DataMatcherMap)
      .reply(200, sent);
    expect(await client(dialect).send(user, message)).toEqual({ messageId: "m1" });
  });

  it.each<[string, Recipient, Message, Partial<Dialect>, object]>([
    [
      "visitors who are not signed in",
      { anonymousId: "a", conversationId: "c" },
      { kind: "text", text: "x" },
      {},
      { anonymous_id: "a", conversation_id: "c" },
    ],
    [
      "lists, where configured so",
      user,
      { kind: "list", elements: [{ title: "t", subtitle: "s" }] },
      { listVersion: "v2.0" },
      { user_id: "123" },
    ],
  ])("the older endpoint serves %s", async (_name, recipient, message, dialect, wire) => {
    nock(HOST)
      .post("/v2.0/oa/message", (body) => isDeepStrictEqual(body.recipient, wire))
      .reply(200, sent);
    expect(await client(dialect).send(recipient, message)).toEqual({ messageId: "m1" });
  });

  it.each(Object.entries(reactions))("reaction %s", async (name, icon) => {
    nock(HOST)
      .post("/v2.0/oa/message", {
        recipient: { user_id: "123" },
        sender_action: { react_icon: icon, react_message_id: "m9" },
      })
      .reply(200, { error: 0 });
    await client().react("123", "m9", name as keyof typeof reactions);
  });
});

describe("what a send answer tells", () => {
  const send = (data: object) => {
    nock(HOST).post("/v3.0/oa/message/cs").reply(200, { error: 0, data });
    return client().send(user, { kind: "text", text: "a" });
  };
  it.each(["reply", "welcome_msg", "sub_quota", "purchase_quota", "reward_quota"])(
    "quota %s",
    async (quota_type) => {
      const data = {
        message_id: "m",
        user_id: "123",
        sent_time: "1790000000000",
        quota: {
          quota_type,
          remain: "7",
          total: 8,
          expired_date: "31/12/2026",
          owner_type: "OA",
          owner_id: "3",
        },
      };
      expect(await send(data)).toEqual({
        messageId: "m",
        sentAtMs: 1790000000000,
        quota: { type: quota_type, remain: 7, total: 8 },
      });
    },
  );
  it("no quota = charged, or no longer told", async () => {
    expect(await send({ message_id: "m", recipient_id: "123" })).toEqual({ messageId: "m" });
  });
});

describe("approved templates", () => {
  const data = { ten: "Nguyễn" };
  it("by user id", async () => {
    nock(HOST)
      .post("/v3.0/oa/message/template", {
        user_id: "123",
        template_id: "9",
        template_data: data,
        mode: "development",
      })
      .reply(200, sent);
    const message = { to: user, templateId: "9", data, trial: true };
    expect(await client().sendTemplate(message)).toEqual({ messageId: "m1" });
  });
  it("by phone, on the business host, with its own meaning of codes", async () => {
    const body = { phone: "84900000000", template_id: "9", template_data: data, tracking_id: "t1" };
    const message = { to: { phone: "84900000000" }, templateId: "9", data, trackingId: "t1" };
    nock("https://business.openapi.zalo.me")
      .post("/message/template", body)
      .reply(200, { error: 0, data: { msg_id: "z1" } });
    expect(await client().sendTemplate(message)).toEqual({ messageId: "z1" });
    nock("https://business.openapi.zalo.me").post("/message/template").reply(200, { error: -118 });
    await expect(client().sendTemplate(message)).rejects.toMatchObject({
      family: "template",
      explanation: expect.stringMatching(/phone/),
    });
  });
});
