import { type Dialect, Kysely, sql } from "kysely";
import { afterEach, describe, expect, it } from "vitest";
import { OperatorError, silentLog } from "../../../bot/base/index.ts";
import { lastMigration, migrate } from "../../../bot/store/migrate.ts";
import { migrations } from "../../../bot/store/migrations/index.ts";
import { postgresDialect } from "../../../bot/store/postgres.ts";
import { sqliteDialect } from "../../../bot/store/sqlite.ts";
import { newDatabase, postgresUrl } from "../../support/stores.ts";

const opened: Kysely<unknown>[] = [];

function open(dialect: Dialect): Kysely<unknown> {
  const db = new Kysely<unknown>({ dialect });
  opened.push(db);
  return db;
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((db) => db.destroy()));
});

const engines = [
  { name: "SQLite", skip: false, dialect: async () => sqliteDialect(":memory:") },
  {
    name: "PostgreSQL",
    skip: postgresUrl === "",
    dialect: async () => postgresDialect(await newDatabase(), silentLog),
  },
];

for (const engine of engines) {
  describe.skipIf(engine.skip)(`migrations on ${engine.name}`, () => {
    it("run in order, once", async () => {
      const db = open(await engine.dialect());
      const names = Object.keys(migrations).sort();
      expect(await migrate(db)).toEqual({ applied: names, version: lastMigration() });
      expect(await migrate(db)).toEqual({ applied: [], version: lastMigration() });
    });

    it("refuse a store that a newer program wrote, before touching it", async () => {
      const db = open(await engine.dialect());
      await migrate(db);
      await sql`insert into store_migrations (name, timestamp) values ('9999-future', '2030')`.execute(db);
      const refusal = await migrate(db).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(OperatorError);
      expect(String(refusal)).toContain("9999-future");
    });

    it("leave nothing half done when one fails", async () => {
      const db = open(await engine.dialect());
      // The table is there already, so the first migration fails on its way.
      await sql`create table turns (id bigint)`.execute(db);
      await expect(migrate(db)).rejects.toThrow(/turns/);
      const tables = (await db.introspection.getTables()).map((table) => table.name);
      expect(tables).not.toContain("conversations");
      await sql`drop table turns`.execute(db);
      expect((await migrate(db)).version).toBe(lastMigration());
    });
  });
}

describe.skipIf(postgresUrl === "")("migrations of several processes on PostgreSQL", () => {
  it("wait for each other, and run once", async () => {
    const url = await newDatabase();
    const reports = await Promise.all(
      Array.from({ length: 4 }, () => migrate(open(postgresDialect(url, silentLog)))),
    );
    const applied = reports.flatMap((report) => report.applied);
    expect([...applied].sort()).toEqual(Object.keys(migrations).sort());
  });
});
