import { webhookSignature } from "../../bot/zalo/index.ts";

/** Settings of the made-up Official Account all tests use. */
export const oa = {
  appId: "1000000000000000001",
  appSecret: "app-secret-for-tests",
  oaId: "3000000000000000003",
  oaSecretKey: "oa-secret-key-for-tests",
  nextSecretKey: "next-secret-key-for-tests",
} as const;

export const citizen = "2000000000000000002";

let messages = 0;

/** A text message of a person, as the platform posts it. */
export function textEvent(
  text: string,
  change: { userId?: string; atMs?: number; messageId?: string } = {},
): object {
  messages += 1;
  return {
    app_id: oa.appId,
    event_name: "user_send_text",
    timestamp: String(change.atMs ?? Date.now()),
    sender: { id: change.userId ?? citizen },
    recipient: { id: oa.oaId },
    user_id_by_app: "4000000000000000004",
    message: { msg_id: change.messageId ?? `m-${process.pid}-${messages}`, text },
  };
}

/** The body's bytes and the headers that prove it. */
export function signed(
  event: object,
  { key = oa.oaSecretKey, appId = oa.appId }: { key?: string; appId?: string } = {},
): { readonly body: string; readonly headers: Record<string, string> } {
  const body = JSON.stringify(event);
  const timestamp = "timestamp" in event ? String(event.timestamp) : "";
  const hex = webhookSignature({ appId, rawBody: Buffer.from(body), timestamp, oaSecretKey: key });
  return {
    body,
    headers: { "content-type": "application/json", "x-zevent-signature": `mac=${hex}` },
  };
}
