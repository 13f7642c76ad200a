import nock from "nock";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { silentLog, systemClock } from "../../../bot/base/index.ts";
import { createZaloClient } from "../../../bot/zalo/index.ts";

const HOST = "https://openapi.zalo.me";
const tokens = { accessToken: async () => "token", renew: async () => "token" };
const client = () => createZaloClient({ apiUrl: HOST, tokens, clock: systemClock, log: silentLog });

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  const left = nock.pendingMocks();
  nock.cleanAll();
  nock.enableNetConnect();
  expect(left).toEqual([]);
});

describe("uploads", () => {
  const MB = 1024 * 1024;
  const bytes = (size: number) => new Uint8Array(size);
  it.each([
    ["image", "a.png", { attachment_id: "att" }, "att"],
    ["image", "A.JPG", { attachment_id: "att" }, "att"],
    ["gif", "a.gif", { attachment_id: "att" }, "att"],
    ["file", "don.pdf", { token: "tok" }, "tok"],
    ["file", "don.docx", { attachment_id: "att" }, "att"],
  ] as const)("%s %s is sent as form data with its name", async (kind, fileName, data, reference) => {
    nock(HOST)
      .post(`/v2.0/oa/upload/${kind}`, new RegExp(`name="file"; filename="${fileName}"`))
      .reply(200, { error: 0, data });
    expect(await client().upload({ kind, fileName, bytes: bytes(10) })).toBe(reference);
  });
  it.each([
    ["an image over 1 MB", "image", "a.png", MB + 1, -210],
    ["a GIF over 5 MB", "gif", "a.gif", 5 * MB + 1, -210],
    ["a file over 5 MB", "file", "a.pdf", 5 * MB + 1, -210],
    ["a GIF as image", "image", "a.gif", 1, -201],
    ["a name without ending", "file", "don", 1, -201],
    ["a program", "file", "a.exe", 1, -201],
  ] as const)("%s is refused before any call", async (_name, kind, fileName, size, code) => {
    await expect(client().upload({ kind, fileName, bytes: bytes(size) })).rejects.toMatchObject({ code });
  });
  it("an answer without a reference is no success", async () => {
    nock(HOST).post("/v2.0/oa/upload/image").reply(200, { error: 0, data: {} });
    await expect(
      client().upload({ kind: "image", fileName: "a.png", bytes: bytes(1) }),
    ).rejects.toMatchObject({
      name: "ZaloUnreachableError",
    });
  });
});

describe("people, tags, history, account", () => {
  const get = (path: string, data: object, answer: object) =>
    nock(HOST)
      .get(path)
      .query({ data: JSON.stringify(data) })
      .reply(200, { error: 0, data: answer });
  const post = (path: string, body: nock.DataMatcherMap) =>
    nock(HOST).post(path, body).reply(200, { error: 0 });

  it("a person", async () => {
    get(
      "/v3.0/oa/user/detail",
      { user_id: "123" },
      {
        user_id: "123",
        user_id_by_app: "4",
        display_name: "Bình",
        user_is_follower: true,
        is_sensitive: false,
        user_last_interaction_date: "24/11/2026",
        avatars: { 120: "x" },
        tags_and_notes_info: { notes: [], tag_names: ["cần-gặp-cán-bộ"] },
        shared_info: { address: "không cần đến" },
      },
    );
    expect(await client().person("123")).toEqual({
      userId: "123",
      displayName: "Bình",
      isFollower: true,
      isSensitive: false,
      lastInteractionDate: "24/11/2026",
      tags: ["cần-gặp-cán-bộ"],
    });
  });
  it("a page of people, within the platform's bounds", async () => {
    const query = { offset: 9951, count: 50, tag_name: "t", is_follower: true };
    get("/v3.0/oa/user/getlist", query, { total: 2, users: [{ user_id: "1" }, { user_id: 2 }] });
    const page = { offset: 20_000, count: 500, tag: "t", isFollower: true };
    expect(await client().list(page)).toEqual(["1", "2"]);
  });
  it("tags", async () => {
    post("/v2.0/oa/tag/tagfollower", { user_id: "123", tag_name: "t" });
    post("/v2.0/oa/tag/rmfollowerfromtag", { user_id: "123", tag_name: "t" });
    post("/v2.0/oa/tag/rmtag", { tag_name: "t" });
    get("/v2.0/oa/tag/gettagsofoa", {}, ["t", "u"]);
    await client().tag("123", "t");
    await client().untag("123", "t");
    await client().removeTag("t");
    expect(await client().tags()).toEqual(["t", "u"]);
  });
  it("recent chats and one conversation, ten rows at most", async () => {
    const row = {
      src: 1,
      time: 1790000000000,
      type: "text",
      message: "a",
      message_id: "m",
      from_id: "123",
      to_id: "3",
    };
    get("/v2.0/oa/listrecentchat", { offset: 0, count: 10 }, [row]);
    expect(await client().recentChats({ offset: 0, count: 50 })).toEqual([
      {
        messageId: "m",
        from: "person",
        sentAtMs: 1790000000000,
        type: "text",
        text: "a",
        fromId: "123",
        toId: "3",
      },
    ]);
    get("/v2.0/oa/conversation", { offset: 5, count: 5, user_id: "123" }, [
      { src: 0, time: "1", message_id: "n" },
    ]);
    expect(await client().conversation("123", { offset: 5, count: 5 })).toEqual([
      { messageId: "n", from: "account", sentAtMs: 1, type: "text", text: "" },
    ]);
  });
  it("the account", async () => {
    nock(HOST)
      .get("/v2.0/oa/getoa")
      .reply(200, {
        error: 0,
        data: {
          oaid: "3",
          name: "Xã Thử",
          is_verified: true,
          package_name: "Growth",
          package_valid_through_date: "31/12/2026",
          num_follower: "12",
          linked_ZCA: "",
        },
      });
    expect(await client().account()).toEqual({
      oaId: "3",
      name: "Xã Thử",
      isVerified: true,
      packageName: "Growth",
      packageValidThrough: "31/12/2026",
      followers: 12,
    });
  });
  it("what may still be sent to a person", async () => {
    nock(HOST)
      .post("/v3.0/oa/quota/message", { user_id: "123" })
      .reply(200, {
        error: 0,
        data: { last_interaction: "1790000000000", cs_reply: { remain: 8, total: 8 }, promotion: {} },
      });
    expect(await client().quota("123")).toEqual({ lastInteractionAtMs: 1790000000000, freeRepliesLeft: 8 });
  });
});
