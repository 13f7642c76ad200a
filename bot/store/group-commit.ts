import { type Kysely, sql, type Transaction } from "kysely";

/** Bounds how long the first of a group waits for the last; far above what one moment brings. */
const GROUP_LIMIT = 64;

interface Job<Tables> {
  /** Works inside a savepoint. Gives what tells the caller once all is on disk; never rejects by the work's fault. */
  readonly run: (tx: Transaction<Tables>) => Promise<() => void>;
  readonly fail: (error: unknown) => void;
}

/**
 * Transactions on an SQLite file, grouped: what is asked for at one moment shares one commit, and so
 * one wait for the disk, which costs more than all the rest. Each keeps its own all-or-nothing by a
 * savepoint, and none resolves before the commit. The slower the disk, the larger the groups.
 */
export function groupCommit<Tables>(
  db: Kysely<Tables>,
): <T>(work: (tx: Transaction<Tables>) => Promise<T>) => Promise<T> {
  const waiting: Job<Tables>[] = [];
  let running = false;

  async function run(): Promise<void> {
    running = true;
    while (waiting.length > 0) {
      // Lets messages that have reached the process join the group.
      await new Promise(setImmediate);
      await runGroup(db, waiting.splice(0, GROUP_LIMIT));
    }
    running = false;
  }

  return (work) =>
    new Promise((resolve, reject) => {
      waiting.push({
        run: (tx) =>
          inSavepoint(tx, work).then(
            (value) => () => resolve(value),
            (error: unknown) => () => reject(error),
          ),
        fail: reject,
      });
      if (!running) void run();
    });
}

async function runGroup<Tables>(db: Kysely<Tables>, jobs: readonly Job<Tables>[]): Promise<void> {
  try {
    const tell = await db.transaction().execute(async (tx) => {
      const ends: (() => void)[] = [];
      for (const job of jobs) ends.push(await job.run(tx));
      return ends;
    });
    for (const end of tell) end();
  } catch (error) {
    for (const job of jobs) job.fail(error);
  }
}

async function inSavepoint<Tables, T>(
  tx: Transaction<Tables>,
  work: (tx: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  await sql`savepoint job`.execute(tx);
  try {
    const value = await work(tx);
    await sql`release job`.execute(tx);
    return value;
  } catch (error) {
    await sql`rollback to job`.execute(tx);
    await sql`release job`.execute(tx);
    throw error;
  }
}
