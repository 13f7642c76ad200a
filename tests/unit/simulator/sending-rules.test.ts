import { describe, expect, it } from "vitest";
import { messageRefusal, sendingRight } from "../../../bot/simulator/sending-rules.ts";
import { messageSchema } from "../../../bot/simulator/wire.ts";
import type { SimulatedPerson } from "../../../bot/simulator/world.ts";

const HOUR_MS = 60 * 60_000;
const now = 1_790_000_000_000;

function person(change: Partial<SimulatedPerson> = {}): SimulatedPerson {
  return {
    id: "1",
    follows: "no",
    lastInteractionAtMs: now,
    wrote: true,
    welcomesLeft: 3,
    messages: [],
    tags: [],
    ...change,
  };
}
const silentFor = (hours: number) => person({ lastInteractionAtMs: now - hours * HOUR_MS });

describe("whether a person may be written to", () => {
  it.each([
    ["someone nobody knows", undefined, { code: -201 }],
    ["who just wrote", person(), { allowance: "reply" }],
    ["who wrote 48 hours ago", silentFor(48), { allowance: "reply" }],
    ["who wrote 49 hours ago", silentFor(49), { allowance: "sub_quota" }],
    ["who wrote seven days ago", silentFor(168), { allowance: "sub_quota" }],
    ["who wrote longer ago", silentFor(169), { code: -230 }],
    ["who never did anything", person({ lastInteractionAtMs: undefined, wrote: false }), { code: -232 }],
    ["who unfollowed", person({ follows: "left" }), { code: -213 }],
    ["who only follows", person({ follows: "yes", wrote: false }), { allowance: "welcome_msg" }],
    [
      "who only follows and had three",
      person({ follows: "yes", wrote: false, welcomesLeft: 0 }),
      { code: -232 },
    ],
  ])("%s", (_who, someone, expected) => {
    const right = sendingRight(someone, { paidLeft: 5 }, now);
    expect("refusal" in right ? { code: right.refusal.error } : right).toEqual(expected);
  });

  it("refuses outside the free time when nothing is left that is paid for", () => {
    expect(sendingRight(silentFor(49), { paidLeft: 0 }, now)).toMatchObject({ refusal: { error: -211 } });
    expect(sendingRight(silentFor(1), { paidLeft: 0 }, now)).toEqual({ allowance: "reply" });
  });
});

const query = (title: string, payload = "#x") => ({ title, type: "oa.query.show", payload });
const withButtons = (...buttons: object[]) => ({
  text: "a",
  attachment: { type: "template", payload: { buttons } },
});

describe("what the platform refuses in a message", () => {
  it.each([
    ["2,000 letters", { text: "a".repeat(2_000) }, undefined],
    ["2,001 letters", { text: "a".repeat(2_001) }, -210],
    ["2,000 letters that are not composed", { text: "ế".repeat(1_000).normalize("NFD") }, -210],
    ["no text", { text: " " }, -201],
    ["five buttons", withButtons(...Array.from({ length: 5 }, () => query("a"))), undefined],
    ["six buttons", withButtons(...Array.from({ length: 6 }, () => query("a"))), -210],
    ["a long title", withButtons(query("a".repeat(101))), -210],
    ["an empty title", withButtons(query(" ")), -201],
    ["a long payload", withButtons(query("a", "p".repeat(1_001))), -210],
    ["plain http", withButtons({ title: "a", type: "oa.open.url", payload: { url: "http://a.vn" } }), -201],
    ["https", withButtons({ title: "a", type: "oa.open.url", payload: { url: "https://a.vn" } }), undefined],
    [
      "a number with plus",
      withButtons({ title: "a", type: "oa.open.phone", payload: { phone_code: "+84" } }),
      -201,
    ],
    [
      "a number",
      withButtons({ title: "a", type: "oa.open.phone", payload: { phone_code: "842723893900" } }),
      undefined,
    ],
  ])("%s: %s", (_what, wire, code) => {
    expect(messageRefusal(messageSchema.parse(wire))?.error).toBe(code);
  });

  it.each([
    ["a button of an unknown kind", withButtons({ title: "a", type: "oa.open.door", payload: "x" })],
    [
      "an attachment that is no template",
      { text: "a", attachment: { type: "image", payload: { url: "https://a.vn" } } },
    ],
    ["a field nobody knows", { text: "a", markdown: true }],
    ["an empty list of buttons", withButtons()],
  ])("does not read %s", (_what, wire) => {
    expect(messageSchema.safeParse(wire).success).toBe(false);
  });
});
