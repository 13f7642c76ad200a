import { sql } from "kysely";
import type { ChannelName, PersonId } from "../../base/index.ts";
import type { ConversationState } from "../../domain/index.ts";
import type { ReadableStore, WritableStore } from "../store.ts";

/** Who answers the person: the bot, or staff while the bot keeps silent. */
export type ConversationMode = "BOT" | "HUMAN";

export interface ConversationRow {
  person_id: PersonId;
  channel: ChannelName;
  /** `ConversationState` as JSON. */
  state: string;
  mode: ConversationMode;
  /** When the bot takes over again by itself; null in mode BOT. */
  human_until_at_ms: number | null;
  /** The person's last sign of life by the platform's clock: the platform's free window counts from it. */
  last_interaction_at_ms: number | null;
  created_at_ms: number;
}

export interface Conversation {
  readonly personId: PersonId;
  readonly state: ConversationState;
  readonly mode: ConversationMode;
  readonly humanUntilAtMs: number | null;
  readonly lastInteractionAtMs: number | null;
}

/** Makes the row when the person is new, and moves the last interaction forward, never back. */
export async function noteInteraction(
  tx: WritableStore,
  person: { readonly personId: PersonId; readonly channel: ChannelName; readonly atMs: number | null },
  nowMs: number,
): Promise<void> {
  const insert = tx.write.insertInto("conversations").values({
    person_id: person.personId,
    channel: person.channel,
    state: "{}",
    mode: "BOT",
    human_until_at_ms: null,
    last_interaction_at_ms: person.atMs,
    created_at_ms: nowMs,
  });
  await insert
    .onConflict((conflict) =>
      person.atMs === null
        ? conflict.column("person_id").doNothing()
        : conflict.column("person_id").doUpdateSet({
            last_interaction_at_ms: sql`case
              when conversations.last_interaction_at_ms > ${person.atMs} then conversations.last_interaction_at_ms
              else ${person.atMs} end`,
          }),
    )
    .execute();
}

export async function readConversation(
  store: ReadableStore,
  personId: PersonId,
): Promise<Conversation | undefined> {
  const row = await store.read
    .selectFrom("conversations")
    .selectAll()
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return row && fromRow(row);
}

/** People whom staff answer at the moment, those whose time ends first in front. */
export async function listHumanConversations(
  store: ReadableStore,
  nowMs: number,
  limit: number,
): Promise<readonly Conversation[]> {
  const rows = await store.read
    .selectFrom("conversations")
    .selectAll()
    .where("mode", "=", "HUMAN")
    .where("human_until_at_ms", ">", nowMs)
    .orderBy("human_until_at_ms")
    .limit(limit)
    .execute();
  return rows.map(fromRow);
}

/**
 * Makes others wait who would change this person's rows. Every transaction takes the conversation
 * first, then the lanes, so that two of them cannot wait for each other.
 */
export async function lockConversation(tx: WritableStore, personId: PersonId): Promise<void> {
  const row = tx.read.selectFrom("conversations").select("person_id").where("person_id", "=", personId);
  await (tx.kind === "postgres" ? row.forUpdate() : row).execute();
}

/** Remembers the talk after a turn. */
export async function saveConversation(
  tx: WritableStore,
  conversation: Pick<Conversation, "personId" | "state" | "mode" | "humanUntilAtMs">,
): Promise<void> {
  await tx.write
    .updateTable("conversations")
    .set({
      state: JSON.stringify(conversation.state),
      mode: conversation.mode,
      human_until_at_ms: conversation.humanUntilAtMs,
    })
    .where("person_id", "=", conversation.personId)
    .execute();
}

/** Lets the bot answer again. @returns false when it already did. */
export async function handBackConversation(store: WritableStore, personId: PersonId): Promise<boolean> {
  const updated = await store.write
    .updateTable("conversations")
    .set({ mode: "BOT", human_until_at_ms: null })
    .where("person_id", "=", personId)
    .where("mode", "=", "HUMAN")
    .executeTakeFirst();
  return updated.numUpdatedRows === 1n;
}

function fromRow(row: ConversationRow): Conversation {
  return {
    personId: row.person_id,
    state: JSON.parse(row.state) as ConversationState,
    mode: row.mode,
    humanUntilAtMs: row.human_until_at_ms,
    lastInteractionAtMs: row.last_interaction_at_ms,
  };
}
