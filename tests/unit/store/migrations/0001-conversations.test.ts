import { type Dialect, Kysely, sql } from "kysely";
import { describe, expect, it } from "vitest";
import { silentLog } from "../../../../bot/base/index.ts";
import { migrate } from "../../../../bot/store/migrate.ts";
import { postgresDialect } from "../../../../bot/store/postgres.ts";
import { sqliteDialect } from "../../../../bot/store/sqlite.ts";
import { newDatabase, postgresUrl } from "../../../support/stores.ts";

const NAME = "0001-conversations";
const tables = [
  "accepted_events",
  "conversations",
  "erasures",
  "inbox",
  "lanes",
  "outbox",
  "set_aside",
  "turns",
];

async function fromNothing(dialect: Dialect): Promise<Kysely<unknown>> {
  const db = new Kysely<unknown>({ dialect });
  expect(await db.introspection.getTables()).toEqual([]);
  await migrate(db, NAME);
  return db;
}

const engines = [
  { name: "SQLite", skip: false, dialect: async () => sqliteDialect(":memory:") },
  {
    name: "PostgreSQL",
    skip: postgresUrl === "",
    dialect: async () => postgresDialect(await newDatabase(), silentLog),
  },
];

for (const engine of engines) {
  describe.skipIf(engine.skip)(`migration ${NAME} on ${engine.name}`, () => {
    it("makes the tables of the flow out of nothing", async () => {
      const db = await fromNothing(await engine.dialect());
      const names = (await db.introspection.getTables()).map((table) => table.name);
      expect(names.filter((name) => !name.startsWith("store_")).sort()).toEqual(tables);
      await db.destroy();
    });

    it.each([
      ["a mode nobody knows", sql`update conversations set mode = 'CAT'`],
      ["a channel nobody knows", sql`update conversations set channel = 'fax'`],
      ["a lane nobody knows", sql`insert into lanes values ('zalo:1', 'up', 0, 0, 0, 0, null, 0)`],
      [
        "a message of nobody",
        sql`insert into inbox values ('zalo:9', 1, 'e', 'zalo', null, 0, 0, '{}', 'done', 0)`,
      ],
      [
        "a state nobody knows",
        sql`insert into inbox values ('zalo:1', 1, 'e', 'zalo', null, 0, 0, '{}', 'lost', 0)`,
      ],
      [
        "a reply to nobody",
        sql`insert into outbox values ('o', 'zalo:9', 1, '{}', 'sent', 0, null, null, 0, 0)`,
      ],
    ])("refuses %s", async (_name, statement) => {
      const db = await fromNothing(await engine.dialect());
      await sql`insert into conversations values ('zalo:1', 'zalo', '{}', 'BOT', null, null, 0)`.execute(db);
      await expect(statement.execute(db)).rejects.toThrow(/constraint/i);
      await db.destroy();
    });

    it("holds milliseconds of any year and text of any length", async () => {
      const db = await fromNothing(await engine.dialect());
      const long = "đ".repeat(50_000);
      await sql`insert into conversations values (${long}, 'web', ${long}, 'BOT', 8640000000000000, null, 0)`.execute(
        db,
      );
      const { rows } = await sql<{ until: number; length: number }>`
        select human_until_at_ms as until, length(state) as length from conversations`.execute(db);
      expect(rows).toEqual([{ until: 8_640_000_000_000_000, length: 50_000 }]);
      await db.destroy();
    });
  });
}
