import { z } from "zod";

const count = z.number().int().min(0).max(1_000_000);

/** How the pretend platform behaves; everything may be changed while it runs. */
export const settingsSchema = z.strictObject({
  /** Each API answer takes this long. */
  slowMs: count.max(60_000),
  /** So many of the next calls are answered HTTP 500, undone. */
  failNext: count,
  /** So many of the next calls are carried out, then the connection breaks without an answer. */
  loseAnswerNext: count,
  /** So many of the next sends are refused with `refuseCode`. */
  refuseNext: count,
  refuseCode: z.number().int(),
  /** API calls a minute; more are refused with -32. */
  perMinute: count,
  /** Messages outside the free 48 hours still paid for; at 0 they are refused with -211. */
  paidLeft: count,
  /** Seconds that the next access tokens live. */
  accessTokenS: count.min(1).max(7_776_000),
  /** Every event is posted twice. */
  doubleEvents: z.boolean(),
  /** Events of one person may overtake each other. */
  shuffleEvents: z.boolean(),
  /** Every message of the account comes back as `oa_send_*` and as a receipt. */
  receipts: z.boolean(),
});

export type Settings = z.output<typeof settingsSchema>;

export const normalSettings: Settings = {
  slowMs: 0,
  failNext: 0,
  loseAnswerNext: 0,
  refuseNext: 0,
  refuseCode: -200,
  perMinute: 4_000,
  paidLeft: 500,
  accessTokenS: 90_000,
  doubleEvents: false,
  shuffleEvents: false,
  receipts: true,
};
