import { type Kysely, Migrator, sql } from "kysely";
import { OperatorError } from "../base/index.ts";
import { migrations } from "./migrations/index.ts";

const VERSION_TABLE = "store_migrations";
const LOCK_TABLE = "store_migrations_lock";

export interface MigrationReport {
  /** Names of the migrations run now, in order; empty when the store was up to date. */
  readonly applied: readonly string[];
  /** Name of the store's last migration. */
  readonly version: string;
}

/**
 * Brings the store up to `target` (default: the last migration), each migration in a transaction with
 * its line in the version table, under an advisory lock on PostgreSQL.
 * @throws OperatorError when the store was written by a newer version of this program.
 */
export async function migrate<T>(db: Kysely<T>, target = lastMigration()): Promise<MigrationReport> {
  await refuseNewer(db);
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...migrations }) },
    migrationTableName: VERSION_TABLE,
    migrationLockTableName: LOCK_TABLE,
  });
  const { error, results = [] } = await migrator.migrateTo(target);
  if (error) throw error;
  return { applied: results.map((result) => result.migrationName), version: target };
}

export function lastMigration(): string {
  return Object.keys(migrations).sort().at(-1) ?? "";
}

async function refuseNewer<T>(db: Kysely<T>): Promise<void> {
  const { newer } = await migrationState(db);
  if (newer.length === 0) return;
  throw new OperatorError(
    `The store was written by a newer version of this program (it knows ${newer.join(", ")}). ` +
      "Start that version, or restore a backup made before it.",
  );
}

/** How a store stands to this program's migrations. Names, in order. */
export interface MigrationState {
  readonly applied: readonly string[];
  /** Known to this program and not to the store. */
  readonly pending: readonly string[];
  /** Known to the store and not to this program. */
  readonly newer: readonly string[];
}

/** Looks, and changes nothing. */
export async function migrationState<T>(db: Kysely<T>): Promise<MigrationState> {
  const applied = await appliedMigrations(db);
  return {
    applied,
    pending: Object.keys(migrations).filter((name) => !applied.includes(name)),
    newer: applied.filter((name) => !(name in migrations)),
  };
}

async function appliedMigrations<T>(db: Kysely<T>): Promise<string[]> {
  const tables = await db.introspection.getTables();
  if (!tables.some((table) => table.name === VERSION_TABLE)) return [];
  const { rows } = await sql<{
    name: string;
  }>`select name from ${sql.table(VERSION_TABLE)} order by name`.execute(db);
  return rows.map((row) => row.name);
}
