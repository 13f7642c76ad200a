import { type Dialect, Kysely, sql } from "kysely";
import { describe, expect, it } from "vitest";
import { silentLog } from "../../../../bot/base/index.ts";
import { migrate } from "../../../../bot/store/migrate.ts";
import { postgresDialect } from "../../../../bot/store/postgres.ts";
import { sqliteDialect } from "../../../../bot/store/sqlite.ts";
import { newDatabase, postgresUrl } from "../../../support/stores.ts";

const BEFORE = "0001-conversations";
const NAME = "0002-oa-tokens";

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
    it("adds the accounts' tokens and leaves what was there", async () => {
      const db = new Kysely<unknown>({ dialect: await engine.dialect() });
      await migrate(db, BEFORE);
      await sql`insert into conversations values ('zalo:1', 'zalo', '{}', 'BOT', null, null, 5)`.execute(db);
      const report = await migrate(db, NAME);
      expect(report.applied).toEqual([NAME]);
      await sql`insert into oa_tokens values ('3', 'a', 9007199254740991, 'r', null, 0, null, 1, null, 0)`.execute(
        db,
      );
      const { rows } = await sql`select * from oa_tokens`.execute(db);
      expect(rows).toMatchObject([
        { oa_id: "3", access_expires_at_ms: Number.MAX_SAFE_INTEGER, refresh_token: "r" },
      ]);
      expect((await sql`select person_id from conversations`.execute(db)).rows).toEqual([
        { person_id: "zalo:1" },
      ]);
      await db.destroy();
    });

    it("keeps one row an account", async () => {
      const db = new Kysely<unknown>({ dialect: await engine.dialect() });
      await migrate(db, NAME);
      const insert = sql`insert into oa_tokens values ('3', 'a', 0, null, null, 0, null, 1, null, 0)`;
      await insert.execute(db);
      await expect(insert.execute(db)).rejects.toThrow();
      await db.destroy();
    });
  });
}
