import { describe, expect, it } from "vitest";
import { type Button, checkMessage, type Message, messageProblems } from "../../../bot/zalo/index.ts";

const say = (title: string, payload = "p"): Button => ({ title, action: { type: "oa.query.show", payload } });
const text = (buttons: readonly Button[], words = "Xin chào"): Message => ({
  kind: "text",
  text: words,
  buttons,
});
const codes = (message: Message) => [...messageProblems(message)].map((problem) => problem.code);

describe("messageProblems", () => {
  it.each<[string, Message]>([
    ["a text of exactly 2,000 characters", text([], "ế".repeat(2000).normalize("NFD"))],
    ["five buttons of 100 and 1,000 characters", text(Array(5).fill(say("ư".repeat(100), "ơ".repeat(1000))))],
    ["an https link", text([{ title: "Mở", action: { type: "oa.open.url", url: "https://a.vn/x" } }])],
    [
      "a link to this machine",
      text([{ title: "Mở", action: { type: "oa.open.url", url: "http://127.0.0.1:3000/x" } }]),
    ],
    ["a phone", text([{ title: "Gọi", action: { type: "oa.open.phone", phone: "842700000000" } }])],
    [
      "a prepared SMS",
      text([{ title: "SMS", action: { type: "oa.open.sms", phone: "842700000000", content: "x" } }]),
    ],
    [
      "a GIF with its size",
      { kind: "media", media: { mediaType: "gif", attachmentId: "1", width: 2, height: 2 } },
    ],
    ["a file", { kind: "file", token: "t" }],
    ["a list", { kind: "list", elements: [{ title: "t", subtitle: "s" }, { title: "u" }] }],
    ["a form", { kind: "request-user-info", title: "t", subtitle: "s", imageUrl: "https://a.vn/i.png" }],
  ])("lets %s pass", (_name, message) => {
    expect(codes(message)).toEqual([]);
  });

  it.each<[string, number, Message]>([
    ["a text of 2,001 characters", -210, text([], "a".repeat(2001))],
    ["an empty text", -201, text([], " \n")],
    ["six buttons", -210, text(Array(6).fill(say("t")))],
    ["a title of 101", -210, text([say("a".repeat(101))])],
    ["an empty title", -201, text([say(" ")])],
    ["a payload of 1,001", -210, text([say("t", "a".repeat(1001))])],
    ["an http link", -201, text([{ title: "Mở", action: { type: "oa.open.url", url: "http://a.vn" } }])],
    [
      "a script link",
      -201,
      text([{ title: "Mở", action: { type: "oa.open.url", url: "javascript:alert(1)" } }]),
    ],
    ["a phone with plus", -201, text([{ title: "Gọi", action: { type: "oa.open.phone", phone: "+84270" } }])],
    [
      "an SMS of 161",
      -210,
      text([{ title: "S", action: { type: "oa.open.sms", phone: "8427", content: "a".repeat(161) } }]),
    ],
    ["a GIF without size", -201, { kind: "media", media: { mediaType: "gif", attachmentId: "1" } }],
    ["an image over http", -201, { kind: "media", media: { mediaType: "image", url: "http://a.vn/i.png" } }],
    [
      "words over the limit with an image",
      -210,
      { kind: "media", media: { mediaType: "image", attachmentId: "1" }, text: "a".repeat(2001) },
    ],
    ["a file without token", -201, { kind: "file", token: "" }],
    ["an empty list", -201, { kind: "list", elements: [] }],
    ["a list of six", -210, { kind: "list", elements: Array(6).fill({ title: "t", subtitle: "s" }) }],
    [
      "a list with a long title",
      -210,
      { kind: "list", elements: [{ title: "a".repeat(101), subtitle: "s" }] },
    ],
    [
      "a list with an http image",
      -201,
      { kind: "list", elements: [{ title: "t", subtitle: "s", imageUrl: "http://a.vn" }] },
    ],
    [
      "a list with a bad action",
      -201,
      { kind: "list", elements: [{ title: "t", subtitle: "s", action: { type: "oa.open.url", url: "x" } }] },
    ],
    [
      "a form with a long subtitle",
      -210,
      { kind: "request-user-info", title: "t", subtitle: "a".repeat(501), imageUrl: "https://a.vn" },
    ],
  ])("finds %s", (_name, code, message) => {
    expect(codes(message)).toEqual([code]);
  });

  it("throws the first as the platform's refusal, without the person's words", () => {
    const message = text([], `bí mật ${"a".repeat(2001)}`);
    expect(() => checkMessage(message)).toThrow(
      expect.objectContaining({ name: "ZaloRefusedError", code: -210, retryable: false }),
    );
    expect(() => checkMessage(message)).toThrow(/^(?!.*bí mật)/);
  });
});
