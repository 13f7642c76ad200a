import { describe, expect, it } from "vitest";
import { parseEvent } from "../../../bot/channels/zalo/parse-event.ts";
import { toInbound } from "../../../bot/channels/zalo/to-inbound.ts";
import { codeNamed, referralCode } from "../../../bot/referral/referral-code.ts";
import { oa, textEvent } from "../../support/zalo-events.ts";

describe("referralCode", () => {
  it.each([
    ["#QUAY1", { code: "QUAY1", text: "" }],
    ["  #quay-2  làm khai sinh\ncho con ", { code: "QUAY-2", text: "làm khai sinh\ncho con" }],
    ["#a1b", { code: "A1B", text: "" }],
  ])("%j is one", (text, referred) => {
    expect(referralCode(text)).toEqual(referred);
  });
  it.each([
    "#khaisinh",
    "#bot",
    "#a1",
    "làm #QUAY1",
    "#mc:tt:1.001193:fee",
    "#1.001193",
    "# QUAY1",
    "",
    "#",
    "#quầy1",
    `#${"a1".repeat(13)}`,
  ])("%j is none", (text) => {
    expect(referralCode(text)).toBeUndefined();
  });
});

describe("a message with a code", () => {
  it("is the rest of the message, with the code beside it", () => {
    expect(toInbound(parseEvent(textEvent("#quay1 làm khai sinh")), oa.oaId)).toMatchObject({
      referral: "QUAY1",
      event: { content: { kind: "text", text: "làm khai sinh" } },
    });
  });
  it("and nothing else is a hello", () => {
    expect(toInbound(parseEvent(textEvent("#QUAY1")), oa.oaId)).toMatchObject({
      referral: "QUAY1",
      event: { content: { kind: "chat-opened" } },
    });
  });
});

describe("codeNamed", () => {
  it.each([
    ["quay1", "QUAY1"],
    [" QUAY-2 ", "QUAY-2"],
    ["khaisinh", undefined],
    ["a1", undefined],
    ["#quay1", undefined],
    ["quay1 abc", undefined],
    ["quầy1", undefined],
    [["quay1"], undefined],
    [undefined, undefined],
  ])("%j names %j", (value, code) => {
    expect(codeNamed(value)).toBe(code);
  });
});
