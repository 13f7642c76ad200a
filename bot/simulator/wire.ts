import { z } from "zod";

const id = z.string().min(1).max(64);

/** A button as the phone needs it, whatever its kind. */
const wireButton = z.union([
  z
    .object({ title: z.string(), type: z.literal("oa.open.url"), payload: z.object({ url: z.string() }) })
    .transform(({ payload, ...button }) => ({ ...button, payload: payload.url })),
  z
    .object({
      title: z.string(),
      type: z.enum(["oa.open.phone", "oa.open.sms"]),
      payload: z.object({ phone_code: z.string() }),
    })
    .transform(({ payload, ...button }) => ({ ...button, payload: payload.phone_code })),
  z.object({
    title: z.string(),
    type: z.enum(["oa.query.show", "oa.query.hide"]),
    payload: z.string().min(1),
  }),
]);
export type WireButton = z.output<typeof wireButton>;

const buttons = z.array(wireButton).optional();
const template = z.union([
  z.object({ template_type: z.literal("button").optional(), buttons: z.array(wireButton).min(1) }),
  z.object({ template_type: z.literal("media"), elements: z.tuple([z.looseObject({})]), buttons }),
  z.object({ template_type: z.literal("list"), elements: z.array(z.looseObject({})).min(1).max(5), buttons }),
  z.object({
    template_type: z.literal("request_user_info"),
    elements: z.tuple([z.looseObject({})]),
    buttons,
  }),
]);
const attachment = z.union([
  z.object({ type: z.literal("template"), payload: template }),
  z.object({ type: z.literal("file"), payload: z.looseObject({}) }),
]);

/** What a message without a text of its own shows on the phone. */
const shownInstead = {
  media: "[hình ảnh]",
  list: "[danh sách]",
  request_user_info: "[xin thông tin liên hệ]",
  file: "[tệp]",
} as const;

/** A message of the account, read down to its text and buttons. */
export const messageSchema = z
  .strictObject({
    text: z.string().optional(),
    quote_message_id: z.string().optional(),
    attachment: attachment.optional(),
  })
  .transform(({ text, attachment: attached }) => {
    const kind = attached?.type === "template" ? attached.payload.template_type : attached?.type;
    const instead = kind === undefined || kind === "button" ? "" : shownInstead[kind];
    return {
      text: text ?? instead,
      buttons: attached?.type === "template" ? (attached.payload.buttons ?? []) : [],
    };
  });
export type WireMessage = z.output<typeof messageSchema>;

export const sendSchema = z.object({ recipient: z.object({ user_id: id }), message: messageSchema });

/** A visitor who is not signed in is written to by the old endpoint. */
export const anonymousSendSchema = z.object({
  recipient: z.object({ anonymous_id: id, conversation_id: id }),
  message: messageSchema,
});

export const reactionSchema = z.object({
  recipient: z.object({ user_id: id }),
  sender_action: z.object({ react_icon: z.string(), react_message_id: z.string() }),
});

export const userSchema = z.looseObject({ user_id: id });
export const tagSchema = z.object({ user_id: id, tag_name: z.string().min(1).max(100) });
export const pageSchema = z.looseObject({
  offset: z.number().int().min(0).default(0),
  count: z.number().int().min(1).default(10),
});
