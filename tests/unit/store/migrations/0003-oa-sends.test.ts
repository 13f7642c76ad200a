import { type Dialect, Kysely, sql } from "kysely";
import { describe, expect, it } from "vitest";
import { silentLog } from "../../../../bot/base/index.ts";
import { migrate } from "../../../../bot/store/migrate.ts";
import { postgresDialect } from "../../../../bot/store/postgres.ts";
import { sqliteDialect } from "../../../../bot/store/sqlite.ts";
import { newDatabase, postgresUrl } from "../../../support/stores.ts";

const BEFORE = "0002-oa-tokens";
const NAME = "0003-oa-sends";

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
    it("adds the counts of people who are there, and of nobody else", async () => {
      const db = new Kysely<unknown>({ dialect: await engine.dialect() });
      await migrate(db, BEFORE);
      await sql`insert into conversations values ('zalo:1', 'zalo', '{}', 'BOT', null, null, 5)`.execute(db);
      expect((await migrate(db, NAME)).applied).toEqual([NAME]);
      await sql`insert into oa_sends values ('zalo:1', 1, 2, 3, 4, 'reply', 7, 5)`.execute(db);
      await expect(
        sql`insert into oa_sends values ('zalo:9', 0, 0, 0, 0, null, null, 5)`.execute(db),
      ).rejects.toThrow();
      const { rows } = await sql`select free, allowance, charged, unknown from oa_sends`.execute(db);
      expect(rows).toEqual([{ free: 1, allowance: 2, charged: 3, unknown: 4 }]);
      await db.destroy();
    });
  });
}
