import { PostgresDialect } from "kysely";
import pg from "pg";
import { type Log, messageOf, OperatorError } from "../base/index.ts";

const BIGINT = 20;
/** One process works on a few dozen people at once; PostgreSQL's default allows 100 connections in all. */
const POOL_SIZE = 10;
/** A webhook must be acknowledged in two seconds; better to say 503 early than to hold it. */
const CONNECT_TIMEOUT_MS = 1_500;

/** Kysely's dialect over a pool of connections. @param url `postgres://user:password@host:port/database` */
export function postgresDialect(url: string, log: Log): PostgresDialect {
  const pool = new pg.Pool({
    connectionString: url,
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    // All our bigints are counts or milliseconds and fit a number; the driver would give text.
    types: {
      getTypeParser: (type, format) =>
        type === BIGINT ? Number : pg.types.getTypeParser(type, format as "text"),
    },
  });
  // An idle connection that breaks is replaced at the next use; unheard, the event would end the process.
  pool.on("error", (error) => log.warn("lost a connection to the database", { reason: error.name }));
  return new PostgresDialect({ pool });
}

/** Says in plain words why the database could not be used, without the password in its address. */
export function postgresProblem(url: string, error: unknown): OperatorError {
  const { host, pathname } = new URL(url);
  return new OperatorError(
    `Cannot use the database "${pathname.slice(1)}" at ${host} (DATABASE_URL): ${messageOf(error)}.`,
    { cause: error },
  );
}
