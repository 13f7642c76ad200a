import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type PersonId, personId, silentLog, systemClock } from "../../bot/base/index.ts";
import { countOutbox, hasWork, listSetAside, openStore, type Store } from "../../bot/store/index.ts";
import { type Child, startChild } from "../support/children.ts";
import { newDatabase, postgresUrl } from "../support/stores.ts";
import { event } from "../support/test-flow.ts";

const people = Array.from({ length: 30 }, (_, index) => personId("zalo", `p${index}`));
const EACH = 10;
const WITHIN_MS = 60_000;

describe.skipIf(postgresUrl === "")("two server processes on one PostgreSQL", { timeout: 120_000 }, () => {
  let store: Store;
  let database: pg.Client;
  let children: Child[];

  beforeEach(async () => {
    const databaseUrl = await newDatabase();
    database = new pg.Client({ connectionString: databaseUrl });
    await database.connect();
    await database.query("create table arrived (place bigserial, person text, text text, process text)");
    children = ["A", "B"].map((name) =>
      startChild("tests/support/flow-worker.ts", { args: [databaseUrl, name] }),
    );
    await Promise.all(children.map((child) => child.line((line) => line === "ready")));
    store = await openStore({ dataDir: "unused", databaseUrl, clock: systemClock, log: silentLog });
  });

  afterEach(async () => {
    await Promise.all(children.map((child) => child.kill("SIGKILL")));
    await store.close();
    await database.end();
  });

  interface Arrived {
    readonly person: string;
    readonly text: string;
    readonly process: string;
  }

  const arrived = async () =>
    (await database.query<Arrived>("select person, text, process from arrived order by place")).rows;
  const textsOf = (rows: readonly Arrived[], person: PersonId) =>
    rows.filter((row) => row.person === person).map((row) => row.text);

  /** Delivers every person's messages in order, each to both processes at once, to those that live. */
  async function deliver(onAck: () => void = () => undefined): Promise<string[][]> {
    return Promise.all(
      people.map(async (person) => {
        const results: string[] = [];
        for (let n = 0; n < EACH; n++) {
          const one = event(person, { kind: "text", text: `${n}` });
          const replies = await Promise.allSettled(children.map((child) => child.ask(one)));
          const told = replies.flatMap((reply) =>
            reply.status === "fulfilled" ? [String(reply.value)] : [],
          );
          results.push(told.sort().join());
          onAck();
        }
        return results;
      }),
    );
  }

  async function untilDone(): Promise<void> {
    const untilMs = systemClock.nowMs() + WITHIN_MS;
    for (const person of people) {
      while (await hasWork(store, person)) {
        if (systemClock.nowMs() > untilMs) throw new Error("not done in time");
        await systemClock.sleep(100);
      }
    }
  }

  it("share the work: each message accepted once, each person's replies in order, none twice", async () => {
    const results = await deliver();
    expect(new Set(results.flat())).toEqual(new Set(["accepted,duplicate"]));
    await untilDone();
    const rows = await arrived();
    for (const person of people) {
      expect(textsOf(rows, person)).toEqual(Array.from({ length: EACH }, (_, n) => `re: ${n}`));
    }
    expect(new Set(rows.map((row) => row.process))).toEqual(new Set(["A", "B"]));
  });

  it("take over from each other: one killed at work, nothing lost, nothing twice, order kept", async () => {
    let acknowledged = 0;
    await deliver(() => {
      acknowledged += 1;
      if (acknowledged === (people.length * EACH) / 3) children[0]?.process.kill("SIGKILL");
    });
    await untilDone();
    const rows = await arrived();
    const outbox = await countOutbox(store);
    for (const person of people) {
      const numbers = textsOf(rows, person).map((text) => Number(text.slice(4)));
      expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    }
    const unknown = outbox.get("unknown") ?? 0;
    expect((outbox.get("sent") ?? 0) + unknown).toBe(people.length * EACH);
    expect(rows.length).toBeGreaterThanOrEqual(people.length * EACH - unknown);
    expect(await listSetAside(store, 1_000)).toHaveLength(unknown);
  });
});
