import { existsSync } from "node:fs";
import { join } from "node:path";
import { Kysely, sql } from "kysely";
import { type Log, OperatorError } from "../base/index.ts";
import { type MigrationState, migrationState } from "./migrate.ts";
import { storeFileName } from "./open.ts";
import { postgresDialect, postgresProblem } from "./postgres.ts";
import { readOnlySqliteDialect } from "./sqlite.ts";
import type { StoreKind } from "./store.ts";
import type { Tables } from "./tables/index.ts";
import type { SetAsideKind } from "./tables/set-aside.ts";

/** What the store holds for somebody to do. Counts are rows. */
export interface StoreWork {
  /** Messages not answered yet, and replies not sent yet. */
  readonly waiting: number;
  /** When the oldest of those came in, ms UTC; null when nothing waits. */
  readonly oldestWaitingAtMs: number | null;
  /** What waits for staff. */
  readonly setAside: ReadonlyMap<SetAsideKind, number>;
  /** The latest time written, ms UTC; null in an empty store. */
  readonly newestAtMs: number | null;
}

export interface StoreReport extends MigrationState {
  readonly kind: StoreKind;
  /** The database's own clock, ms UTC; PostgreSQL only. */
  readonly clockMs?: number;
  /** Absent when the store is of another version than this program. */
  readonly work?: StoreWork;
}

/**
 * Looks at the store without changing it; the program may be running on it.
 * @returns undefined when there is no embedded store yet
 * @throws OperatorError when it cannot be read
 */
export async function inspectStore(options: {
  readonly dataDir: string;
  readonly databaseUrl?: string;
  readonly log: Log;
}): Promise<StoreReport | undefined> {
  const { dataDir, databaseUrl, log } = options;
  if (databaseUrl !== undefined) {
    const dialect = postgresDialect(databaseUrl, log);
    return look(new Kysely<Tables>({ dialect }), "postgres", (error) => postgresProblem(databaseUrl, error));
  }
  const path = join(dataDir, storeFileName);
  if (!existsSync(path)) return undefined;
  const damaged = (error: unknown) =>
    new OperatorError(`Cannot read the store ${path}. If it is damaged, restore it from a backup.`, {
      cause: error,
    });
  try {
    return await look(new Kysely<Tables>({ dialect: readOnlySqliteDialect(path) }), "sqlite", damaged);
  } catch (error) {
    throw error instanceof OperatorError ? error : damaged(error);
  }
}

async function look(
  db: Kysely<Tables>,
  kind: StoreKind,
  problem: (error: unknown) => OperatorError,
): Promise<StoreReport> {
  try {
    const state = await migrationState(db);
    const upToDate = state.pending.length === 0 && state.newer.length === 0;
    return {
      kind,
      ...state,
      ...(kind === "postgres" && { clockMs: await databaseClock(db) }),
      ...(upToDate && { work: await countWork(db) }),
    };
  } catch (error) {
    throw problem(error);
  } finally {
    await db.destroy();
  }
}

async function databaseClock(db: Kysely<Tables>): Promise<number> {
  const query = sql<{ at: number }>`select (extract(epoch from clock_timestamp()) * 1000)::bigint as at`;
  const { rows } = await query.execute(db);
  return rows[0]?.at ?? 0;
}

async function countWork(db: Kysely<Tables>): Promise<StoreWork> {
  const messages = await db
    .selectFrom("inbox")
    .select(({ fn }) => [fn.countAll<number>().as("n"), fn.min("accepted_at_ms").as("oldest")])
    .where("state", "=", "waiting")
    .executeTakeFirstOrThrow();
  const replies = await db
    .selectFrom("outbox")
    .select(({ fn }) => [fn.countAll<number>().as("n"), fn.min("queued_at_ms").as("oldest")])
    .where("state", "in", ["queued", "sending", "retry"])
    .executeTakeFirstOrThrow();
  const setAside = await db
    .selectFrom("set_aside")
    .select(({ fn }) => ["kind", fn.countAll<number>().as("n")])
    .where("handled_at_ms", "is", null)
    .groupBy("kind")
    .execute();
  return {
    waiting: messages.n + replies.n,
    oldestWaitingAtMs: lowest([messages.oldest, replies.oldest]),
    setAside: new Map(setAside.map(({ kind, n }) => [kind, n])),
    newestAtMs: await newestTime(db),
  };
}

/** By the clock of the process that wrote it, not by the platform's. */
async function newestTime(db: Kysely<Tables>): Promise<number | null> {
  const accepted = await db
    .selectFrom("inbox")
    .select(({ fn }) => fn.max("accepted_at_ms").as("at"))
    .executeTakeFirst();
  const changed = await db
    .selectFrom("outbox")
    .select(({ fn }) => fn.max("changed_at_ms").as("at"))
    .executeTakeFirst();
  const times = [accepted?.at, changed?.at].filter((at) => typeof at === "number");
  return times.length > 0 ? Math.max(...times) : null;
}

function lowest(times: readonly (number | null)[]): number | null {
  const known = times.filter((at) => at !== null);
  return known.length > 0 ? Math.min(...known) : null;
}
