import { z } from "zod";

/** Ids are text longer than a number can hold; short ones may come as numbers. */
const id = z.union([z.string().min(1).max(200), z.number()]).transform(String);
const idHolder = z.looseObject({ id });
const degrees = z.coerce.number();

/** Around every event. */
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

/** Around everything a person writes. */
export const messageShape = z.looseObject({
  sender: idHolder,
  recipient: idHolder,
  message: z.looseObject({
    text: z.string().optional(),
    quote_msg_id: id.optional(),
    conversation_id: id.optional(),
  }),
});
/** The id of the message an event is, or is about. */
export const messageIdShape = z.looseObject({ message: messageId });

/** A text; may be empty. */
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

/** What the account sent; `admin_id` when a member of staff wrote it. */
export const accountSentShape = z.looseObject({
  sender: z.looseObject({ id, admin_id: id.optional() }),
  recipient: idHolder,
  message: z.looseObject({ conversation_id: id.optional(), text: z.string().optional().catch(undefined) }),
});

/** Beginning or end of following. */
export const followShape = z.looseObject({ follower: idHolder, source: z.string().max(50).optional() });
/** Management events that name the person flatly. */
export const userShape = z.looseObject({ user_id: id });
/** Events that name the person in one of two ways, or not at all. */
export const someUserShape = z.looseObject({ user_id: id.optional(), sender: idHolder.optional() });
/** Who did it, and to whom. */
export const senderShape = z.looseObject({ sender: idHolder, recipient: idHolder });

/** Messages that reached a phone or were read: one id or several. */
export const receiptShape = z.looseObject({
  message: z.looseObject({ msg_id: id.optional(), msg_ids: z.array(id).optional() }),
});

/** A change of tags. */
export const tagShape = z.looseObject({
  tag: z.looseObject({ name: z.string(), user_ids: z.array(id).default([]) }),
});

/** Which visitor of our site is which user. */
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
