import { type Kysely, sql, type Transaction } from "kysely";

/** Bounds how long the first of a group waits for the last; far above what one moment brings. */
const GROUP_LIMIT = 64;

type Work<Tables, T> = (tx: Transaction<Tables>) => Promise<T>;

interface Job<Tables> {
  /** Gives what tells the caller, once all is on disk. */
  readonly run: Work<Tables, () => void>;
  readonly fail: (error: unknown) => void;
}

/**
 * Transactions on an SQLite file, grouped: what is asked for at one moment shares one commit, and so
 * one wait for the disk, which costs more than all the rest. Each keeps its own all-or-nothing by a
 * savepoint, and none resolves before the commit. The slower the disk, the larger the groups.
 */
export function groupCommit<Tables>(db: Kysely<Tables>): <T>(work: Work<Tables, T>) => Promise<T> {
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
        run: async (tx) => {
          const value = await work(tx);
          return () => resolve(value);
        },
        fail: reject,
      });
      if (!running) void run();
    });
}

async function runGroup<Tables>(db: Kysely<Tables>, jobs: readonly Job<Tables>[]): Promise<void> {
  try {
    const tell = await db.transaction().execute(async (tx) => {
      // One alone needs no savepoint: its failure is the transaction's.
      if (jobs.length === 1) return Promise.all(jobs.map((job) => job.run(tx)));
      const ends: (() => void)[] = [];
      for (const job of jobs) ends.push(await inSavepoint(tx, job));
      return ends;
    });
    for (const end of tell) end();
  } catch (error) {
    for (const job of jobs) job.fail(error);
  }
}

/** A job that fails is undone and leaves the others of its group alone. */
async function inSavepoint<Tables>(tx: Transaction<Tables>, job: Job<Tables>): Promise<() => void> {
  await sql`savepoint job`.execute(tx);
  try {
    const end = await job.run(tx);
    await sql`release job`.execute(tx);
    return end;
  } catch (error) {
    await sql`rollback to job`.execute(tx);
    await sql`release job`.execute(tx);
    return () => job.fail(error);
  }
}
