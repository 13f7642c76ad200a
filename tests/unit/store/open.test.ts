import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createLog, OperatorError, personId, silentLog, systemClock } from "../../../bot/base/index.ts";
import {
  lastMigration,
  type MigrationReport,
  noteInteraction,
  openStore,
  readConversation,
  type Store,
  storeFileName,
} from "../../../bot/store/index.ts";
import { freePort } from "../../support/postgres.ts";
import { describeOnEachStore } from "../../support/stores.ts";

const an = personId("zalo", "1");

describe("the embedded store", () => {
  let dataDir: string;
  let store: Store | undefined;

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), "motcua-open-"));
  });

  afterEach(async () => {
    await store?.close();
    store = undefined;
    rmSync(dataDir, { recursive: true });
  });

  const open = async (more: { onMigrated?: (report: MigrationReport) => void } = {}) => {
    store = await openStore({ dataDir: join(dataDir, "new"), clock: systemClock, log: silentLog, ...more });
    return store;
  };

  it("makes its folder, brings itself up to date, and keeps what was written", async () => {
    const reports: MigrationReport[] = [];
    const onMigrated = (report: MigrationReport) => reports.push(report);
    const first = await open({ onMigrated });
    await noteInteraction(first, { personId: an, channel: "zalo", atMs: 7 }, 7);
    await first.close();
    const second = await open({ onMigrated });
    expect((await readConversation(second, an))?.lastInteractionAtMs).toBe(7);
    expect(reports[0]?.applied.at(-1)).toBe(lastMigration());
    expect(reports[1]).toEqual({ applied: [], version: lastMigration() });
  });

  it("brings itself up to date when nobody wants to hear of it", async () => {
    expect(await readConversation(await open(), an)).toBeUndefined();
  });

  it("writes ahead and waits for the disk at every commit", async () => {
    const { read } = await open();
    const pragma = async (name: string) => {
      const result = await read
        .selectFrom(sql<Record<string, unknown>>`${sql.raw(`pragma_${name}`)}`.as("p"))
        .selectAll()
        .executeTakeFirst();
      return Object.values(result ?? {})[0];
    };
    expect(await pragma("journal_mode")).toBe("wal");
    expect(await pragma("synchronous")).toBe(2);
    expect(await pragma("foreign_keys")).toBe(1);
  });

  it("says which file is broken and what to do", async () => {
    writeFileSync(join(dataDir, storeFileName), "this is not a database, whatever its name says".repeat(100));
    const opening = openStore({ dataDir, clock: systemClock, log: silentLog });
    await expect(opening).rejects.toThrow(OperatorError);
    await expect(openStore({ dataDir, clock: systemClock, log: silentLog })).rejects.toThrow(
      new RegExp(`${storeFileName}.*restore`, "s"),
    );
  });

  it("warns when its folder is synchronised", async () => {
    const lines: string[] = [];
    const log = createLog("info", (line) => lines.push(line));
    store = await openStore({ dataDir: join(dataDir, "Dropbox"), clock: systemClock, log });
    expect(lines.join()).toMatch(/DATA_DIR.*synchronised|synchronised.*DATA_DIR/s);
  });
});

describe("a PostgreSQL that is not there", () => {
  it("is named, without the password", async () => {
    const databaseUrl = `postgres://lan:very-secret@127.0.0.1:${await freePort()}/motcua`;
    const opening = openStore({ dataDir: "unused", databaseUrl, clock: systemClock, log: silentLog });
    const refusal = await opening.catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(OperatorError);
    expect(String(refusal)).toContain("motcua");
    expect(String(refusal)).toContain("DATABASE_URL");
    expect(String(refusal)).not.toContain("very-secret");
  });
});

describeOnEachStore("a store", (open) => {
  it("answers while it is open, and not afterwards", async () => {
    const store = await open();
    await expect(store.ping()).resolves.toBeUndefined();
  });

  it("keeps all of a transaction or nothing", async () => {
    const store = await open();
    const failing = store.transaction(async (tx) => {
      await noteInteraction(tx, { personId: an, channel: "zalo", atMs: 1 }, 1);
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await readConversation(store, an)).toBeUndefined();
    const value = await store.transaction(async (tx) => {
      await noteInteraction(tx, { personId: an, channel: "zalo", atMs: 1 }, 1);
      return 42;
    });
    expect(value).toBe(42);
    expect(await readConversation(store, an)).toBeDefined();
  });

  it("gives times back as the numbers they are", async () => {
    const store = await open();
    const atMs = Number.MAX_SAFE_INTEGER;
    await noteInteraction(store, { personId: an, channel: "zalo", atMs }, 1);
    expect((await readConversation(store, an))?.lastInteractionAtMs).toBe(atMs);
  });

  it("takes text that looks like SQL for text", async () => {
    const store = await open();
    const bobby = personId("zalo", "'; drop table conversations; --");
    await noteInteraction(store, { personId: bobby, channel: "zalo", atMs: 1 }, 1);
    expect((await readConversation(store, bobby))?.personId).toBe(bobby);
  });
});
