import type { EntryId, PersonId } from "../../base/index.ts";
import type { ReplyMessage } from "../../domain/index.ts";
import type { ReadableStore, WritableStore } from "../store.ts";

export const outboxStates = [
  "queued",
  /** The call may be under way. Written before the call; never sent again by itself. */
  "sending",
  "sent",
  /** Certainly not delivered; waits to be tried again. */
  "retry",
  /** The far end will not take it. */
  "refused",
  /** The far end may or may not have it. */
  "unknown",
  /** Tried as often as the policy allows. */
  "given-up",
] as const;
export type OutboxState = (typeof outboxStates)[number];

/** A reply on its way to a person. */
export interface OutboxRow {
  entry_id: EntryId;
  person_id: PersonId;
  /** Place in the person's `out` lane. */
  seq: number;
  /** `ReplyMessage` as JSON. */
  message: string;
  state: OutboxState;
  /** Calls made so far, the present one included. */
  attempts: number;
  /** Why the last call did not deliver. */
  reason: string | null;
  platform_message_id: string | null;
  queued_at_ms: number;
  /** When the last change of state was written. */
  changed_at_ms: number;
}

export interface OutboxItem {
  readonly entryId: EntryId;
  readonly personId: PersonId;
  readonly seq: number;
  readonly message: ReplyMessage;
  readonly state: OutboxState;
  readonly attempts: number;
  readonly reason?: string;
  readonly platformMessageId?: string;
  readonly queuedAtMs: number;
  readonly changedAtMs: number;
}

export async function addOutboxItems(
  tx: WritableStore,
  items: readonly Pick<OutboxItem, "entryId" | "personId" | "seq" | "message">[],
  nowMs: number,
): Promise<void> {
  await tx.write
    .insertInto("outbox")
    .values(
      items.map((item) => ({
        entry_id: item.entryId,
        person_id: item.personId,
        seq: item.seq,
        message: JSON.stringify(item.message),
        state: "queued" as const,
        attempts: 0,
        reason: null,
        platform_message_id: null,
        queued_at_ms: nowMs,
        changed_at_ms: nowMs,
      })),
    )
    .execute();
}

/** The reply at this place of the person's lane, if it is still there. */
export async function readOutboxItem(
  store: ReadableStore,
  personId: PersonId,
  seq: number,
): Promise<OutboxItem | undefined> {
  const row = await store.read
    .selectFrom("outbox")
    .selectAll()
    .where("person_id", "=", personId)
    .where("seq", "=", seq)
    .executeTakeFirst();
  return row && fromRow(row);
}

/** The reply by its own id. */
export async function findOutboxItem(
  store: ReadableStore,
  entryId: EntryId,
): Promise<OutboxItem | undefined> {
  const row = await store.read
    .selectFrom("outbox")
    .selectAll()
    .where("entry_id", "=", entryId)
    .executeTakeFirst();
  return row && fromRow(row);
}

export interface OutboxChange {
  readonly state: OutboxState;
  readonly attempts?: number;
  readonly reason?: string;
  readonly platformMessageId?: string;
}

/**
 * Moves a reply from one of the states `from` to another.
 * @returns false when it is in none of them, or gone.
 */
export async function changeOutboxItem(
  tx: WritableStore,
  entryId: EntryId,
  from: readonly OutboxState[],
  change: OutboxChange,
  nowMs: number,
): Promise<boolean> {
  const updated = await tx.write
    .updateTable("outbox")
    .set({
      state: change.state,
      changed_at_ms: nowMs,
      ...(change.attempts !== undefined && { attempts: change.attempts }),
      ...(change.reason !== undefined && { reason: change.reason }),
      ...(change.platformMessageId !== undefined && { platform_message_id: change.platformMessageId }),
    })
    .where("entry_id", "=", entryId)
    .where("state", "in", from)
    .executeTakeFirst();
  return updated.numUpdatedRows === 1n;
}

/** How many replies are in each state. */
export async function countOutbox(store: ReadableStore): Promise<ReadonlyMap<OutboxState, number>> {
  const rows = await store.read
    .selectFrom("outbox")
    .select(({ fn }) => ["state", fn.countAll<number>().as("n")])
    .groupBy("state")
    .execute();
  return new Map(rows.map((row) => [row.state, row.n]));
}

function fromRow(row: OutboxRow): OutboxItem {
  return {
    entryId: row.entry_id,
    personId: row.person_id,
    seq: row.seq,
    message: JSON.parse(row.message) as ReplyMessage,
    state: row.state,
    attempts: row.attempts,
    ...(row.reason !== null && { reason: row.reason }),
    ...(row.platform_message_id !== null && { platformMessageId: row.platform_message_id }),
    queuedAtMs: row.queued_at_ms,
    changedAtMs: row.changed_at_ms,
  };
}
