import type { z } from "zod";
import type { EventPerson, MessageContent, ZaloEvent } from "./event.ts";
import {
  accountSentShape,
  envelopeShape,
  firstProblem,
  followShape,
  locationShape,
  messageIdShape,
  messageShape,
  receiptShape,
  senderShape,
  someUserShape,
  tagShape,
  textShape,
  userShape,
  widgetShape,
} from "./event-shapes.ts";

/** The part of an event that depends on its kind. */
type Details = ZaloEvent extends infer E ? (E extends unknown ? Omit<E, "name" | "atMs"> : never) : never;
type Parser = (body: unknown, name: string) => Details;

/** Raised inside this file only: `parseEvent` turns it into an ignored event. */
class ShapeError extends Error {
  override readonly name = "ShapeError";
}

/**
 * An event of the platform in our words. Never throws: what is unknown or not shaped as documented
 * becomes `ignored` with the reason. `body` is parsed JSON whose long ids are text.
 */
export function parseEvent(body: unknown): ZaloEvent {
  const envelope = envelopeShape.safeParse(body);
  if (!envelope.success) {
    return { name: "", atMs: 0, kind: "ignored", reason: firstProblem(envelope.error) };
  }
  const { event_name: name, timestamp: atMs, oa_id: oaId } = envelope.data;
  const common = { name, atMs, ...(oaId !== undefined && { oaId }) };
  const parser = parserOf(name);
  if (!parser) return { ...common, kind: "ignored", reason: "unknown event" };
  try {
    return { ...common, ...parser(body, name) };
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error;
    return { ...common, kind: "ignored", reason: error.message };
  }
}

function read<S extends z.ZodType>(shape: S, body: unknown): z.output<S> {
  const result = shape.safeParse(body);
  if (result.success) return result.data;
  throw new ShapeError(firstProblem(result.error));
}

const mediaKinds = {
  image: "image",
  gif: "gif",
  link: "link",
  audio: "voice",
  video: "video",
  sticker: "sticker",
  file: "file",
  business_card: "contact",
} as const;

const message =
  (contentOf: (body: unknown, text: string) => MessageContent): Parser =>
  (body, name) => {
    const { sender, recipient, message } = read(messageShape, body);
    const person = name.startsWith("anonymous_")
      ? anonymous(sender.id, message.conversation_id)
      : { userId: sender.id };
    return {
      kind: "message",
      oaId: recipient.id,
      from: person,
      messageId: read(messageIdShape, body).message,
      content: contentOf(body, message.text ?? ""),
      ...(message.quote_msg_id !== undefined && { quotedMessageId: message.quote_msg_id }),
    };
  };

const text = message((body) => ({ kind: "text", text: read(textShape, body).message.text }));
const location = message((body) => {
  const { latitude, longitude } = read(locationShape, body).message;
  return { kind: "location", latitude, longitude };
});
const media = (kind: (typeof mediaKinds)[keyof typeof mediaKinds]) =>
  message((_body, words) => ({ kind, ...(words.trim() !== "" && { text: words }) }));

const accountSent: Parser = (body, name) => {
  const { sender, recipient, message } = read(accountSentShape, body);
  const to = name.startsWith("oa_send_anonymous_")
    ? anonymous(recipient.id, message.conversation_id)
    : { userId: recipient.id };
  return {
    kind: "account-sent",
    oaId: sender.id,
    to,
    messageId: read(messageIdShape, body).message,
    ...(sender.admin_id !== undefined && { staffId: sender.admin_id }),
    ...(message.text !== undefined && { text: message.text }),
  };
};

function anonymous(anonymousId: string, conversationId: string | undefined): EventPerson {
  if (conversationId === undefined) throw new ShapeError("message.conversation_id: expected an id");
  return { anonymousId, conversationId };
}

const reaction =
  (by: "person" | "account"): Parser =>
  (body) => {
    const { sender, recipient } = read(senderShape, body);
    const [userId, oaId] = by === "person" ? [sender.id, recipient.id] : [recipient.id, sender.id];
    return { kind: "reaction", by, userId, oaId, messageId: read(messageIdShape, body).message };
  };

const receipt =
  (kind: "received" | "seen"): Parser =>
  (body) => {
    const { msg_id, msg_ids = [] } = read(receiptShape, body).message;
    return { kind: "receipt", receipt: kind, messageIds: msg_id === undefined ? msg_ids : [msg_id] };
  };

const someUser = (body: unknown) => {
  const { user_id, sender } = read(someUserShape, body);
  const userId = user_id ?? sender?.id;
  return userId === undefined ? {} : { userId };
};

const widget: Parser = (body, name) => {
  const { user_id, user_external_id } = read(widgetShape, body).data;
  return {
    kind: "widget",
    accepted: name === "widget_interaction_accepted",
    ...(user_id !== undefined && { userId: user_id }),
    ...(user_external_id !== undefined && { externalId: user_external_id }),
  };
};

const tag: Parser = (body) => {
  const { name, user_ids } = read(tagShape, body).tag;
  return { kind: "tag", tag: name, userIds: user_ids };
};

const fromSender = (kind: "info-submitted" | "rating"): Parser => {
  return (body) => {
    const { sender, recipient } = read(senderShape, body);
    return { kind, userId: sender.id, oaId: recipient.id };
  };
};

const parsers: Readonly<Record<string, Parser>> = {
  user_send_text: text,
  anonymous_send_text: text,
  user_send_location: location,
  ...Object.fromEntries(
    Object.entries(mediaKinds).flatMap(([name, kind]) => [
      [`user_send_${name}`, media(kind)],
      [`anonymous_send_${name}`, media(kind)],
    ]),
  ),
  user_click_chatnow: (body) => ({ kind: "chat-opened", userId: read(userShape, body).user_id }),
  follow: (body) => {
    const { follower, source } = read(followShape, body);
    return { kind: "follow", userId: follower.id, ...(source && { source }) };
  },
  unfollow: (body) => ({ kind: "unfollow", userId: read(followShape, body).follower.id }),
  user_submit_info: fromSender("info-submitted"),
  user_feedback: fromSender("rating"),
  user_received_message: receipt("received"),
  user_seen_message: receipt("seen"),
  user_reacted_message: reaction("person"),
  oa_reacted_message: reaction("account"),
  user_withdraw: (body) => ({ kind: "withdraw", userId: read(userShape, body).user_id }),
  add_user_to_tag: tag,
  remove_user_from_tag: tag,
  remove_tag: tag,
  update_user_info: (body) => ({ kind: "profile-changed", ...someUser(body) }),
  widget_interaction_accepted: widget,
  widget_failed_to_sync_user_external_id: widget,
  oa_send_consent: (body) => ({ kind: "call", ...someUser(body) }),
  user_reply_consent: (body) => ({ kind: "call", ...someUser(body) }),
  user_call_oa: (body) => ({ kind: "call", ...someUser(body) }),
  oa_call_user: (body) => ({ kind: "call", ...someUser(body) }),
};

/** Documented names of what this product has no use for. */
const others =
  /^(create_group|user_(send|join|out|request_join)_group.*|.*_group(_.*)?|extension_purchased|change_oa_daily_quota|change_template_(status|quality)|event_journey_.*|shop_has_order)$/;

function parserOf(name: string): Parser | undefined {
  if (Object.hasOwn(parsers, name)) return parsers[name];
  if (/^oa_send_(anonymous_)?(text|image|gif|list|file|sticker|template)$/.test(name)) return accountSent;
  return others.test(name) ? () => ({ kind: "other" }) : undefined;
}
