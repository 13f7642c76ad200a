import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { entryId, OperatorError, personId, silentLog, systemClock } from "../../../bot/base/index.ts";
import {
  addInboxItem,
  addOutboxItems,
  changeOutboxItem,
  inspectStore,
  lastMigration,
  noteInteraction,
  openStore,
  type Store,
  setAside,
  storeFileName,
} from "../../../bot/store/index.ts";
import { freePort } from "../../support/postgres.ts";
import { newDatabase, postgresUrl } from "../../support/stores.ts";

const an = personId("zalo", "1");

describe.each([["SQLite"], ["PostgreSQL"]])("looking at a store on %s", (engine) => {
  const skip = engine === "PostgreSQL" && postgresUrl === "";
  let dataDir: string;
  let where: { readonly dataDir: string; readonly databaseUrl?: string; readonly log: typeof silentLog };
  let store: Store | undefined;

  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), "motcua-inspect-"));
    const databaseUrl = engine === "PostgreSQL" && !skip ? await newDatabase() : undefined;
    where = { dataDir, log: silentLog, ...(databaseUrl && { databaseUrl }) };
  });
  afterEach(async () => {
    await store?.close();
    store = undefined;
    rmSync(dataDir, { recursive: true });
  });

  const open = async () => {
    store = await openStore({ ...where, clock: systemClock });
    return store;
  };

  it.skipIf(skip)("counts what waits, while the program holds it", async () => {
    const opened = await open();
    await noteInteraction(opened, { personId: an, channel: "zalo", atMs: 1 }, 1);
    const item = {
      personId: an,
      channel: "zalo",
      sentAtMs: 1,
      content: { kind: "text", text: "x" },
    } as const;
    await addInboxItem(opened, { ...item, seq: 1, entryId: entryId("i1"), acceptedAtMs: 500 });
    const replies = ["o1", "o2"].map((id, at) => ({
      entryId: entryId(id),
      personId: an,
      seq: at + 1,
      message: { text: "y", buttons: [] },
    }));
    await addOutboxItems(opened, replies, 400);
    await changeOutboxItem(opened, entryId("o1"), ["queued"], { state: "unknown" }, 900);
    const about = { personId: an, aboutEntryId: entryId("o1"), reason: "cut off" };
    await setAside(opened, { ...about, kind: "send-unknown" }, 900);

    const report = await inspectStore(where);
    expect(report).toMatchObject({ pending: [], newer: [] });
    expect(report?.applied.at(-1)).toBe(lastMigration());
    expect(report?.work).toEqual({
      waiting: 2,
      oldestWaitingAtMs: 400,
      setAside: new Map([["send-unknown", 1]]),
      newestAtMs: 900,
    });
  });

  it.skipIf(skip)("finds nothing to do in an empty store that nobody holds", async () => {
    await (await open()).close();
    store = undefined;
    const { work } = (await inspectStore(where)) ?? {};
    expect(work).toEqual({ waiting: 0, oldestWaitingAtMs: null, setAside: new Map(), newestAtMs: null });
  });
});

describe("looking where there is no usable store", () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), "motcua-inspect-"));
  });
  afterEach(() => rmSync(dataDir, { recursive: true }));

  it("makes nothing", async () => {
    expect(await inspectStore({ dataDir, log: silentLog })).toBeUndefined();
    expect(readdirSync(dataDir)).toEqual([]);
  });

  it("takes an empty file for a store with everything to be done", async () => {
    writeFileSync(join(dataDir, storeFileName), "");
    const report = await inspectStore({ dataDir, log: silentLog });
    expect(report?.pending.at(-1)).toBe(lastMigration());
    expect(report?.work).toBeUndefined();
  });

  it.each([
    ["a damaged file", async () => ({}), "damaged"],
    [
      "a database out of reach",
      async () => ({ databaseUrl: `postgres://a:secret@127.0.0.1:${await freePort()}/b` }),
      "DATABASE_URL",
    ],
  ])("says so of %s", async (_name, more, words) => {
    writeFileSync(join(dataDir, storeFileName), "not a database ".repeat(100));
    const failed = await inspectStore({ dataDir, log: silentLog, ...(await more()) }).catch(
      (error: unknown) => error,
    );
    expect(failed).toBeInstanceOf(OperatorError);
    expect(String(failed)).toContain(words);
    expect(String(failed)).not.toContain("secret");
  });
});
