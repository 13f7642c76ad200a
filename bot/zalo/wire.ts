import { z } from "zod";

/** Numbers arrive as numbers or as text. */
const numeric = z.union([
  z.number(),
  z
    .string()
    .regex(/^-?\d+$/)
    .transform(Number),
]);
/** Ids arrive as text; a short one may come as a number. */
const id = z.union([z.string(), z.number()]).transform(String);
const text = z.string();

/** What every answer has around its data. OAuth answers hold their fields beside `error` instead. */
export const envelopeSchema = z.looseObject({
  error: numeric.default(0),
  message: text.optional(),
  error_name: text.optional(),
  data: z.unknown().optional(),
});
/** An answer without its data read yet. */
export type Envelope = z.output<typeof envelopeSchema>;

/** What the token endpoint grants; times are seconds. */
export const tokenAnswerSchema = z.object({
  access_token: text.min(1),
  refresh_token: text.min(1).optional(),
  expires_in: numeric.optional(),
  refresh_token_expires_in: numeric.optional(),
});

/** Only `message_id` can be relied on. */
export const sentSchema = z.object({
  message_id: id,
  sent_time: numeric.optional(),
  quota: z
    .object({
      quota_type: text.optional(),
      remain: numeric.optional(),
      total: numeric.optional(),
      expired_date: text.optional(),
    })
    .optional(),
});

/** An upload is named by one of two fields, by kind and by age of the API. */
export const uploadSchema = z.object({ attachment_id: id.optional(), token: id.optional() });

/** The account; its id has been seen under two names. */
export const accountSchema = z.looseObject({
  oa_id: id.optional(),
  oaid: id.optional(),
  name: text.optional(),
  is_verified: z.boolean().optional(),
  package_name: text.optional(),
  package_valid_through_date: text.optional(),
  num_follower: numeric.optional(),
  linked_ZCA: text.optional(),
});

const left = z.object({ remain: numeric.optional(), total: numeric.optional() });
/** What may be sent to one person; `last_interaction` is ms. */
export const quotaSchema = z.looseObject({
  last_interaction: numeric.optional(),
  cs_reply: left.optional(),
  promotion: left.optional(),
});

/** A person as the account sees them; more comes than is read. */
export const personSchema = z.looseObject({
  user_id: id,
  user_id_by_app: id.optional(),
  user_external_id: id.optional(),
  display_name: text.optional(),
  user_alias: text.optional(),
  is_sensitive: z.boolean().optional(),
  user_last_interaction_date: text.optional(),
  user_is_follower: z.boolean().optional(),
  avatar: text.optional(),
  tags_and_notes_info: z
    .object({ notes: z.array(text).optional(), tag_names: z.array(text).optional() })
    .optional(),
});

/** A page of people, ids only. */
export const peopleSchema = z.looseObject({
  total: numeric.optional(),
  users: z.array(z.looseObject({ user_id: id })).default([]),
});

/** Names of the account's tags. */
export const tagsSchema = z.array(text);

/** `src` 0 = the account wrote, 1 = the person wrote; `time` is ms. */
export const historySchema = z.array(
  z.looseObject({
    src: numeric,
    time: numeric,
    type: text.optional(),
    message: text.optional(),
    message_id: id,
    from_id: id.optional(),
    to_id: id.optional(),
  }),
);
