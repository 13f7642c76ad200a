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
  const tables = await db.introspection.getTables();
  if (!tables.some((table) => table.name === VERSION_TABLE)) return;
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(VERSION_TABLE)}`.execute(db);
  const unknown = rows.map((row) => row.name).filter((name) => !(name in migrations));
  if (unknown.length === 0) return;
  throw new OperatorError(
    `The store was written by a newer version of this program (it knows ${unknown.join(", ")}). ` +
      "Start that version, or restore a backup made before it.",
  );
}
