import { DatabaseSync } from "@photostructure/sqlite";
import { SqliteAdapter, type SqliteDatabase, SqliteDialect, type SqliteStatement } from "kysely";

/** More statements than the program has; a bound all the same, since lists of values make new ones. */
const STATEMENT_CACHE_LIMIT = 500;

/**
 * Kysely's dialect over the `node:sqlite` API. This file alone knows the driver: when Node 20 is gone,
 * the import becomes `node:sqlite`.
 * @param path a file, or `:memory:`.
 */
export function sqliteDialect(path: string): SqliteDialect {
  const database = new DatabaseSync(path, { enableForeignKeyConstraints: true });
  // WAL lets a backup read while we write; FULL makes each commit reach the disk before it is
  // acknowledged, which is what an answered webhook promises.
  database.exec("pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 5000");
  return new TransactionalSqliteDialect({ database: cachingDatabase(database) });
}

/** The same over a file that must exist and is not changed. Other processes may be writing to it. */
export function readOnlySqliteDialect(path: string): SqliteDialect {
  const database = new DatabaseSync(path, { readOnly: true });
  database.exec("pragma busy_timeout = 5000");
  return new SqliteDialect({ database: cachingDatabase(database) });
}

/**
 * Takes the lock file for this process. The system lets go of it when the process ends in whatever
 * way, so a stale lock cannot be. @returns undefined when another process has it.
 */
export function lockFile(path: string): { readonly release: () => void } | undefined {
  const database = new DatabaseSync(path);
  try {
    database.exec("pragma busy_timeout = 0; begin exclusive");
  } catch (error) {
    database.close();
    if (isLocked(error)) return undefined;
    throw error;
  }
  return { release: () => database.close() };
}

/** SQLite can change tables inside a transaction; Kysely does not use that unless told. */
class TransactionalSqliteDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new TransactionalSqliteAdapter();
  }
}

class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

type Value = string | number | bigint | Uint8Array | null;

function cachingDatabase(database: InstanceType<typeof DatabaseSync>): SqliteDatabase {
  const cache = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare: (sql) => {
      const known = cache.get(sql);
      if (known) return known;
      const prepared = database.prepare(sql);
      const statement: SqliteStatement = {
        reader: prepared.columns().length > 0,
        all: (values) => prepared.all(...(values as Value[])),
        run: (values) => prepared.run(...(values as Value[])),
        iterate: (values) => prepared.iterate(...(values as Value[])),
      };
      if (cache.size >= STATEMENT_CACHE_LIMIT) cache.clear();
      cache.set(sql, statement);
      return statement;
    },
  };
}

const SQLITE_BUSY = 5;

function isLocked(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && error.errcode === SQLITE_BUSY;
}
