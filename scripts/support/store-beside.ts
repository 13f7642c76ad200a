import { createLog, systemClock } from "../../bot/base/index.ts";
import { type Config, readConfig } from "../../bot/config.ts";
import { openStoreBeside, type Store } from "../../bot/store/index.ts";

/** Opens the configured store for a command, also while the program runs on it, and closes it afterwards. */
export async function withStoreBeside(work: (store: Store, config: Config) => Promise<void>): Promise<void> {
  const config = readConfig();
  const { dataDir, databaseUrl, logLevel } = config;
  const store = await openStoreBeside({
    dataDir,
    ...(databaseUrl !== undefined && { databaseUrl }),
    clock: systemClock,
    log: createLog(logLevel, (line) => process.stderr.write(line)),
  });
  try {
    await work(store, config);
  } finally {
    await store.close();
  }
}
