import type { ChannelName, EntryId, PersonId } from "../../base/index.ts";
import type { InboundContent, Language } from "../../domain/index.ts";
import type { ReadableStore, WritableStore } from "../store.ts";

export type InboxState = "waiting" | "done" | "set-aside";

/** What a person did, from the moment it is acknowledged until it is answered. */
export interface InboxRow {
  person_id: PersonId;
  /** Place in the person's `in` lane. */
  seq: number;
  entry_id: EntryId;
  channel: ChannelName;
  message_id: string | null;
  /** By the platform's clock. */
  sent_at_ms: number;
  accepted_at_ms: number;
  /** `InboundContent` as JSON, personal numbers masked. */
  content: string;
  state: InboxState;
  /** Turns that failed so far. */
  attempts: number;
  /** Chosen by the person; null = not chosen. */
  language: Language | null;
}

export interface InboxItem {
  readonly personId: PersonId;
  readonly seq: number;
  readonly entryId: EntryId;
  readonly channel: ChannelName;
  readonly messageId?: string;
  readonly sentAtMs: number;
  readonly acceptedAtMs: number;
  readonly content: InboundContent;
  readonly attempts: number;
  readonly language?: Language;
}

export async function addInboxItem(tx: WritableStore, item: Omit<InboxItem, "attempts">): Promise<void> {
  await tx.write
    .insertInto("inbox")
    .values({
      person_id: item.personId,
      seq: item.seq,
      entry_id: item.entryId,
      channel: item.channel,
      message_id: item.messageId ?? null,
      sent_at_ms: item.sentAtMs,
      accepted_at_ms: item.acceptedAtMs,
      content: JSON.stringify(item.content),
      state: "waiting",
      attempts: 0,
      language: item.language ?? null,
    })
    .execute();
}

/** The item at this place of the person's lane, if it is still there. */
export async function readInboxItem(
  store: ReadableStore,
  personId: PersonId,
  seq: number,
): Promise<InboxItem | undefined> {
  const row = await store.read
    .selectFrom("inbox")
    .selectAll()
    .where("person_id", "=", personId)
    .where("seq", "=", seq)
    .executeTakeFirst();
  return row && fromRow(row);
}

/** The item by its own id. */
export async function findInboxItem(
  store: ReadableStore,
  personId: PersonId,
  entryId: EntryId,
): Promise<InboxItem | undefined> {
  const row = await store.read
    .selectFrom("inbox")
    .selectAll()
    .where("person_id", "=", personId)
    .where("entry_id", "=", entryId)
    .executeTakeFirst();
  return row && fromRow(row);
}

export async function closeInboxItem(
  tx: WritableStore,
  item: Pick<InboxItem, "personId" | "seq">,
  state: Exclude<InboxState, "waiting">,
): Promise<void> {
  await tx.write
    .updateTable("inbox")
    .set({ state })
    .where("person_id", "=", item.personId)
    .where("seq", "=", item.seq)
    .execute();
}

/** Notes one more failed turn. */
export async function noteInboxFailure(
  tx: WritableStore,
  item: Pick<InboxItem, "personId" | "seq" | "attempts">,
): Promise<void> {
  await tx.write
    .updateTable("inbox")
    .set({ attempts: item.attempts + 1 })
    .where("person_id", "=", item.personId)
    .where("seq", "=", item.seq)
    .execute();
}

function fromRow(row: InboxRow): InboxItem {
  return {
    personId: row.person_id,
    seq: row.seq,
    entryId: row.entry_id,
    channel: row.channel,
    ...(row.message_id !== null && { messageId: row.message_id }),
    sentAtMs: row.sent_at_ms,
    acceptedAtMs: row.accepted_at_ms,
    content: JSON.parse(row.content) as InboundContent,
    attempts: row.attempts,
    ...(row.language !== null && { language: row.language }),
  };
}
