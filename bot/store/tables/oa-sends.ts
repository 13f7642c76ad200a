import { sql } from "kysely";
import type { PersonId } from "../../base/index.ts";
import type { ReadableStore, WritableStore } from "../store.ts";

/** What paid for a message: nothing, the account's package, money, or the platform did not tell. */
export const payments = ["free", "allowance", "charged", "unknown"] as const;
export type Payment = (typeof payments)[number];

/** Messages sent to one person, counted by what paid for them. Goes with the person when they are erased. */
export interface OaSendRow {
  person_id: PersonId;
  free: number;
  allowance: number;
  charged: number;
  unknown: number;
  /** As the platform named it at the last send; null = it named none. */
  last_quota_type: string | null;
  last_quota_remain: number | null;
  last_sent_at_ms: number;
}

/** What was sent to one person so far. */
export interface OaSends extends Readonly<Record<Payment, number>> {
  readonly lastQuotaType?: string;
  readonly lastQuotaRemain?: number;
  readonly lastSentAtMs: number;
}

/** One message that was taken. */
export interface OaSend {
  readonly personId: PersonId;
  readonly paidBy: Payment;
  readonly quota?: { readonly type: string; readonly remain?: number };
}

/** Counts one message. @throws when the person is not known (any more) */
export async function noteOaSend(store: WritableStore, send: OaSend, nowMs: number): Promise<void> {
  const last = {
    last_quota_type: send.quota?.type ?? null,
    last_quota_remain: send.quota?.remain ?? null,
    last_sent_at_ms: nowMs,
  };
  await store.write
    .insertInto("oa_sends")
    .values({
      person_id: send.personId,
      free: 0,
      allowance: 0,
      charged: 0,
      unknown: 0,
      ...last,
      [send.paidBy]: 1,
    })
    .onConflict((conflict) =>
      conflict
        .column("person_id")
        .doUpdateSet({ ...last, [send.paidBy]: sql`${sql.ref(`oa_sends.${send.paidBy}`)} + 1` }),
    )
    .execute();
}

/** What was sent to a person so far; undefined when nothing was. */
export async function readOaSends(store: ReadableStore, personId: PersonId): Promise<OaSends | undefined> {
  const row = await store.read
    .selectFrom("oa_sends")
    .selectAll()
    .where("person_id", "=", personId)
    .executeTakeFirst();
  if (!row) return undefined;
  const { free, allowance, charged, unknown, last_quota_type, last_quota_remain, last_sent_at_ms } = row;
  return {
    free,
    allowance,
    charged,
    unknown,
    lastSentAtMs: last_sent_at_ms,
    ...(last_quota_type !== null && { lastQuotaType: last_quota_type }),
    ...(last_quota_remain !== null && { lastQuotaRemain: last_quota_remain }),
  };
}
