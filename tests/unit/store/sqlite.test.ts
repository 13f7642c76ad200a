import { Kysely, sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sqliteDialect } from "../../../bot/store/sqlite.ts";

describe("the SQLite driver behind the query builder", () => {
  let db: Kysely<unknown>;

  beforeEach(async () => {
    db = new Kysely<unknown>({ dialect: sqliteDialect(":memory:") });
    await sql`create table t (id integer primary key, v any)`.execute(db);
  });

  afterEach(() => db.destroy());

  it("tells rows from counts, also where an update returns rows", async () => {
    const inserted = await sql`insert into t values (1, 'a'), (2, 'b')`.execute(db);
    expect(inserted.numAffectedRows).toBe(2n);
    expect(inserted.rows).toEqual([]);
    const updated = await sql`update t set v = 'c' where id = 1 returning id, v`.execute(db);
    expect(updated.rows).toEqual([{ id: 1, v: "c" }]);
  });

  it("gives the same statement the values of this time, not of the last", async () => {
    for (const v of ["x", null, 12, "đ"]) {
      const { rows } = await sql<{ v: unknown }>`select ${v} as v`.execute(db);
      expect(rows).toEqual([{ v }]);
    }
  });

  it("survives more different statements than it remembers", async () => {
    for (let n = 0; n < 1_200; n++) await sql.raw(`select ${n} as n`).execute(db);
    const { rows } = await sql.raw<{ n: number }>("select 3 as n").execute(db);
    expect(rows).toEqual([{ n: 3 }]);
  });

  it("streams rows", async () => {
    await sql`insert into t values (1, 'a'), (2, 'b')`.execute(db);
    const typed = db.withTables<{ t: { id: number } }>();
    const ids: number[] = [];
    for await (const row of typed.selectFrom("t").select("id").orderBy("id").stream()) ids.push(row.id);
    expect(ids).toEqual([1, 2]);
  });

  it("undoes a change of tables with its transaction", async () => {
    const failing = db.transaction().execute(async (tx) => {
      await sql`create table u (id integer)`.execute(tx);
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    await expect(sql`select * from u`.execute(db)).rejects.toThrow(/no such table/);
  });

  it("refuses a value SQLite has no type for instead of ending the process", async () => {
    await expect(sql`select ${{ an: "object" }} as v`.execute(db)).rejects.toThrow();
    expect((await sql`select 1 as v`.execute(db)).rows).toEqual([{ v: 1 }]);
  });
});
