import fc from "fast-check";
import { Kysely, sql, type Transaction } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Durability, groupCommit } from "../../../bot/store/group-commit.ts";
import { sqliteDialect } from "../../../bot/store/sqlite.ts";

interface Rows {
  rows: { id: number };
}

describe("grouped transactions", () => {
  let db: Kysely<Rows>;
  let log: string[];

  beforeEach(async () => {
    log = [];
    db = new Kysely<Rows>({
      dialect: sqliteDialect(":memory:"),
      log: (event) => {
        log.push(event.query.sql);
      },
    });
    await sql`create table rows (id integer primary key)`.execute(db);
    log.length = 0;
  });

  afterEach(() => db.destroy());

  const start = () => {
    const transact = groupCommit(db);
    return <T>(work: (tx: Transaction<Rows>) => Promise<T>, durability: Durability = "durable") =>
      transact(work, durability);
  };
  const kept = async () =>
    (await db.selectFrom("rows").select("id").orderBy("id").execute()).map((row) => row.id);
  const commits = () => log.filter((statement) => statement === "commit").length;

  it("share one commit when they come at one moment", async () => {
    const transact = start();
    const ids = Array.from({ length: 20 }, (_, id) => id);
    const values = await Promise.all(
      ids.map((id) =>
        transact(async (tx) => {
          await tx.insertInto("rows").values({ id }).execute();
          return id * 2;
        }),
      ),
    );
    expect(values).toEqual(ids.map((id) => id * 2));
    expect(await kept()).toEqual(ids);
    expect(commits()).toBe(1);
  });

  it("do not resolve before the commit", async () => {
    const transact = start();
    await transact((tx) => tx.insertInto("rows").values({ id: 1 }).execute()).then(() => log.push("told"));
    expect(log.indexOf("told")).toBeGreaterThan(log.indexOf("commit"));
  });

  it("come one after the other when each waits for the one before", async () => {
    const transact = start();
    for (const id of [1, 2, 3]) await transact((tx) => tx.insertInto("rows").values({ id }).execute());
    expect(await kept()).toEqual([1, 2, 3]);
    expect(commits()).toBe(3);
  });

  it.each([
    ["when none of them needs it", ["relaxed", "relaxed"], "normal"],
    ["when one of them needs it", ["relaxed", "durable"], "full"],
  ] as const)("wait for the disk as they must %s", async (_name, durabilities, synchronous) => {
    const levels = { full: 2, normal: 1 };
    const transact = start();
    const seen = await Promise.all(
      durabilities.map((durability) => transact((tx) => synchronousOf(tx), durability)),
    );
    expect(seen).toEqual(durabilities.map(() => levels[synchronous]));
    expect(await synchronousOf(db)).toBe(levels.full);
  });

  it("wait for the disk again after a relaxed one that failed", async () => {
    const failing = start()(() => Promise.reject(new Error("no")), "relaxed");
    await expect(failing).rejects.toThrow("no");
    expect(await synchronousOf(db)).toBe(2);
  });

  it("fail together when the commit does", async () => {
    await sql`create table child (id integer references rows (id) deferrable initially deferred)`.execute(db);
    const transact = start();
    const works = [
      transact((tx) => tx.insertInto("rows").values({ id: 1 }).execute()),
      transact((tx) => sql`insert into child values (99)`.execute(tx)),
    ];
    const ends = await Promise.allSettled(works);
    expect(ends.map((end) => end.status)).toEqual(["rejected", "rejected"]);
    expect(await kept()).toEqual([]);
    await transact((tx) => tx.insertInto("rows").values({ id: 2 }).execute());
    expect(await kept()).toEqual([2]);
  });

  it("keep all of each that succeeds and nothing of each that fails, in any mixture", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 100 }), async (succeed) => {
        await db.deleteFrom("rows").execute();
        const transact = start();
        const ends = await Promise.allSettled(
          succeed.map((ok, id) =>
            transact(async (tx) => {
              await tx.insertInto("rows").values({ id }).execute();
              if (!ok) throw new Error("no");
            }),
          ),
        );
        expect(ends.map((end) => end.status === "fulfilled")).toEqual(succeed);
        expect(await kept()).toEqual(succeed.flatMap((ok, id) => (ok ? [id] : [])));
      }),
      { numRuns: 30 },
    );
  });
});

/** 1 = normal, 2 = full. */
async function synchronousOf(db: Kysely<Rows>): Promise<number | undefined> {
  const { rows } = await sql<{ synchronous: number }>`pragma synchronous`.execute(db);
  return rows[0]?.synchronous;
}
