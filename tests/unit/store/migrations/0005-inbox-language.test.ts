import { type Dialect, Kysely, sql } from "kysely";
import { describe, expect, it } from "vitest";
import { silentLog } from "../../../../bot/base/index.ts";
import { migrate } from "../../../../bot/store/migrate.ts";
import { postgresDialect } from "../../../../bot/store/postgres.ts";
import { sqliteDialect } from "../../../../bot/store/sqlite.ts";
import { newDatabase, postgresUrl } from "../../../support/stores.ts";

const BEFORE = "0004-referrals";
const NAME = "0005-inbox-language";

const engines: { name: string; skip: boolean; dialect: () => Promise<Dialect> }[] = [
  { name: "SQLite", skip: false, dialect: async () => sqliteDialect(":memory:") },
  {
    name: "PostgreSQL",
    skip: postgresUrl === "",
    dialect: async () => postgresDialect(await newDatabase(), silentLog),
  },
];

for (const engine of engines) {
  describe.skipIf(engine.skip)(`migration ${NAME} on ${engine.name}`, () => {
    it("leaves messages that wait without a language, and takes only languages we speak", async () => {
      const db = new Kysely<unknown>({ dialect: await engine.dialect() });
      await migrate(db, BEFORE);
      await sql`insert into conversations values ('zalo:1', 'zalo', '{}', 'BOT', null, null, 5)`.execute(db);
      await sql`insert into inbox values ('zalo:1', 1, 'e', 'zalo', null, 0, 0, '{}', 'waiting', 0)`.execute(
        db,
      );
      expect((await migrate(db, NAME)).applied).toEqual([NAME]);
      const { rows } = await sql`select language, state from inbox`.execute(db);
      expect(rows).toEqual([{ language: null, state: "waiting" }]);
      await sql`update inbox set language = 'en'`.execute(db);
      await expect(sql`update inbox set language = 'fr'`.execute(db)).rejects.toThrow(/constraint/i);
      await db.destroy();
    });
  });
}
