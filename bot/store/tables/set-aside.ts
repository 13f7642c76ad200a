import { type EntryId, newEntryId, type PersonId } from "../../base/index.ts";
import type { ReadableStore, WritableStore } from "../store.ts";

/** What staff have to look at, because the machine must not or cannot go on by itself. */
export type SetAsideKind =
  /** A message that could not be answered; the person got an apology. */
  | "turn-failed"
  /** A reply that the person may or may not have. */
  | "send-unknown"
  | "send-refused"
  | "send-given-up";

export interface SetAsideRow {
  entry_id: EntryId;
  person_id: PersonId;
  kind: SetAsideKind;
  /** The inbox or outbox row it is about. */
  about_entry_id: EntryId;
  reason: string;
  created_at_ms: number;
  handled_at_ms: number | null;
  handled_by: string | null;
}

export interface SetAside {
  readonly entryId: EntryId;
  readonly personId: PersonId;
  readonly kind: SetAsideKind;
  readonly aboutEntryId: EntryId;
  readonly reason: string;
  readonly createdAtMs: number;
}

/** Longest reason that is kept; a driver's message can hold a whole statement. */
const REASON_LIMIT = 300;

export async function setAside(
  tx: WritableStore,
  what: Omit<SetAside, "entryId" | "createdAtMs">,
  nowMs: number,
): Promise<void> {
  await tx.write
    .insertInto("set_aside")
    .values({
      entry_id: newEntryId(),
      person_id: what.personId,
      kind: what.kind,
      about_entry_id: what.aboutEntryId,
      reason: what.reason.slice(0, REASON_LIMIT),
      created_at_ms: nowMs,
      handled_at_ms: null,
      handled_by: null,
    })
    .execute();
}

/** What no one has dealt with yet, oldest first. */
export async function listSetAside(store: ReadableStore, limit: number): Promise<readonly SetAside[]> {
  const rows = await store.read
    .selectFrom("set_aside")
    .selectAll()
    .where("handled_at_ms", "is", null)
    .orderBy("created_at_ms")
    .limit(limit)
    .execute();
  return rows.map(fromRow);
}

/** One that no one has dealt with yet. */
export async function readSetAside(store: ReadableStore, entryId: EntryId): Promise<SetAside | undefined> {
  const row = await store.read
    .selectFrom("set_aside")
    .selectAll()
    .where("entry_id", "=", entryId)
    .where("handled_at_ms", "is", null)
    .executeTakeFirst();
  return row && fromRow(row);
}

/** Takes the row off the list. @returns false when it was off already. */
export async function markHandled(
  store: WritableStore,
  entryId: EntryId,
  by: string,
  nowMs: number,
): Promise<boolean> {
  const updated = await store.write
    .updateTable("set_aside")
    .set({ handled_at_ms: nowMs, handled_by: by })
    .where("entry_id", "=", entryId)
    .where("handled_at_ms", "is", null)
    .executeTakeFirst();
  return updated.numUpdatedRows === 1n;
}

function fromRow(row: SetAsideRow): SetAside {
  return {
    entryId: row.entry_id,
    personId: row.person_id,
    kind: row.kind,
    aboutEntryId: row.about_entry_id,
    reason: row.reason,
    createdAtMs: row.created_at_ms,
  };
}
