import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Kysely } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { silentLog, systemClock } from "../../../bot/base/index.ts";
import {
  addReferralLink,
  openStore,
  openStoreBeside,
  readReferralLink,
  storeFileName,
} from "../../../bot/store/index.ts";
import { migrate } from "../../../bot/store/migrate.ts";
import { sqliteDialect } from "../../../bot/store/sqlite.ts";
import { newDatabase, postgresUrl } from "../../support/stores.ts";

const link = { code: "QUAY1", label: "Quầy số 1", createdAtMs: 1 };
let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "motcua-beside-"));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const engines = [
  { name: "SQLite", skip: false, where: async () => ({ dataDir }) },
  {
    name: "PostgreSQL",
    skip: postgresUrl === "",
    where: async () => ({ dataDir, databaseUrl: await newDatabase() }),
  },
];

for (const engine of engines) {
  describe.skipIf(engine.skip)(`a store opened beside the running program on ${engine.name}`, () => {
    it("shares every change, claims nothing for itself and leaves the program its lock", async () => {
      const options = { ...(await engine.where()), clock: systemClock, log: silentLog };
      const program = await openStore(options);
      const beside = await openStoreBeside(options);
      expect(beside.exclusive).toBe(false);
      expect(await beside.transaction((tx) => addReferralLink(tx, link))).toBe(true);
      expect(await readReferralLink(program, "QUAY1")).toEqual(link);
      await beside.close();
      expect(await program.transaction((tx) => addReferralLink(tx, { ...link, code: "QUAY2" }))).toBe(true);
      if (engine.name === "SQLite") await expect(openStore(options)).rejects.toThrow(/in use/);
      await program.close();
    });
  });
}

describe("a store that cannot be opened beside", () => {
  const options = () => ({ dataDir, clock: systemClock, log: silentLog });

  it("is one that is not there: nothing is made", async () => {
    await expect(openStoreBeside(options())).rejects.toThrow(/npm run migrate/);
    await expect(openStoreBeside(options())).rejects.toThrow(/no store/);
  });

  it("is one of another version: nothing is migrated", async () => {
    const db = new Kysely<unknown>({ dialect: sqliteDialect(join(dataDir, storeFileName)) });
    await migrate(db, "0001-conversations");
    await db.destroy();
    for (const _time of [1, 2]) await expect(openStoreBeside(options())).rejects.toThrow(/another version/);
  });
});
