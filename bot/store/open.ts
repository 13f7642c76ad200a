import { existsSync } from "node:fs";
import { join } from "node:path";
import { Kysely, sql } from "kysely";
import { type Clock, type Log, messageOf, OperatorError } from "../base/index.ts";
import { dataFolderRisk, makeDataFolder } from "./data-folder.ts";
import { groupCommit } from "./group-commit.ts";
import { type MigrationReport, migrate, migrationState } from "./migrate.ts";
import { postgresDialect, postgresProblem } from "./postgres.ts";
import { takeProcessLock } from "./process-lock.ts";
import { sqliteDialect } from "./sqlite.ts";
import { asWritable, type Store, type StoreKind } from "./store.ts";
import type { Tables } from "./tables/index.ts";

export const storeFileName = "motcua.sqlite";

export interface StoreOptions {
  /** Folder of the embedded store; made when missing. Not used with `databaseUrl`. */
  readonly dataDir: string;
  /** `postgres://…`; absent = embedded SQLite. */
  readonly databaseUrl?: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Told what was migrated at opening. */
  readonly onMigrated?: (report: MigrationReport) => void;
}

/**
 * Opens the store and brings it up to date.
 * @throws OperatorError when it is newer than this program, held by another process (SQLite) or out of
 * reach (PostgreSQL).
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  return options.databaseUrl === undefined ? openSqlite(options) : openPostgres(options, options.databaseUrl);
}

/**
 * Opens the store for a command's few short changes, also while the program runs on it: takes no lock,
 * migrates nothing and claims no work. The running program sees what was written.
 * @throws OperatorError when there is no store yet or it is of another version
 */
export async function openStoreBeside(options: StoreOptions): Promise<Store> {
  const { dataDir, databaseUrl, clock, log } = options;
  const path = join(dataDir, storeFileName);
  if (databaseUrl === undefined && !existsSync(path)) {
    throw new OperatorError(`There is no store in ${dataDir} yet (DATA_DIR). Run npm run migrate first.`);
  }
  const dialect = databaseUrl === undefined ? sqliteDialect(path) : postgresDialect(databaseUrl, log);
  const db = new Kysely<Tables>({ dialect });
  const close = () => db.destroy();
  try {
    const { pending, newer } = await migrationState(db);
    if (pending.length + newer.length > 0) {
      throw new OperatorError(
        "The store is of another version than this program. Run npm run migrate first.",
      );
    }
    const store = asStore(db, databaseUrl === undefined ? "sqlite" : "postgres", clock, close);
    return { ...store, exclusive: false };
  } catch (error) {
    await close();
    if (error instanceof OperatorError) throw error;
    throw databaseUrl === undefined ? sqliteProblem(path, error) : postgresProblem(databaseUrl, error);
  }
}

/** A store in memory with all tables, for tests. */
export async function openMemoryStore(clock: Clock): Promise<Store> {
  const db = new Kysely<Tables>({ dialect: sqliteDialect(":memory:") });
  await migrate(db);
  return asStore(db, "sqlite", clock, () => db.destroy());
}

async function openSqlite(options: StoreOptions): Promise<Store> {
  makeDataFolder(options.dataDir);
  const risk = dataFolderRisk(options.dataDir);
  if (risk) {
    options.log.warn("the data folder is not safe for the store; choose another DATA_DIR", { reason: risk });
  }
  const path = join(options.dataDir, storeFileName);
  const lock = takeProcessLock(path);
  try {
    const db = new Kysely<Tables>({ dialect: sqliteDialect(path) });
    const close = async () => {
      await db.destroy();
      lock.release();
    };
    return await openUpToDate(db, "sqlite", options, close);
  } catch (error) {
    lock.release();
    throw error instanceof OperatorError ? error : sqliteProblem(path, error);
  }
}

function sqliteProblem(path: string, error: unknown): OperatorError {
  return new OperatorError(
    `Cannot use the store ${path}: ${messageOf(error)}. If the file is damaged, restore it from a backup; ` +
      "if the disk is full or read-only, mend that first.",
    { cause: error },
  );
}

async function openPostgres(options: StoreOptions, url: string): Promise<Store> {
  const db = new Kysely<Tables>({ dialect: postgresDialect(url, options.log) });
  const close = () => db.destroy();
  try {
    await ping(db);
  } catch (error) {
    await close();
    throw postgresProblem(url, error);
  }
  return openUpToDate(db, "postgres", options, close);
}

async function openUpToDate(
  db: Kysely<Tables>,
  kind: StoreKind,
  options: StoreOptions,
  close: () => Promise<void>,
): Promise<Store> {
  try {
    const report = await migrate(db);
    options.onMigrated?.(report);
  } catch (error) {
    await close();
    throw error;
  }
  return asStore(db, kind, options.clock, close);
}

async function ping(db: Kysely<Tables>): Promise<void> {
  await sql`select 1`.execute(db);
}

function asStore(db: Kysely<Tables>, kind: StoreKind, clock: Clock, close: () => Promise<void>): Store {
  const transact = kind === "sqlite" ? groupCommit(db) : ownCommit(db);
  return {
    ...asWritable(db, kind, clock.nowMs),
    exclusive: kind === "sqlite",
    transaction: (work, durability = "durable") =>
      transact((tx) => work(asWritable(tx, kind, clock.nowMs)), durability),
    ping: () => ping(db),
    close,
  };
}

/** Each transaction by itself, as PostgreSQL likes it: it groups the waits for its disk on its own. */
function ownCommit(db: Kysely<Tables>): ReturnType<typeof groupCommit<Tables>> {
  return (work, durability) =>
    db.transaction().execute(async (tx) => {
      if (durability === "relaxed") await sql`set local synchronous_commit = off`.execute(tx);
      return work(tx);
    });
}
