import { z } from "zod";
import type { Call } from "../call.ts";
import { checkMessage, type Message, type Recipient } from "../message.ts";
import { type Dialect, wireMessage, wireRecipient } from "../message-wire.ts";
import { sentSchema } from "../wire.ts";

/** The platform's icons by name; `remove` takes a reaction back. */
export const reactions = {
  haha: ":>",
  worry: "--b",
  cry: ":-((",
  like: "/-strong",
  heart: "/-heart",
  angry: ":-h",
  wow: ":o",
  remove: "/-remove",
} as const;
export type Reaction = keyof typeof reactions;

/** Which allowance paid for a message. */
export interface SendQuota {
  /** `reply`, `welcome_msg`, `sub_quota`, `purchase_quota`, `reward_quota`, or a newer one. */
  readonly type: string;
  readonly remain?: number;
  readonly total?: number;
}

/** A message the platform took. */
export interface SentMessage {
  readonly messageId: string;
  readonly sentAtMs?: number;
  /** Absent = the platform named no allowance: charged, or no longer told. */
  readonly quota?: SendQuota;
}

/** A message from a template that the platform approved beforehand. */
export interface TemplateMessage {
  readonly to: { readonly userId: string } | { readonly phone: string };
  readonly templateId: string;
  readonly data: Readonly<Record<string, string | number>>;
  /** Our own id of a message by phone, returned in its delivery event. */
  readonly trackingId?: string;
  /** Delivers to administrators only. */
  readonly trial?: boolean;
}

/** Everything that reaches a person. */
export interface MessagesApi {
  /** Sends one message of customer care. It is checked against the platform's limits first. */
  send(to: Recipient, message: Message): Promise<SentMessage>;
  /** Sends an approved template by user id or by phone (`84…`). */
  sendTemplate(message: TemplateMessage): Promise<SentMessage>;
  /** Puts a reaction on a person's message; costs no quota. */
  react(userId: string, messageId: string, reaction: Reaction): Promise<void>;
}

const OLD_MESSAGE = "/v2.0/oa/message";

/** The calls that send. */
export function messagesApi(
  call: Call,
  options: { readonly apiUrl: string; readonly businessUrl: string; readonly dialect: Dialect },
): MessagesApi {
  const { apiUrl, businessUrl, dialect } = options;
  return {
    async send(to, message) {
      checkMessage(message);
      const old = "anonymousId" in to || (message.kind === "list" && dialect.listVersion === "v2.0");
      const sent = await call(
        {
          family: "oa",
          name: old ? "message" : "message/cs",
          method: "POST",
          url: `${apiUrl}${old ? OLD_MESSAGE : "/v3.0/oa/message/cs"}`,
          body: { recipient: wireRecipient(to), message: wireMessage(message, dialect) },
        },
        sentSchema,
      );
      return sentMessage(sent);
    },
    async sendTemplate({ to, templateId, data, trackingId, trial }) {
      const byId = "userId" in to;
      const sent = await call(
        {
          family: "template",
          name: "message/template",
          method: "POST",
          url: byId ? `${apiUrl}/v3.0/oa/message/template` : `${businessUrl}/message/template`,
          body: {
            ...(byId ? { user_id: to.userId } : { phone: to.phone }),
            template_id: templateId,
            template_data: data,
            ...(trackingId && { tracking_id: trackingId }),
            ...(trial && { mode: "development" }),
          },
        },
        templateSentSchema,
      );
      return sentMessage({ ...sent, message_id: sent.message_id ?? sent.msg_id ?? "" });
    },
    async react(userId, messageId, reaction) {
      const sender_action = { react_icon: reactions[reaction], react_message_id: messageId };
      await call(
        {
          family: "oa",
          name: "message/react",
          method: "POST",
          url: `${apiUrl}${OLD_MESSAGE}`,
          body: { recipient: { user_id: userId }, sender_action },
        },
        z.unknown(),
      );
    },
  };
}

/** The older template service calls the id `msg_id`. */
const templateSentSchema = sentSchema.partial({ message_id: true }).extend({
  msg_id: z.union([z.string(), z.number()]).transform(String).optional(),
});

function sentMessage(sent: z.output<typeof sentSchema>): SentMessage {
  const { quota_type, remain, total } = sent.quota ?? {};
  return {
    messageId: sent.message_id,
    ...(sent.sent_time !== undefined && { sentAtMs: sent.sent_time }),
    ...(quota_type && {
      quota: {
        type: quota_type,
        ...(remain !== undefined && { remain }),
        ...(total !== undefined && { total }),
      },
    }),
  };
}
