import { type Dialect, Kysely, sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { silentLog } from "../../../../bot/base/index.ts";
import { migrate } from "../../../../bot/store/migrate.ts";
import { postgresDialect } from "../../../../bot/store/postgres.ts";
import { sqliteDialect } from "../../../../bot/store/sqlite.ts";
import { newDatabase, postgresUrl } from "../../../support/stores.ts";

const BEFORE = "0003-oa-sends";
const NAME = "0004-referrals";

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
    let db: Kysely<unknown>;
    beforeEach(async () => {
      db = new Kysely<unknown>({ dialect: await engine.dialect() });
      await migrate(db, BEFORE);
      await sql`insert into conversations values ('zalo:1', 'zalo', '{}', 'BOT', null, null, 5)`.execute(db);
      expect((await migrate(db, NAME)).applied).toEqual([NAME]);
      await sql`insert into referral_links values ('QUAY1', 'Quầy 1', 5)`.execute(db);
    });
    afterEach(() => db.destroy());

    it("takes any number of openings by nobody, and each person once", async () => {
      for (const id of ["a", "b"])
        await sql`insert into referral_events values (${id}, 'QUAY1', 'opened', null, 5)`.execute(db);
      await sql`insert into referral_events values ('c', 'QUAY1', 'started', 'zalo:1', 5)`.execute(db);
      await expect(
        sql`insert into referral_events values ('d', 'QUAY1', 'started', 'zalo:1', 6)`.execute(db),
      ).rejects.toThrow(/constraint/i);
    });

    it.each([
      [
        "an opening by somebody",
        sql`insert into referral_events values ('a', 'QUAY1', 'opened', 'zalo:1', 5)`,
      ],
      [
        "a person nobody knows",
        sql`insert into referral_events values ('a', 'QUAY1', 'started', 'zalo:9', 5)`,
      ],
      ["a code nobody knows", sql`insert into referral_events values ('a', 'QUAY9', 'opened', null, 5)`],
      ["a kind nobody knows", sql`insert into referral_events values ('a', 'QUAY1', 'liked', null, 5)`],
      ["a code twice", sql`insert into referral_links values ('QUAY1', 'Quầy 2', 5)`],
    ])("refuses %s", async (_name, statement) => {
      await expect(statement.execute(db)).rejects.toThrow(/constraint/i);
    });
  });
}
