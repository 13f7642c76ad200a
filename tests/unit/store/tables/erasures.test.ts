import { Kysely } from "kysely";
import { beforeEach, expect, it } from "vitest";
import { entryId, newEntryId, type PersonId, personId } from "../../../../bot/base/index.ts";
import {
  addInboxItem,
  addOutboxItems,
  addReferralLink,
  addTurns,
  countReferrals,
  erasePerson,
  findErasures,
  hasWork,
  noteInteraction,
  noteOaSend,
  noteReferralStarted,
  pushLane,
  readConversation,
  readInboxItem,
  type Store,
  saveConversation,
  setAside,
  type Tables,
} from "../../../../bot/store/index.ts";
import { migrate } from "../../../../bot/store/migrate.ts";
import { sqliteDialect } from "../../../../bot/store/sqlite.ts";
import { describeOnEachStore } from "../../../support/stores.ts";

const an = personId("zalo", "1111");
const binh = personId("zalo", "2222");
const personal = [
  "conversations",
  "lanes",
  "inbox",
  "outbox",
  "turns",
  "set_aside",
  "oa_sends",
  "referral_events",
] as const satisfies (keyof Tables)[];

it("is tried here on every table that holds a person", async () => {
  const db = new Kysely<unknown>({ dialect: sqliteDialect(":memory:") });
  await migrate(db);
  const tables = await db.introspection.getTables();
  await db.destroy();
  const holding = tables.filter((table) => table.columns.some((column) => column.name === "person_id"));
  expect(holding.map((table) => table.name).sort()).toEqual([...personal].sort());
});

describeOnEachStore("erasing a person", (open) => {
  let store: Store;

  beforeEach(async () => {
    store = await open();
    for (const person of [an, binh]) await fill(store, person);
  });

  const rows = (table: (typeof personal)[number]) =>
    store.read.selectFrom(table).select("person_id").where("person_id", "=", an).execute();

  it("leaves no row of theirs, and everything of others", async () => {
    for (const table of personal) expect(await rows(table), table).not.toEqual([]);
    await store.transaction((tx) => erasePerson(tx, an, 1, 500));
    for (const table of personal) expect(await rows(table), table).toEqual([]);
    expect(await readInboxItem(store, binh, 1)).toBeDefined();
    expect(await hasWork(store, binh)).toBe(true);
  });

  it("leaves the count of the poster they came by, without them", async () => {
    await store.transaction((tx) => erasePerson(tx, an, 1, 500));
    expect(await countReferrals(store)).toMatchObject([{ code: "QUAY1", started: 2 }]);
  });

  it("leaves a proof that only who knows the person can read", async () => {
    await store.transaction((tx) => erasePerson(tx, an, 1, 500));
    expect(await findErasures(store, an)).toEqual([{ erasedAtMs: 500 }]);
    expect(await findErasures(store, binh)).toEqual([]);
    const kept = JSON.stringify(await store.read.selectFrom("erasures").selectAll().execute());
    expect(kept).not.toContain("1111");
  });

  it("writes proofs that do not show that two of them are of one person", async () => {
    await store.transaction((tx) => erasePerson(tx, an, 1, 500));
    await store.transaction((tx) => erasePerson(tx, an, 1, 600));
    const proofs = await store.read.selectFrom("erasures").select("person_hash").execute();
    expect(new Set(proofs.map((row) => row.person_hash)).size).toBe(2);
    expect(await findErasures(store, an)).toHaveLength(2);
  });

  it("keeps what the person wrote after asking for it, and forgets the talk before", async () => {
    await addMessage(store, an);
    await saveConversation(store, {
      personId: an,
      state: { procedure: "1" },
      mode: "HUMAN",
      humanUntilAtMs: 9,
    });
    await store.transaction((tx) => erasePerson(tx, an, 1, 500));
    expect(await readInboxItem(store, an, 1)).toBeUndefined();
    expect(await readInboxItem(store, an, 2)).toBeDefined();
    expect(await readConversation(store, an)).toMatchObject({ state: {}, mode: "BOT", humanUntilAtMs: null });
    expect(await rows("outbox")).toEqual([]);
    expect(await hasWork(store, an)).toBe(true);
  });
});

async function fill(store: Store, person: PersonId): Promise<void> {
  await noteInteraction(store, { personId: person, channel: "zalo", atMs: 1 }, 1);
  await addMessage(store, person);
  const seq = await pushLane(store, person, "out");
  const reply = newEntryId();
  await addOutboxItems(
    store,
    [{ entryId: reply, personId: person, seq, message: { text: "", buttons: [] } }],
    1,
  );
  await addTurns(store, person, [
    { seq: 1, part: 0, direction: "in", kind: "text", text: "chào", buttons: [], atMs: 1 },
  ]);
  await setAside(store, { personId: person, kind: "send-refused", aboutEntryId: reply, reason: "" }, 1);
  await noteOaSend(store, { personId: person, paidBy: "free" }, 1);
  await addReferralLink(store, { code: "QUAY1", label: "Quầy 1", createdAtMs: 1 });
  await noteReferralStarted(store, { code: "QUAY1", personId: person, atMs: 1 });
}

async function addMessage(store: Store, person: PersonId): Promise<void> {
  await addInboxItem(store, {
    personId: person,
    seq: await pushLane(store, person, "in"),
    entryId: entryId("e"),
    channel: "zalo",
    sentAtMs: 1,
    acceptedAtMs: 1,
    content: { kind: "text", text: "chào" },
  });
}
