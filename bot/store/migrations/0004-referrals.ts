import { type Kysely, sql } from "kysely";

/**
 * Links on posters and leaflets, and what came of them. Opening a page is nobody's data; a person is held
 * only with their first message, so that they count once. Times are ms UTC.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("referral_links")
    .addColumn("code", "text", (c) => c.primaryKey().notNull())
    .addColumn("label", "text", (c) => c.notNull())
    .addColumn("created_at_ms", "bigint", (c) => c.notNull())
    .execute();
  await db.schema
    .createTable("referral_events")
    .addColumn("entry_id", "text", (c) => c.primaryKey().notNull())
    .addColumn("code", "text", (c) => c.notNull().references("referral_links.code"))
    .addColumn("kind", "text", (c) => c.notNull().check(sql`kind in ('opened', 'started')`))
    .addColumn("person_id", "text", (c) => c.references("conversations.person_id"))
    .addColumn("at_ms", "bigint", (c) => c.notNull())
    .addCheckConstraint("referral_events_nobody_opened", sql`kind = 'started' or person_id is null`)
    // Null is never equal to null, so only people are held to once.
    .addUniqueConstraint("referral_events_once", ["code", "person_id"])
    .execute();
  await db.schema.createIndex("referral_events_person").on("referral_events").column("person_id").execute();
}
