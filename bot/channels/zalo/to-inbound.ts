import { asksForBot } from "../../conversation/index.ts";
import type { InboundContent, InboundEvent } from "../../domain/index.ts";
import { referralCode } from "../../referral/index.ts";
import type { EventPerson, MessageContent, ZaloEvent } from "./event.ts";
import { personOf } from "./person.ts";

/** What becomes of an event of ours. */
export type Inbound =
  | { readonly kind: "accept"; readonly event: InboundEvent; readonly referral?: string }
  | { readonly kind: "ignore"; readonly reason: IgnoreReason };

/** Why nobody has to see an event; a label of the metrics. */
export type IgnoreReason =
  | "unknown"
  | "other-account"
  /** Sent by us or by the account's automatic answers: answering it would never end. */
  | "own-message"
  | "receipt"
  | "own-reaction"
  | "not-needed";

/** Translates an event into the bot's words, or says why nobody has to see it. */
export function toInbound(event: ZaloEvent, oaId: string): Inbound {
  if (event.oaId !== undefined && event.oaId !== oaId) return ignore("other-account");
  switch (event.kind) {
    case "message":
      // By its sender our own message, whatever the event is called.
      if ("userId" in event.from && event.from.userId === oaId) return ignore("own-message");
      return fromMessage(event);
    case "chat-opened":
    case "follow":
    case "unfollow":
    case "withdraw":
    case "info-submitted":
      return accept(event, { userId: event.userId }, { kind: event.kind });
    case "reaction":
      if (event.by === "account" || event.userId === oaId) return ignore("own-reaction");
      return accept(event, { userId: event.userId }, { kind: "reaction" }, event.messageId);
    case "account-sent":
      if (event.staffId === undefined) return ignore("own-message");
      return accept(event, event.to, { kind: staffDid(event.text) }, event.messageId);
    case "receipt":
      return ignore("receipt");
    case "ignored":
      return ignore("unknown");
    case "rating":
    case "tag":
    case "profile-changed":
    case "widget":
    case "call":
    case "other":
      return ignore("not-needed");
  }
}

/** What staff write is not kept; only whether they let the bot answer again. */
function staffDid(text: string | undefined): "staff-reply" | "staff-hand-back" {
  return text !== undefined && asksForBot(text) ? "staff-hand-back" : "staff-reply";
}

function fromMessage(event: Extract<ZaloEvent, { kind: "message" }>): Inbound {
  const { content, from, messageId } = event;
  const referred = content.kind === "text" ? referralCode(content.text) : undefined;
  if (!referred) return accept(event, from, contentOf(content), messageId);
  // A code alone is how a poster's visitor says hello.
  const rest: InboundContent =
    referred.text === "" ? { kind: "chat-opened" } : { kind: "text", text: referred.text };
  return { ...accept(event, from, rest, messageId), referral: referred.code };
}

/** Words under a picture or beside a file are the question; the rest cannot be read anyway. */
function contentOf(content: MessageContent): InboundContent {
  if (content.kind === "text" || content.kind === "location") return content;
  if (content.text !== undefined && content.kind !== "link") return { kind: "text", text: content.text };
  return { kind: content.kind === "gif" ? "sticker" : content.kind };
}

function accept(
  event: ZaloEvent,
  from: EventPerson,
  content: InboundContent,
  messageId?: string,
): Extract<Inbound, { kind: "accept" }> {
  const personId = personOf(from);
  // Several events repeat the id of the message they are about, so the name belongs to the key.
  const eventKey = [event.name, messageId ?? `${personId}@${event.atMs}`].join("/");
  return {
    kind: "accept",
    event: {
      channel: "zalo",
      personId,
      eventKey,
      ...(messageId !== undefined && { messageId }),
      sentAtMs: event.atMs,
      content,
    },
  };
}

function ignore(reason: IgnoreReason): Inbound {
  return { kind: "ignore", reason };
}
