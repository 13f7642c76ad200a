import type { Kysely } from "kysely";

/** The Official Account's tokens and the right to renew them. One row an account; times are ms UTC. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("oa_tokens")
    .addColumn("oa_id", "text", (c) => c.primaryKey().notNull())
    .addColumn("access_token", "text", (c) => c.notNull())
    .addColumn("access_expires_at_ms", "bigint", (c) => c.notNull())
    .addColumn("refresh_token", "text")
    .addColumn("refresh_expires_at_ms", "bigint")
    .addColumn("renewed_at_ms", "bigint", (c) => c.notNull())
    .addColumn("lost_at_ms", "bigint")
    .addColumn("version", "bigint", (c) => c.notNull())
    .addColumn("lease_owner", "text")
    .addColumn("lease_until_at_ms", "bigint", (c) => c.notNull())
    .execute();
}
