import { type Kysely, sql } from "kysely";

/** The language a person chose for their answers, with each message; null = they chose none. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable("inbox")
    .addColumn("language", "text", (c) => c.check(sql`language in ('vi', 'en')`))
    .execute();
}
