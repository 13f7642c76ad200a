import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Durability } from "./group-commit.ts";
import type { Tables } from "./tables/index.ts";

declare const readable: unique symbol;
declare const writable: unique symbol;

export type StoreKind = "sqlite" | "postgres";

/** May look, not touch: a function that takes this cannot write. */
export interface ReadableStore {
  readonly [readable]: true;
  readonly kind: StoreKind;
  readonly read: Pick<Kysely<Tables>, "selectFrom">;
}

/** The store, or a transaction on it. */
export interface WritableStore extends ReadableStore {
  readonly [writable]: true;
  readonly write: Pick<Kysely<Tables>, "insertInto" | "updateTable" | "deleteFrom" | "with">;
  /**
   * The time by which leases are taken and expire, ms UTC, as an SQL expression: the database's own
   * clock on PostgreSQL, where several machines share the work; ours on SQLite, where we are alone.
   */
  readonly leaseClock: () => RawBuilder<number>;
}

export interface Store extends WritableStore {
  /**
   * True when no other process can be at work on this store (SQLite, guarded by its lock file):
   * a lease of another owner is then a dead process's and may be taken over at once.
   */
  readonly exclusive: boolean;
  /**
   * All of `work` or nothing of it, `durable` unless said otherwise. Only use the store handed to `work`
   * inside: another query would wait for this transaction, and this one for it.
   */
  readonly transaction: <T>(work: (tx: WritableStore) => Promise<T>, durability?: Durability) => Promise<T>;
  /** Asks the database for an answer. Rejects when there is none. */
  readonly ping: () => Promise<void>;
  /** Lets go of the database and, on SQLite, of the lock file. The store is of no use afterwards. */
  readonly close: () => Promise<void>;
}

const databaseClock = () => sql<number>`(extract(epoch from clock_timestamp()) * 1000)::bigint`;

/** Dresses a query builder as a store. The brands exist for the compiler only. */
export function asWritable(db: Kysely<Tables>, kind: StoreKind, nowMs: () => number): WritableStore {
  const leaseClock = kind === "postgres" ? databaseClock : () => sql<number>`${sql.val(nowMs())}`;
  const parts: Omit<WritableStore, typeof readable | typeof writable> = {
    kind,
    read: db,
    write: db,
    leaseClock,
  };
  return parts as WritableStore;
}
