import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { personId } from "../../../bot/base/index.ts";
import { SEND_PATH, TOKEN_PATH } from "../../support/pretend-zalo.ts";
import { startTestApp, type TestApp } from "../../support/test-app.ts";
import { citizen, oa, signed, textEvent } from "../../support/zalo-events.ts";

let app: TestApp;
beforeEach(async () => {
  app = await startTestApp();
});
afterEach(() => app.close());

async function post(event: object): Promise<number> {
  const { body, headers } = signed(event);
  const response = await fetch(`${app.url}/webhooks/zalo`, { method: "POST", body, headers });
  return response.status;
}

const settled = (userId: string = citizen) => app.flow.settled(personId("zalo", userId), 8_000);
const texts = () => app.zalo.messages.map((message) => message.text);
const pathsCalled = () => app.zalo.calls.map((call) => call.path);

describe("a message on Zalo", () => {
  it("is answered through the API; the refused token is renewed once and the call repeated", async () => {
    expect(await post(textEvent("làm khai sinh"))).toBe(200);
    expect(await settled()).toBe(true);
    expect(app.zalo.messages).toMatchObject([
      {
        userId: citizen,
        text: "Trả lời: làm khai sinh",
        buttons: [{ title: "Lệ phí", type: "oa.query.hide", payload: "#lp" }],
      },
    ]);
    expect(pathsCalled()).toEqual([SEND_PATH, TOKEN_PATH, SEND_PATH]);
    expect(app.zalo.refreshes).toBe(1);
  });

  it("is answered once however often it is delivered", async () => {
    const event = textEvent("đăng ký kết hôn");
    for (let delivery = 0; delivery < 4; delivery += 1) expect(await post(event)).toBe(200);
    expect(await settled()).toBe(true);
    expect(texts()).toEqual(["Trả lời: đăng ký kết hôn"]);
  });

  it("is answered in the person's order while others are answered beside them", async () => {
    const people = ["21", "22", "23", "24"].map((end) => `20000000000000000${end}`);
    await Promise.all(
      people.map(async (userId) => {
        for (const word of ["một", "hai", "ba"]) await post(textEvent(word, { userId }));
      }),
    );
    for (const userId of people) {
      expect(await settled(userId)).toBe(true);
      const own = app.zalo.messages.filter((message) => message.userId === userId);
      expect(own.map(({ text }) => text)).toEqual(["một", "hai", "ba"].map((word) => `Trả lời: ${word}`));
    }
    expect(app.zalo.refreshes).toBe(1);
  });

  it("is retried after a refusal that passes, and answered once", async () => {
    app.zalo.failNext(SEND_PATH, { kind: "refuse", code: -200 }, { kind: "refuse", code: -200 });
    await post(textEvent("xin chào"));
    expect(await settled()).toBe(true);
    expect(texts()).toEqual(["Trả lời: xin chào"]);
  });

  it("is sent without buttons when the platform refuses those", async () => {
    app.zalo.failNext(SEND_PATH, { kind: "refuse", code: -216 }, { kind: "refuse", code: -233 });
    await post(textEvent("xin chào"));
    expect(await settled()).toBe(true);
    expect(app.zalo.messages).toMatchObject([{ text: "Trả lời: xin chào\n\n1. Lệ phí", buttons: [] }]);
  });

  it("is not sent again when the connection broke after Zalo may have taken it", async () => {
    app.zalo.failNext(SEND_PATH, { kind: "refuse", code: -216 }, { kind: "hang-up" });
    await post(textEvent("xin chào"));
    expect(await settled()).toBe(true);
    expect(texts()).toEqual(["Trả lời: xin chào"]);
    const [, reply] = await app.flow.history(personId("zalo", citizen), 10);
    expect(reply).toMatchObject({ delivery: "unknown" });
  });

  it("from a person whom the platform refuses is shown to staff", async () => {
    app.zalo.failNext(SEND_PATH, { kind: "refuse", code: -216 }, { kind: "refuse", code: -213 });
    await post(textEvent("xin chào"));
    expect(await settled()).toBe(true);
    const [, reply] = await app.flow.history(personId("zalo", citizen), 10);
    expect(reply).toMatchObject({ delivery: "refused" });
  });
});

describe("other things people do", () => {
  const common = { app_id: oa.appId, oa_id: oa.oaId };

  it("a new follower is welcomed with three examples", async () => {
    const timestamp = String(Date.now());
    await post({
      ...common,
      event_name: "follow",
      follower: { id: citizen },
      source: "oa_profile",
      timestamp,
    });
    expect(await settled()).toBe(true);
    expect(app.zalo.messages[0]?.text).toContain("Trợ lý Một cửa");
    expect(app.zalo.messages[0]?.buttons).toHaveLength(3);
  });

  it("receipts and our own messages are never answered", async () => {
    const timestamp = String(Date.now());
    const own = { sender: { id: oa.oaId }, recipient: { id: citizen } };
    for (const event_name of ["user_received_message", "oa_send_text", "user_seen_message"]) {
      expect(
        await post({
          app_id: oa.appId,
          event_name,
          timestamp,
          ...own,
          message: { msg_id: "x1", text: "abc" },
        }),
      ).toBe(200);
    }
    expect(await settled()).toBe(true);
    expect(app.zalo.messages).toEqual([]);
    expect(await app.flow.history(personId("zalo", citizen), 10)).toEqual([]);
  });

  it("a reply of staff silences the bot and tells the citizen who answers", async () => {
    await post({
      app_id: oa.appId,
      event_name: "oa_send_text",
      timestamp: String(Date.now()),
      sender: { id: oa.oaId, admin_id: "5000000000000000005" },
      recipient: { id: citizen },
      message: { msg_id: "staff-1", text: "Cán bộ xin trả lời" },
    });
    expect(await settled()).toBe(true);
    await post(textEvent("còn lệ phí?"));
    expect(await settled()).toBe(true);
    expect(texts()).toHaveLength(1);
    expect(texts()[0]).toContain("Cán bộ đang trả lời bạn");
    await post(textEvent("#bot"));
    await post(textEvent("còn lệ phí?"));
    expect(await settled()).toBe(true);
    expect(texts().slice(1)).toEqual([expect.stringContaining("đã trở lại"), "Trả lời: còn lệ phí?"]);
  });

  it("a withdrawal erases what was said", async () => {
    await post(textEvent("làm khai sinh"));
    expect(await settled()).toBe(true);
    const timestamp = String(Date.now());
    await post({ app_id: oa.appId, event_name: "user_withdraw", user_id: citizen, timestamp });
    expect(await settled()).toBe(true);
    expect(await app.flow.history(personId("zalo", citizen), 10)).toEqual([]);
  });
});
