import { createHash } from "node:crypto";
import type { ChannelName } from "../../base/index.ts";
import type { WritableStore } from "../store.ts";

/**
 * The events that were taken in. Apart from the inbox, so that erasing a person or purging old
 * messages does not let a redelivered event in again; a hash, because a key may hold a person's id.
 */
export interface AcceptedEventRow {
  channel: ChannelName;
  event_hash: string;
  accepted_at_ms: number;
}

/**
 * Notes that an event is taken in, in the transaction that stores it.
 * @returns false when the same event (channel and key) was taken in before.
 */
export async function noteEvent(
  tx: WritableStore,
  event: { readonly channel: ChannelName; readonly eventKey: string },
  nowMs: number,
): Promise<boolean> {
  const inserted = await tx.write
    .insertInto("accepted_events")
    .values({
      channel: event.channel,
      event_hash: createHash("sha256").update(event.eventKey).digest("base64url"),
      accepted_at_ms: nowMs,
    })
    .onConflict((conflict) => conflict.columns(["channel", "event_hash"]).doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

/** Forgets events taken in before `beforeMs`. Keep at least a day: redelivery goes on for two hours. */
export async function forgetEvents(store: WritableStore, beforeMs: number): Promise<number> {
  const deleted = await store.write
    .deleteFrom("accepted_events")
    .where("accepted_at_ms", "<", beforeMs)
    .executeTakeFirst();
  return Number(deleted.numDeletedRows);
}
