import { type Kysely, sql, type Transaction } from "kysely";

/** Bounds how long the first of a group waits for the last; far above what one moment brings. */
const GROUP_LIMIT = 64;

/**
 * `durable`: on disk when it resolves. `relaxed`: a power cut may undo it (a killed process cannot), at
 * the price of no wait for the disk; for claims, which a restart takes anew anyway.
 */
export type Durability = "durable" | "relaxed";

type Work<Tables, T> = (tx: Transaction<Tables>) => Promise<T>;

interface Job<Tables> {
  readonly durability: Durability;
  /** Gives what tells the caller, once all is on disk. */
  readonly run: Work<Tables, () => void>;
  readonly fail: (error: unknown) => void;
}

/**
 * Transactions on an SQLite file, grouped: what is asked for at one moment shares one commit, and so
 * one wait for the disk, which costs more than all the rest. Each keeps its own all-or-nothing by a
 * savepoint, and none resolves before the commit. The slower the disk, the larger the groups.
 */
export function groupCommit<Tables>(
  db: Kysely<Tables>,
): <T>(work: Work<Tables, T>, durability: Durability) => Promise<T> {
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

  return (work, durability) =>
    new Promise((resolve, reject) => {
      waiting.push({
        durability,
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
  const relaxed = jobs.every((job) => job.durability === "relaxed");
  try {
    // One connection throughout, so that nobody else's commit comes while the disk is not waited for.
    const tell = await db.connection().execute(async (connection) => {
      if (relaxed) await sql`pragma synchronous = normal`.execute(connection);
      try {
        return await connection.transaction().execute((tx) => runJobs(tx, jobs));
      } finally {
        if (relaxed) await sql`pragma synchronous = full`.execute(connection);
      }
    });
    for (const end of tell) end();
  } catch (error) {
    for (const job of jobs) job.fail(error);
  }
}

async function runJobs<Tables>(
  tx: Transaction<Tables>,
  jobs: readonly Job<Tables>[],
): Promise<readonly (() => void)[]> {
  // One alone needs no savepoint: its failure is the transaction's.
  if (jobs.length === 1) return Promise.all(jobs.map((job) => job.run(tx)));
  const ends: (() => void)[] = [];
  for (const job of jobs) ends.push(await inSavepoint(tx, job));
  return ends;
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
