import { describe, expect, it } from "vitest";
import { judgeWebhook } from "../../../../bot/channels/zalo/judge-webhook.ts";
import { oa, signed, textEvent } from "../../../support/zalo-events.ts";

const NOW_MS = Date.UTC(2026, 10, 24, 3);
const HOUR_MS = 3_600_000;
const keys = { appId: oa.appId, oaId: oa.oaId, oaSecretKeys: [oa.oaSecretKey, oa.nextSecretKey] };

function judge(event: object, change: { key?: string; rawBody?: string; signature?: string } = {}) {
  const { body, headers } = signed(event, change);
  const rawBody = Buffer.from(change.rawBody ?? body);
  const signature = change.signature ?? headers["x-zevent-signature"];
  return judgeWebhook({ rawBody, signature, headerTimestamp: undefined }, keys, NOW_MS);
}
const text = (atMs = NOW_MS) => textEvent("làm khai sinh", { atMs });
const unsigned = (rawBody: string | Uint8Array) =>
  judgeWebhook(
    { rawBody: Buffer.from(rawBody), signature: undefined, headerTimestamp: undefined },
    keys,
    NOW_MS,
  );

describe("judgeWebhook", () => {
  it("takes a message that is signed rightly, also by the next key", () => {
    expect(judge(text())).toMatchObject({ kind: "event", event: { content: { text: "làm khai sinh" } } });
    expect(judge(text(), { key: oa.nextSecretKey })).toMatchObject({ kind: "event", note: "second-key" });
  });

  it("knows the console's check, with white space too", () => {
    expect(unsigned("{}")).toEqual({ kind: "check" });
    expect(unsigned(" { }\n")).toEqual({ kind: "check" });
  });

  it.each([
    ["nothing", ""],
    ["half a body", '{"event_name":'],
    ["a list", "[]"],
    ["a number", "7"],
    ["null", "null"],
    ["bytes that are no UTF-8", Uint8Array.of(0x7b, 0xff, 0x7d)],
  ])("cannot read %s", (_name, body) => {
    expect(unsigned(body)).toEqual({ kind: "unreadable" });
  });

  it("a forged, unsigned or re-serialised event says nothing of its content", () => {
    expect(judge(text(), { key: "somebody else's" })).toEqual({ kind: "forged", reason: "wrong" });
    expect(unsigned(JSON.stringify(text()))).toEqual({ kind: "forged", reason: "missing" });
    const event = text();
    expect(judge(event, { rawBody: JSON.stringify(event, null, 1) })).toEqual({
      kind: "forged",
      reason: "wrong",
    });
  });

  it.each([
    [-2 * HOUR_MS, "event"],
    [-2 * HOUR_MS - 1, "late"],
    [2 * HOUR_MS, "event"],
    [2 * HOUR_MS + 1, "late"],
  ])("an event %d ms from now is judged %s: redelivery goes on for almost two hours", (offsetMs, kind) => {
    expect(judge(text(NOW_MS + offsetMs)).kind).toBe(kind);
  });

  it("names the events nobody has to see", () => {
    const event = {
      app_id: oa.appId,
      event_name: "shop_has_order",
      timestamp: String(NOW_MS),
      oa_id: oa.oaId,
    };
    expect(judge(event)).toEqual({ kind: "ignored", reason: "not-needed", name: "shop_has_order" });
    expect(judge({ ...event, event_name: "new_event" })).toMatchObject({
      kind: "ignored",
      reason: "unknown",
    });
  });
});
