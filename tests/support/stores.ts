import pg from "pg";
import { afterEach, describe, inject } from "vitest";
import { silentLog, systemClock } from "../../bot/base/index.ts";
import { openMemoryStore, openStore, type Store } from "../../bot/store/index.ts";

/** The server of this run, or empty: then tests on PostgreSQL are skipped by name. */
export const postgresUrl = inject("postgresUrl");

const options = { dataDir: "unused", clock: systemClock, log: silentLog };
const READY_WITHIN_MS = 30_000;
let databases = 0;
let template: Promise<string> | undefined;

/** Makes a database of its own on the run's server, empty or a copy of another. @returns its address */
export async function newDatabase(copyOf?: string): Promise<string> {
  const client = await connect();
  const name = `t${process.pid}_${++databases}`;
  await client.query(`create database ${name}${copyOf ? ` template ${copyOf}` : ""}`);
  await client.end();
  const url = new URL(postgresUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** Runs the same tests on both engines. `open` gives an empty store that is closed after the test. */
export function describeOnEachStore(name: string, tests: (open: () => Promise<Store>) => void): void {
  const opened: Store[] = [];
  const tracked = (make: () => Promise<Store>) => async () => {
    const store = await make();
    opened.push(store);
    return store;
  };
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((store) => store.close()));
  });
  describe(`${name} on SQLite`, () => tests(tracked(() => openMemoryStore(systemClock))));
  describe.skipIf(postgresUrl === "")(`${name} on PostgreSQL`, () => tests(tracked(openOnPostgres)));
}

/** Copying a database that has all tables is several times faster than making them. */
async function openOnPostgres(): Promise<Store> {
  template ??= newDatabase().then(async (databaseUrl) => {
    const store = await openStore({ ...options, databaseUrl });
    await store.close();
    return new URL(databaseUrl).pathname.slice(1);
  });
  return openStore({ ...options, databaseUrl: await newDatabase(await template) });
}

async function connect(): Promise<pg.Client> {
  const untilMs = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const client = new pg.Client({ connectionString: postgresUrl });
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (Date.now() > untilMs) throw error;
      await systemClock.sleep(100);
    }
  }
}
