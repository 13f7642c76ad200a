import type { Kysely } from "kysely";

/** What messages to a person used up of the Official Account's allowances. Times are ms UTC. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("oa_sends")
    .addColumn("person_id", "text", (c) => c.primaryKey().notNull().references("conversations.person_id"))
    .addColumn("free", "bigint", (c) => c.notNull())
    .addColumn("allowance", "bigint", (c) => c.notNull())
    .addColumn("charged", "bigint", (c) => c.notNull())
    .addColumn("unknown", "bigint", (c) => c.notNull())
    .addColumn("last_quota_type", "text")
    .addColumn("last_quota_remain", "bigint")
    .addColumn("last_sent_at_ms", "bigint", (c) => c.notNull())
    .execute();
}
