import { z } from "zod";

/** Ids are text longer than a number can hold; short ones may come as numbers. */
const id = z.union([z.string().min(1).max(200), z.number()]).transform(String);
const idHolder = z.looseObject({ id });
const degrees = z.coerce.number();

export const envelopeShape = z.looseObject({
  event_name: z.string().min(1).max(100),
  timestamp: z.union([z.string().regex(/^\d{1,16}$/), z.number().int().nonnegative()]).transform(Number),
  oa_id: id.optional(),
});

/** `message_id` is another spelling seen in the wild. */
const messageId = z.object({ msg_id: id.optional(), message_id: id.optional() }).transform((message, ctx) => {
  const found = message.msg_id ?? message.message_id;
  if (found !== undefined) return found;
  ctx.addIssue({ code: "custom", message: "expected a message id" });
  return z.NEVER;
});

export const messageShape = z.looseObject({
  sender: idHolder,
  recipient: idHolder,
  message: z.looseObject({
    text: z.string().optional(),
    quote_msg_id: id.optional(),
    conversation_id: id.optional(),
  }),
});
export const messageIdShape = z.looseObject({ message: messageId });

export const textShape = z.looseObject({ message: z.looseObject({ text: z.string() }) });

const coordinates = z.looseObject({
  latitude: degrees.min(-90).max(90),
  longitude: degrees.min(-180).max(180),
});
/** Two places have been documented for the coordinates. */
export const locationShape = z.looseObject({
  message: z.union([
    z
      .looseObject({
        attachments: z.tuple([z.looseObject({ payload: z.looseObject({ coordinates }) })], z.unknown()),
      })
      .transform((message) => message.attachments[0].payload.coordinates),
    z.looseObject({ location: coordinates }).transform((message) => message.location),
  ]),
});

export const accountSentShape = z.looseObject({
  sender: z.looseObject({ id, admin_id: id.optional() }),
  recipient: idHolder,
  message: z.looseObject({ conversation_id: id.optional() }),
});

export const followShape = z.looseObject({ follower: idHolder, source: z.string().max(50).optional() });
export const userShape = z.looseObject({ user_id: id });
export const someUserShape = z.looseObject({ user_id: id.optional(), sender: idHolder.optional() });
export const senderShape = z.looseObject({ sender: idHolder, recipient: idHolder });

export const receiptShape = z.looseObject({
  message: z.looseObject({ msg_id: id.optional(), msg_ids: z.array(id).optional() }),
});

export const tagShape = z.looseObject({
  tag: z.looseObject({ name: z.string(), user_ids: z.array(id).default([]) }),
});

export const widgetShape = z.looseObject({
  data: z.looseObject({ user_id: id.optional(), user_external_id: id.optional() }),
});

/** The first thing wrong, as `message.text: expected a string, …`. */
export function firstProblem(error: z.ZodError): string {
  const issue = error.issues[0];
  if (!issue) return "not as documented";
  const path = issue.path.join(".");
  return `${path === "" ? "body" : path}: ${issue.message.replace(/^Invalid input: /, "")}`.slice(0, 200);
}
