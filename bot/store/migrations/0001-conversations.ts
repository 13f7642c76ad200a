import { type Kysely, sql } from "kysely";

/**
 * The durable flow: what came in, who it is from, what was said, what is to be sent, what staff must see.
 * Columns named `…_at_ms` hold milliseconds UTC; `bigint` is 64 bits on both engines; JSON is text.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await makeConversations(db);
  await makeLanes(db);
  await makeInbox(db);
  await makeOutbox(db);
  await makeTurns(db);
  await makeStaffTables(db);
}

async function makeConversations(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("conversations")
    .addColumn("person_id", "text", (c) => c.primaryKey().notNull())
    .addColumn("channel", "text", (c) => c.notNull().check(sql`channel in ('zalo', 'web')`))
    .addColumn("state", "text", (c) => c.notNull())
    .addColumn("mode", "text", (c) => c.notNull().check(sql`mode in ('BOT', 'HUMAN')`))
    .addColumn("human_until_at_ms", "bigint")
    .addColumn("last_interaction_at_ms", "bigint")
    .addColumn("created_at_ms", "bigint", (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex("conversations_human")
    .on("conversations")
    .column("human_until_at_ms")
    .where(sql.ref("mode"), "=", sql.lit("HUMAN"))
    .execute();
  await db.schema
    .createTable("accepted_events")
    .addColumn("channel", "text", (c) => c.notNull())
    .addColumn("event_hash", "text", (c) => c.notNull())
    .addColumn("accepted_at_ms", "bigint", (c) => c.notNull())
    .addPrimaryKeyConstraint("accepted_events_key", ["channel", "event_hash"])
    .execute();
}

async function makeLanes(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("lanes")
    .addColumn("person_id", "text", (c) => c.notNull().references("conversations.person_id"))
    .addColumn("lane", "text", (c) => c.notNull().check(sql`lane in ('in', 'out')`))
    .addColumn("last_seq", "bigint", (c) => c.notNull())
    .addColumn("done_seq", "bigint", (c) => c.notNull())
    .addColumn("due_at_ms", "bigint", (c) => c.notNull())
    .addColumn("claims", "bigint", (c) => c.notNull())
    .addColumn("lease_owner", "text")
    .addColumn("lease_until_at_ms", "bigint", (c) => c.notNull())
    .addPrimaryKeyConstraint("lanes_key", ["person_id", "lane"])
    .execute();
  // Holds only lanes with work, so that looking for some costs the same however many people there are.
  await db.schema
    .createIndex("lanes_with_work")
    .on("lanes")
    .columns(["lane", "due_at_ms"])
    .where(sql.ref("last_seq"), ">", sql.ref("done_seq"))
    .execute();
}

async function makeInbox(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("inbox")
    .addColumn("person_id", "text", (c) => c.notNull().references("conversations.person_id"))
    .addColumn("seq", "bigint", (c) => c.notNull())
    .addColumn("entry_id", "text", (c) => c.notNull())
    .addColumn("channel", "text", (c) => c.notNull())
    .addColumn("message_id", "text")
    .addColumn("sent_at_ms", "bigint", (c) => c.notNull())
    .addColumn("accepted_at_ms", "bigint", (c) => c.notNull())
    .addColumn("content", "text", (c) => c.notNull())
    .addColumn("state", "text", (c) => c.notNull().check(sql`state in ('waiting', 'done', 'set-aside')`))
    .addColumn("attempts", "bigint", (c) => c.notNull())
    .addPrimaryKeyConstraint("inbox_key", ["person_id", "seq"])
    .execute();
}

async function makeOutbox(db: Kysely<unknown>): Promise<void> {
  const states = ["queued", "sending", "sent", "retry", "refused", "unknown", "given-up"];
  await db.schema
    .createTable("outbox")
    .addColumn("entry_id", "text", (c) => c.primaryKey().notNull())
    .addColumn("person_id", "text", (c) => c.notNull().references("conversations.person_id"))
    .addColumn("seq", "bigint", (c) => c.notNull())
    .addColumn("message", "text", (c) => c.notNull())
    .addColumn("state", "text", (c) => c.notNull().check(sql`state in (${literals(states)})`))
    .addColumn("attempts", "bigint", (c) => c.notNull())
    .addColumn("reason", "text")
    .addColumn("platform_message_id", "text")
    .addColumn("queued_at_ms", "bigint", (c) => c.notNull())
    .addColumn("changed_at_ms", "bigint", (c) => c.notNull())
    .addUniqueConstraint("outbox_place", ["person_id", "seq"])
    .execute();
}

async function makeTurns(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("turns")
    .addColumn("person_id", "text", (c) => c.notNull().references("conversations.person_id"))
    .addColumn("seq", "bigint", (c) => c.notNull())
    .addColumn("part", "bigint", (c) => c.notNull())
    .addColumn("direction", "text", (c) => c.notNull().check(sql`direction in ('in', 'out')`))
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("text", "text", (c) => c.notNull())
    .addColumn("buttons", "text", (c) => c.notNull())
    .addColumn("status", "text")
    .addColumn("outbox_entry_id", "text")
    .addColumn("at_ms", "bigint", (c) => c.notNull())
    .addPrimaryKeyConstraint("turns_key", ["person_id", "seq", "part"])
    .execute();
}

async function makeStaffTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("set_aside")
    .addColumn("entry_id", "text", (c) => c.primaryKey().notNull())
    .addColumn("person_id", "text", (c) => c.notNull().references("conversations.person_id"))
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("about_entry_id", "text", (c) => c.notNull())
    .addColumn("reason", "text", (c) => c.notNull())
    .addColumn("created_at_ms", "bigint", (c) => c.notNull())
    .addColumn("handled_at_ms", "bigint")
    .addColumn("handled_by", "text")
    .execute();
  await db.schema.createIndex("set_aside_person").on("set_aside").column("person_id").execute();
  await db.schema
    .createIndex("set_aside_open")
    .on("set_aside")
    .column("created_at_ms")
    .where(sql.ref("handled_at_ms"), "is", null)
    .execute();
  await db.schema
    .createTable("erasures")
    .addColumn("entry_id", "text", (c) => c.primaryKey().notNull())
    .addColumn("salt", "text", (c) => c.notNull())
    .addColumn("person_hash", "text", (c) => c.notNull())
    .addColumn("erased_at_ms", "bigint", (c) => c.notNull())
    .execute();
}

function literals(values: readonly string[]) {
  return sql.join(values.map((value) => sql.lit(value)));
}
