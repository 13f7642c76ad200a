import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseEvent } from "../../../../bot/channels/zalo/parse-event.ts";
import { toInbound } from "../../../../bot/channels/zalo/to-inbound.ts";
import { parseJsonKeepingIds } from "../../../../bot/zalo/index.ts";
import { citizen, oa } from "../../../support/zalo-events.ts";

const folder = join(import.meta.dirname, "../../../fixtures/zalo");
const saved = (name: string) => parseJsonKeepingIds(readFileSync(join(folder, `${name}.json`), "utf8"));

const person = `zalo:${citizen}`;
const visitor = "zalo:anonymous/anon-1/conv-1";
const content = (kind: string, more: object = {}) => ({
  kind: "accept",
  event: { personId: person, content: { kind, ...more } },
});
const fromVisitor = (kind: string, more: object = {}) => ({
  kind: "accept",
  event: { personId: visitor, content: { kind, ...more } },
});
const ignored = (reason: string) => ({ kind: "ignore", reason });

/** Every saved payload: what it is in our words, and what becomes of it. */
const expected: Record<string, readonly [kind: string, inbound: object]> = {
  user_send_text: ["message", content("text", { text: "đăng ký khai sinh" })],
  "user_send_text.quote": ["message", content("text", { text: "còn lệ phí?" })],
  "user_send_text.message-id-alias": ["message", content("text", { text: "xin chào" })],
  user_send_image: ["message", content("image")],
  "user_send_image.caption": ["message", content("text", { text: "giấy này nộp ở đâu?" })],
  user_send_gif: ["message", content("sticker")],
  user_send_link: ["message", content("link")],
  user_send_audio: ["message", content("voice")],
  user_send_video: ["message", content("video")],
  user_send_sticker: ["message", content("sticker")],
  user_send_location: ["message", content("location", { latitude: 10.25, longitude: 105.97 })],
  "user_send_location.in-message": ["message", content("location", { latitude: 10.25, longitude: 105.97 })],
  user_send_file: ["message", content("file")],
  user_send_business_card: ["message", content("contact")],
  user_click_chatnow: ["chat-opened", content("chat-opened")],
  "follow.oa-profile": ["follow", content("follow")],
  "follow.message-invite": ["follow", content("follow")],
  "follow.social-plugin": ["follow", content("follow")],
  unfollow: ["unfollow", content("unfollow")],
  user_submit_info: ["info-submitted", content("info-submitted")],
  "user_submit_info.old": ["info-submitted", content("info-submitted")],
  user_received_message: ["receipt", ignored("receipt")],
  "user_seen_message.list": ["receipt", ignored("receipt")],
  "user_seen_message.single": ["receipt", ignored("receipt")],
  user_reacted_message: ["reaction", content("reaction")],
  oa_reacted_message: ["reaction", ignored("own-reaction")],
  oa_send_text: ["account-sent", ignored("own-message")],
  "oa_send_text.staff": ["account-sent", content("staff-reply")],
  oa_send_image: ["account-sent", ignored("own-message")],
  oa_send_gif: ["account-sent", ignored("own-message")],
  oa_send_list: ["account-sent", ignored("own-message")],
  oa_send_file: ["account-sent", ignored("own-message")],
  oa_send_sticker: ["account-sent", ignored("own-message")],
  oa_send_template: ["account-sent", ignored("own-message")],
  anonymous_send_text: ["message", fromVisitor("text", { text: "xin chào" })],
  anonymous_send_image: ["message", fromVisitor("image")],
  anonymous_send_file: ["message", fromVisitor("file")],
  anonymous_send_sticker: ["message", fromVisitor("sticker")],
  "oa_send_anonymous_text.staff": ["account-sent", fromVisitor("staff-reply")],
  user_feedback: ["rating", ignored("not-needed")],
  add_user_to_tag: ["tag", ignored("not-needed")],
  remove_user_from_tag: ["tag", ignored("not-needed")],
  remove_tag: ["tag", ignored("not-needed")],
  update_user_info: ["profile-changed", ignored("not-needed")],
  user_withdraw: ["withdraw", content("withdraw")],
  widget_interaction_accepted: ["widget", ignored("not-needed")],
  widget_failed_to_sync_user_external_id: ["widget", ignored("not-needed")],
  oa_send_consent: ["call", ignored("not-needed")],
  user_reply_consent: ["call", ignored("not-needed")],
  user_call_oa: ["call", ignored("not-needed")],
  oa_call_user: ["call", ignored("not-needed")],
  create_group: ["other", ignored("not-needed")],
  user_send_group_text: ["other", ignored("not-needed")],
  extension_purchased: ["other", ignored("not-needed")],
  change_oa_daily_quota: ["other", ignored("not-needed")],
  change_template_status: ["other", ignored("not-needed")],
  change_template_quality: ["other", ignored("not-needed")],
  event_journey_time_out: ["other", ignored("not-needed")],
  shop_has_order: ["other", ignored("not-needed")],
};

it("every saved payload is in the table", () => {
  const files = readdirSync(folder).map((file) => file.replace(/\.json$/, ""));
  expect(files.sort()).toEqual(Object.keys(expected).sort());
});

describe("a saved payload", () => {
  it.each(Object.entries(expected))("%s", (name, [kind, inbound]) => {
    const event = parseEvent(saved(name));
    expect(event).toMatchObject({ kind, atMs: 1790000000123 });
    expect(toInbound(event, oa.oaId)).toMatchObject(inbound);
  });

  it("carries no details of the form that the citizen filled in, and no address of a file", () => {
    for (const name of [
      "user_submit_info",
      "user_send_file",
      "user_send_business_card",
      "update_user_info",
    ]) {
      expect(JSON.stringify(parseEvent(saved(name)))).not.toMatch(/Nguyễn|849|090|Ấp|cdn|don\.pdf/);
    }
  });

  it("keeps what the citizen answered to, the tag's people and the visitor of our site", () => {
    expect(parseEvent(saved("user_send_text.quote"))).toMatchObject({ quotedMessageId: "oa-1" });
    expect(parseEvent(saved("add_user_to_tag"))).toMatchObject({ userIds: [citizen] });
    expect(parseEvent(saved("user_seen_message.list"))).toMatchObject({ messageIds: ["oa-1", "oa-2"] });
    expect(parseEvent(saved("widget_interaction_accepted"))).toMatchObject({
      accepted: true,
      externalId: "visitor-1",
    });
    expect(parseEvent(saved("widget_failed_to_sync_user_external_id"))).toMatchObject({ accepted: false });
  });
});

describe("the key by which an event is known again", () => {
  const key = (name: string, change: object = {}) => {
    const inbound = toInbound(parseEvent({ ...(saved(name) as object), ...change }), oa.oaId);
    return inbound.kind === "accept" ? inbound.event.eventKey : undefined;
  };
  it("is name and message id", () => {
    expect(key("user_send_text")).toBe("user_send_text/aa11bb22cc33dd44");
    // A redelivery may come with another time, but never with another id.
    expect(key("user_send_text", { timestamp: "1790000099999" })).toBe(key("user_send_text"));
  });
  it("differs between events about the same message", () => {
    const one = { message: { msg_id: "same", text: "a", react_icon: ":o" } };
    expect(key("user_send_text", one)).not.toBe(key("user_reacted_message", one));
  });
  it("is name, person and time where there is no message", () => {
    expect(key("follow.oa-profile")).toBe(`follow/${person}@1790000000123`);
    expect(key("follow.oa-profile", { timestamp: "1790000000124" })).not.toBe(key("follow.oa-profile"));
  });
});

describe("what is not as documented", () => {
  const text = saved("user_send_text") as Record<string, object>;
  it.each<[string, unknown, string]>([
    ["not an object", 7, "body: expected object, received number"],
    ["no name", { timestamp: "1" }, "event_name: expected string, received undefined"],
    ["no time", { event_name: "follow" }, "timestamp: Invalid input"],
    [
      "a time that is no number",
      { event_name: "follow", timestamp: "soon" },
      "timestamp: Invalid string: must match pattern /^\\d{1,16}$/",
    ],
    ["an unknown name", { event_name: "user_click_button", timestamp: "1" }, "unknown event"],
    ["a name of the language", { event_name: "constructor", timestamp: "1" }, "unknown event"],
    [
      "a text that is a number",
      { ...text, message: { msg_id: "a", text: 5 } },
      "message.text: expected string, received number",
    ],
    ["no text", { ...text, message: { msg_id: "a" } }, "message.text: expected string, received undefined"],
    ["no message id", { ...text, message: { text: "a" } }, "message: expected a message id"],
    ["no sender", { ...text, sender: undefined }, "sender: expected object, received undefined"],
    [
      "a place off the globe",
      {
        ...text,
        event_name: "user_send_location",
        message: { msg_id: "a", location: { latitude: "91", longitude: "0" } },
      },
      "message: Invalid input",
    ],
    [
      "a visitor without conversation",
      { ...text, event_name: "anonymous_send_text" },
      "message.conversation_id: expected an id",
    ],
  ])("%s becomes an ignored event with the reason", (_name, body, reason) => {
    expect(parseEvent(body)).toMatchObject({ kind: "ignored", reason });
    expect(toInbound(parseEvent(body), oa.oaId)).toEqual(ignored("unknown"));
  });

  it("any JSON at all never throws", () => {
    const names = fc.constantFrom(...Object.keys(expected).map((name) => name.split(".")[0]));
    fc.assert(
      fc.property(names, fc.jsonValue(), fc.jsonValue(), (event_name, message, sender) => {
        const body = {
          event_name,
          timestamp: "1",
          oa_id: oa.oaId,
          message,
          sender,
          recipient: sender,
          tag: message,
          data: message,
        };
        expect(() => toInbound(parseEvent(body), oa.oaId)).not.toThrow();
      }),
    );
  });
});

describe("events that are not for us or from us", () => {
  it("of another account of the same app are ignored", () => {
    expect(toInbound(parseEvent(saved("user_send_text")), "3999999999999999999")).toEqual(
      ignored("other-account"),
    );
    expect(toInbound(parseEvent(saved("oa_send_text.staff")), "3999999999999999999")).toEqual(
      ignored("other-account"),
    );
  });
  it.each([
    ["#bot", "staff-hand-back"],
    [" #BOT ", "staff-hand-back"],
    ["Bạn nhắn #bot nhé", "staff-reply"],
    ["", "staff-reply"],
  ])("staff who write %j: %s", (text, kind) => {
    const body = saved("oa_send_text.staff") as { message: object };
    const written = { ...body, message: { ...body.message, text } };
    expect(toInbound(parseEvent(written), oa.oaId)).toMatchObject({ event: { content: { kind } } });
  });
  it.each([["oa_send_text"], ["oa_send_image"]])("%s without a staff id hands nothing over", (name) => {
    const body = saved(name) as { message: object };
    const written = { ...body, message: { ...body.message, text: "#bot" } };
    expect(toInbound(parseEvent(written), oa.oaId)).toEqual(ignored("own-message"));
  });
  it("a text whose sender is our account is never answered, whatever it is called", () => {
    const body = { ...(saved("user_send_text") as object), sender: { id: oa.oaId } };
    expect(toInbound(parseEvent(body), oa.oaId)).toEqual(ignored("own-message"));
  });
});

describe("long ids given as bare numbers", () => {
  it("keep every digit", () => {
    const body = parseJsonKeepingIds(
      `{"event_name":"user_send_text","timestamp":1790000000123,"sender":{"id":2000000000000000002},` +
        `"recipient":{"id":3000000000000000003},"message":{"msg_id":"a","text":"b"}}`,
    );
    expect(toInbound(parseEvent(body), oa.oaId)).toMatchObject({
      event: { personId: person, sentAtMs: 1790000000123 },
    });
  });
});
