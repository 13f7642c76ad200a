import { type Answer, accepted, refused } from "../answer.ts";
import { accountSent, received } from "../events.ts";
import type { Platform } from "../platform.ts";
import { type Allowance, messageRefusal, sendingRight } from "../sending-rules.ts";
import { anonymousSendSchema, reactionSchema, sendSchema } from "../wire.ts";
import type { SimulatedPerson } from "../world.ts";
import type { Operation } from "./operation.ts";

export const messageOperations: readonly Operation[] = [
  { method: "post", path: "/v3.0/oa/message/cs", sends: true, run: send },
  { method: "post", path: "/v2.0/oa/message", run: oldEndpoint },
];

function send(input: unknown, platform: Platform): Answer {
  const { world, settings, clock } = platform;
  const read = sendSchema.safeParse(input);
  if (!read.success) return refused(-201, `${read.error.issues[0]?.path.join(".") ?? "body"} is invalid`);
  const { recipient, message } = read.data;
  const person = world.find(recipient.user_id);
  const right = sendingRight(person, settings, clock.nowMs());
  if (!person || "refusal" in right)
    return "refusal" in right ? right.refusal : refused(-201, "user_id is invalid");
  const refusal = messageRefusal(message);
  if (refusal) return refusal;

  const id = newMessageId(platform);
  const atMs = clock.nowMs();
  world.show(person, { id, from: "oa", text: message.text, buttons: message.buttons, atMs });
  reportBack(platform, person, { id, text: message.text, atMs });
  return accepted({
    message_id: id,
    user_id: person.id,
    sent_time: String(atMs),
    quota: spend(right.allowance, person, platform),
  });
}

/** The account's own messages come back as events, and so does the phone's receipt. */
function reportBack(
  { account, settings, deliverer }: Platform,
  { id: personId }: SimulatedPerson,
  { id: messageId, text, atMs }: { readonly id: string; readonly text: string; readonly atMs: number },
): void {
  if (!settings.receipts) return;
  deliverer.post(personId, accountSent(account, { personId, messageId, text, atMs }));
  deliverer.post(personId, received(account, { personId, messageId, atMs }));
}

const FREE_REPLIES = 8;
const WELCOMES = 3;
const PACKAGE = 500;

function spend(allowance: Allowance, person: SimulatedPerson, { settings }: Platform): object {
  switch (allowance) {
    case "reply":
      return { quota_type: allowance, remain: FREE_REPLIES, total: FREE_REPLIES };
    case "welcome_msg":
      person.welcomesLeft -= 1;
      return { quota_type: allowance, remain: person.welcomesLeft, total: WELCOMES };
    case "sub_quota":
      settings.paidLeft -= 1;
      return { quota_type: allowance, remain: settings.paidLeft, total: PACKAGE };
  }
}

/** The old endpoint: visitors who are not signed in and reactions; ordinary messages were shut down. */
function oldEndpoint(input: unknown, platform: Platform): Answer {
  const read = anonymousSendSchema.safeParse(input);
  if (!read.success) return react(input, platform);
  const { world, clock } = platform;
  const { recipient, message } = read.data;
  const visitor = world.find(recipient.anonymous_id);
  if (!visitor || visitor.conversationId !== recipient.conversation_id)
    return refused(-201, "anonymous_id is invalid");
  const refusal = messageRefusal(message);
  if (refusal) return refusal;
  const id = newMessageId(platform);
  world.show(visitor, { id, from: "oa", ...message, atMs: clock.nowMs() });
  return accepted({ message_id: id });
}

function react(input: unknown, { world }: Platform): Answer {
  const read = reactionSchema.safeParse(input);
  if (!read.success) return refused(-240, "MessageV2 API has been shut down, please use MessageV3 API");
  const { recipient, sender_action } = read.data;
  const known = world
    .find(recipient.user_id)
    ?.messages.some(({ id }) => id === sender_action.react_message_id);
  return known
    ? accepted({ message_id: sender_action.react_message_id })
    : refused(-201, "react_message_id is invalid");
}

export function newMessageId({ account, world }: Pick<Platform, "account" | "world">): string {
  return `${account.oaId.slice(0, 6)}${String(world.newSerial()).padStart(10, "0")}`;
}
