import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { personId } from "../../../bot/base/index.ts";
import { findErasures } from "../../../bot/store/index.ts";
import { eventually, startSimulatedApp } from "../../support/simulated-app.ts";
import { startTestApp, type TestApp } from "../../support/test-app.ts";
import { signed } from "../../support/zalo-events.ts";

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

let people = 0;

/** Posts a saved payload as if it happened now, to somebody new; gives what that person then reads. */
async function happens(
  name: string,
): Promise<{ readonly userId: string; readonly texts: readonly string[] }> {
  people += 1;
  const userId = `28${String(people).padStart(17, "0")}`;
  const file = new URL(`../../fixtures/zalo/${name}.json`, import.meta.url);
  const saved = readFileSync(file, "utf8")
    .replaceAll("2000000000000000002", userId)
    .replaceAll("1790000000123", String(Date.now()));
  const event = JSON.parse(saved) as { readonly message?: object };
  const unique = event.message ? { ...event, message: { ...event.message, msg_id: `k-${people}` } } : event;
  const { body, headers } = signed(unique);
  expect((await fetch(`${app.url}/webhooks/zalo`, { method: "POST", body, headers })).status).toBe(200);
  expect(await app.flow.settled(personId("zalo", userId), 8_000)).toBe(true);
  const texts = app.zalo.messages.filter((message) => message.userId === userId).map(({ text }) => text);
  return { userId, texts };
}

describe("whatever a citizen sends on Zalo gets its fitting reply, once", () => {
  it.each([
    ["user_send_text", /^Trả lời: /],
    ["user_send_sticker", /Bạn cần làm thủ tục gì/],
    ["user_send_image", /không xem được ảnh/],
    ["user_send_audio", /chưa nghe được tin thoại/],
    ["user_send_video", /chưa xem được video/],
    ["user_send_file", /không mở được tệp/],
    ["user_send_link", /không mở đường dẫn/],
    ["user_send_location", /nơi nộp hồ sơ/],
    ["user_send_business_card", /không lưu danh thiếp/],
    ["follow.oa-profile", /Trợ lý Một cửa/],
    ["user_click_chatnow", /Trợ lý Một cửa/],
    ["user_submit_info", /Cán bộ sẽ xem thông tin/],
  ])("%s", async (name, words) => {
    const { texts } = await happens(name);
    expect(texts).toEqual([expect.stringMatching(words)]);
  });

  it.each([
    "user_reacted_message",
    "unfollow",
    "user_received_message",
    "user_seen_message.list",
    "oa_send_text",
    "oa_reacted_message",
    "user_feedback",
    "update_user_info",
    "user_call_oa",
  ])("%s is met with silence", async (name) => {
    expect((await happens(name)).texts).toEqual([]);
  });

  it("user_withdraw leaves the proof and nothing else", async () => {
    const { userId, texts } = await happens("user_withdraw");
    const person = personId("zalo", userId);
    expect(texts).toEqual([]);
    expect(await app.flow.history(person, 10)).toEqual([]);
    expect(await findErasures(app.store, person)).toHaveLength(1);
  });
});

it("a visitor who is not signed in is answered in their conversation, and in no other", async () => {
  const demo = await startSimulatedApp();
  const { acts, world } = demo.simulator;
  acts.sayAnonymously("visitor/1", "talk 1", "một");
  acts.sayAnonymously("visitor-2", "talk-2", "hai");
  const read = (id: string) =>
    eventually(`the answer to ${id}`, () => world.find(id)?.messages.find(({ from }) => from === "oa")?.text);
  expect(await read("visitor/1")).toBe("Trả lời: một");
  expect(await read("visitor-2")).toBe("Trả lời: hai");
  await demo.close();
});
