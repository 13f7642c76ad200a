import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { entryId, type PersonId, personId, silentLog } from "../../../../bot/base/index.ts";
import { personOf, recipientOf } from "../../../../bot/channels/zalo/person.ts";
import { renderReply, renderWithoutButtons } from "../../../../bot/channels/zalo/render.ts";
import { createZaloSend, type SendReport } from "../../../../bot/channels/zalo/send-reply.ts";
import { FREE_FOR_MS, OPEN_FOR_MS, paidBy, sendWindow } from "../../../../bot/channels/zalo/window.ts";
import type { ReplyAction, ReplyButton, ReplyMessage } from "../../../../bot/domain/index.ts";
import {
  lengthOf,
  type Message,
  messageProblems,
  type Recipient,
  type SentMessage,
  ZaloRefusedError,
  ZaloUnreachableError,
} from "../../../../bot/zalo/index.ts";
import { manualClock } from "../../../support/manual-clock.ts";

const HOUR_MS = 3_600_000;
const say = (title: string, payload = title): ReplyButton => ({ title, action: { kind: "say", payload } });
const open = (title: string, url: string): ReplyButton => ({ title, action: { kind: "open", url } });
const call = (title: string, phone: string): ReplyButton => ({ title, action: { kind: "call", phone } });
const reply = (text: string, ...buttons: ReplyButton[]): ReplyMessage => ({ text, buttons });

describe("a reply as the platform's messages", () => {
  it("keeps the words, and shows payloads that are words but not marks", () => {
    const message = reply(
      "Chọn:",
      say("Lệ phí", "#mc:tt:1.001193:fee"),
      say("Phí bao nhiêu?"),
      open("Cổng", "https://a.vn"),
      call("Gọi", "842700"),
    );
    expect(renderReply(message)).toEqual([
      {
        kind: "text",
        text: "Chọn:",
        buttons: [
          { title: "Lệ phí", action: { type: "oa.query.hide", payload: "#mc:tt:1.001193:fee" } },
          { title: "Phí bao nhiêu?", action: { type: "oa.query.show", payload: "Phí bao nhiêu?" } },
          { title: "Cổng", action: { type: "oa.open.url", url: "https://a.vn" } },
          { title: "Gọi", action: { type: "oa.open.phone", phone: "842700" } },
        ],
      },
    ]);
  });

  it("puts the buttons under the last part of a long text", () => {
    const parts = renderReply(reply(`${"Câu dài. ".repeat(300)}`, say("Tiếp")));
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.map((part) => part.buttons?.length ?? 0)).toEqual([...parts.slice(1).map(() => 0), 1]);
    for (const part of parts) expect(part.text.endsWith("Câu dài.")).toBe(true);
  });

  it("writes out what cannot be a button", () => {
    const [message] = renderReply(
      reply(
        "Chọn:",
        say("Một"),
        open("Trang", "http://a.vn"),
        say("Hai"),
        say("Ba"),
        say("Bốn"),
        say("Năm"),
        say("Sáu"),
        say("Dài", "x".repeat(1001)),
      ),
    );
    expect(message?.text).toBe("Chọn:\n• Trang: http://a.vn\n7. Sáu\n8. Dài");
    expect(message?.buttons?.map((button) => button.title)).toEqual(["Một", "Hai", "Ba", "Bốn", "Năm"]);
  });

  it("cuts a title that is too long, and only that", () => {
    const title = renderReply(reply("a", say("ề".repeat(150), "p")))[0]?.buttons?.[0]?.title ?? "";
    expect(lengthOf(title)).toBe(100);
    expect(title.endsWith("…")).toBe(true);
  });

  it("without buttons writes all choices out", () => {
    expect(
      renderWithoutButtons(reply("Chọn:", say("Một"), open("Trang", "https://a.vn"), call("Gọi", "842700"))),
    ).toEqual([{ kind: "text", text: "Chọn:\n\n1. Một\n• Trang: https://a.vn\n• Gọi: +842700" }]);
  });

  const words = fc.string({ unit: fc.constantFrom("a", "ế", " ", "\n", ".", "👍", "1"), maxLength: 3000 });
  const action: fc.Arbitrary<ReplyAction> = fc.oneof(
    fc.record({ kind: fc.constant("say" as const), payload: fc.string({ maxLength: 1200 }) }),
    fc.record({
      kind: fc.constant("open" as const),
      url: fc.constantFrom("https://a.vn/x", "http://a.vn", "javascript:x"),
    }),
    fc.record({ kind: fc.constant("call" as const), phone: fc.constantFrom("842723893900", "84272") }),
  );
  const button = fc.record({ title: fc.stringMatching(/^[a-z]{1,150}$/), action });

  it("is always something the platform takes", () => {
    fc.assert(
      fc.property(words, fc.array(button, { maxLength: 8 }), (text, buttons) => {
        for (const message of renderReply({ text, buttons }))
          expect([...messageProblems(message)]).toEqual([]);
      }),
    );
  });
});

describe("who a reply goes to", () => {
  it.each<Parameters<typeof personOf>[0]>([
    { userId: "1234567890123456789" },
    { userId: "50%/x" },
    { anonymousId: "a/b c", conversationId: "ü:%" },
  ])("%j is known and found again", (from) => {
    expect(recipientOf(personOf(from))).toEqual(from);
  });
});

describe("the window", () => {
  it.each([
    [0, "free"],
    [FREE_FOR_MS, "free"],
    [FREE_FOR_MS + 1, "charged"],
    [OPEN_FOR_MS, "charged"],
    [OPEN_FOR_MS + 1, "closed"],
    [-1000, "free"],
  ])("%d ms after the last sign of life is %s", (agoMs, window) => {
    expect(sendWindow(1_000_000_000_000 - agoMs, 1_000_000_000_000)).toBe(window);
  });
  it("is unknown without a sign of life", () => {
    expect(sendWindow(null, 1)).toBe("unknown");
  });
});

describe("what paid for a message", () => {
  it.each([
    ["free", "reply", "free"],
    ["unknown", "welcome_msg", "free"],
    ["charged", "sub_quota", "allowance"],
    ["charged", "purchase_quota", "allowance"],
    ["charged", "reward_quota", "allowance"],
    ["free", undefined, "free"],
    ["charged", undefined, "charged"],
    ["unknown", undefined, "unknown"],
  ] as const)("window %s, quota %s: %s", (window, quota, expected) => {
    expect(paidBy(window, quota)).toBe(expected);
  });
});

/** A client that does what a test says, one entry a call. */
function sender(script: (SentMessage | Error)[], lastInteractionAgoMs: number | null = HOUR_MS) {
  const clock = manualClock();
  const calls: { to: Recipient; message: Message }[] = [];
  const reports: SendReport[] = [];
  const send = createZaloSend({
    client: {
      send: async (to, message) => {
        calls.push({ to, message });
        const next = script.shift() ?? { messageId: `m${calls.length}` };
        if (next instanceof Error) throw next;
        return next;
      },
    },
    lastInteractionAtMs: async () =>
      lastInteractionAgoMs === null ? null : clock.nowMs() - lastInteractionAgoMs,
    onSent: async (report) => {
      reports.push(report);
    },
    clock,
    log: silentLog,
  });
  const to: PersonId = personId("zalo", "123");
  return {
    calls,
    reports,
    send: (message: ReplyMessage) => send({ entryId: entryId("e"), personId: to, message }),
  };
}
const refused = (code: number, retryAfterMs?: number) =>
  new ZaloRefusedError({
    family: "oa",
    method: "message/cs",
    code,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
const unreachable = (maybeDelivered: boolean) =>
  new ZaloUnreachableError("message/cs", "ECONNRESET", maybeDelivered);

describe("sending", () => {
  it("tells the platform's id of the message", async () => {
    const { send, calls, reports } = sender([{ messageId: "m1", quota: { type: "reply", remain: 7 } }]);
    expect(await send(reply("a"))).toEqual({ kind: "sent", platformMessageId: "m1" });
    expect(calls).toMatchObject([{ to: { userId: "123" } }]);
    expect(reports).toEqual([{ personId: "zalo:123", paidBy: "free", quota: { type: "reply", remain: 7 } }]);
  });

  it.each<[string, Error, object]>([
    ["a rate that is used up", refused(-32, 5_000), { kind: "retry", retryAfterMs: 5_000 }],
    ["a failure of the platform", refused(-200), { kind: "retry" }],
    ["a token that could not be renewed", refused(-216), { kind: "retry" }],
    [
      "an account that is not connected",
      new ZaloRefusedError({ family: "oauth", method: "tokens", code: -14014 }),
      { kind: "retry", retryAfterMs: 300_000 },
    ],
    ["a person who does not follow", refused(-213), { kind: "refused" }],
    ["a person who is silent for a week", refused(-230), { kind: "refused" }],
    ["a package that is too low", refused(-224), { kind: "refused" }],
    ["a request that never left", unreachable(false), { kind: "retry" }],
    ["a request that may have arrived", unreachable(true), { kind: "unknown" }],
    ["a store that is down", new Error("the store is down"), { kind: "retry" }],
  ])("%s", async (_name, error, outcome) => {
    expect(await sender([error]).send(reply("a"))).toMatchObject(outcome);
  });

  it.each([-201, -233])("refused with buttons (%d) is sent without them", async (code) => {
    const { send, calls } = sender([refused(code)]);
    expect(await send(reply("Chọn:", say("Một")))).toMatchObject({ kind: "sent" });
    expect(calls.map((made) => made.message)).toMatchObject([{ buttons: [{}] }, { text: "Chọn:\n\n1. Một" }]);
  });

  it("refused for the person is not tried without buttons", async () => {
    const error = new ZaloRefusedError({
      family: "oa",
      method: "message/cs",
      code: -201,
      platformMessage: "user_id is invalid",
    });
    const { send, calls } = sender([error]);
    expect(await send(reply("Chọn:", say("Một")))).toMatchObject({ kind: "refused" });
    expect(calls).toHaveLength(1);
  });

  it("refused without buttons is not tried again", async () => {
    const { send, calls } = sender([refused(-201)]);
    expect(await send(reply("a"))).toMatchObject({ kind: "refused" });
    expect(calls).toHaveLength(1);
  });

  it("is refused without a call when the person has been silent for a week", async () => {
    const { send, calls } = sender([], OPEN_FOR_MS + 1);
    expect(await send(reply("a"))).toMatchObject({
      kind: "refused",
      reason: expect.stringMatching(/seven days/),
    });
    expect(calls).toEqual([]);
  });

  it("after 48 hours says that it was charged", async () => {
    const { send, reports } = sender([], FREE_FOR_MS + 1);
    await send(reply("a"));
    expect(reports).toMatchObject([{ paidBy: "charged" }]);
  });

  it("tries when nothing is known of the person: a new follower may be welcomed", async () => {
    expect(await sender([], null).send(reply("a"))).toMatchObject({ kind: "sent" });
  });

  it("a second part that fails is never a reason to send the first again", async () => {
    const { send, calls } = sender([{ messageId: "m1" }, refused(-32)]);
    expect(await send(reply("Câu dài. ".repeat(300)))).toMatchObject({
      kind: "unknown",
      reason: expect.stringMatching(/^sent 1 of 2 parts/),
    });
    expect(calls).toHaveLength(2);
  });

  it("a report that fails does not make a delivered message look failed", async () => {
    const clock = manualClock();
    const send = createZaloSend({
      client: { send: async () => ({ messageId: "m" }) },
      lastInteractionAtMs: async () => null,
      onSent: () => Promise.reject(new Error("the store is down")),
      clock,
      log: silentLog,
    });
    const message = { entryId: entryId("e"), personId: personId("zalo", "1"), message: reply("a") };
    expect(await send(message)).toMatchObject({ kind: "sent" });
  });

  it("an empty message is refused", async () => {
    expect(await sender([]).send(reply(" "))).toMatchObject({ kind: "refused" });
  });
});
