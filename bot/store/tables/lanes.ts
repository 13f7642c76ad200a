import { type RawBuilder, sql } from "kysely";
import type { PersonId } from "../../base/index.ts";
import type { ReadableStore, WritableStore } from "../store.ts";

/** `in`: a person's messages to be answered. `out`: the replies to be sent to them. */
export type LaneName = "in" | "out";

/**
 * One person's queue in one direction. Items carry numbers 1, 2, 3… of their lane; `done_seq` is the
 * last one that is finished, so the lane has work exactly when `last_seq > done_seq`. A lane is claimed
 * as a whole, which keeps one person's items in order and lets different people go side by side.
 */
export interface LaneRow {
  person_id: PersonId;
  lane: LaneName;
  last_seq: number;
  done_seq: number;
  /** Not to be claimed before; later than now while its first item waits to be tried again. */
  due_at_ms: number;
  /** Times the present first item was claimed; high when it keeps killing the process. */
  claims: number;
  lease_owner: string | null;
  lease_until_at_ms: number;
}

export interface ClaimedLane {
  readonly personId: PersonId;
  /** The item to work on. */
  readonly seq: number;
  readonly claims: number;
}

export interface ClaimRequest {
  readonly lane: LaneName;
  readonly owner: string;
  readonly leaseMs: number;
  readonly limit: number;
  /** Take over leases of other owners at once: only when no other process can live. */
  readonly exclusive: boolean;
}

/** Adds `count` items. @returns the number of the last; they are numbered up to it. */
export async function pushLane(
  tx: WritableStore,
  personId: PersonId,
  lane: LaneName,
  count = 1,
): Promise<number> {
  const now = tx.leaseClock();
  const { last_seq } = await tx.write
    .insertInto("lanes")
    .values({
      person_id: personId,
      lane,
      last_seq: count,
      done_seq: 0,
      due_at_ms: now,
      claims: 0,
      lease_owner: null,
      lease_until_at_ms: 0,
    })
    .onConflict((conflict) =>
      conflict.columns(["person_id", "lane"]).doUpdateSet({
        last_seq: sql`lanes.last_seq + ${count}`,
        due_at_ms: sql`case when lanes.last_seq > lanes.done_seq then lanes.due_at_ms else ${now} end`,
      }),
    )
    .returning("last_seq")
    .executeTakeFirstOrThrow();
  return last_seq;
}

/** Takes up to `limit` lanes that have work, are due and are in nobody's hands; longest waiting first. */
export async function claimLanes(store: WritableStore, request: ClaimRequest): Promise<ClaimedLane[]> {
  const { lane, owner, leaseMs, limit, exclusive } = request;
  const now = store.leaseClock();
  const rows = await store.write
    .with("picked", (db) => {
      const ready = db
        .selectFrom("lanes")
        .select("person_id")
        .where("lane", "=", lane)
        .whereRef("last_seq", ">", "done_seq")
        .where("due_at_ms", "<=", now)
        .where((free) =>
          exclusive
            ? free.or([free("lease_until_at_ms", "<=", now), free("lease_owner", "!=", owner)])
            : free("lease_until_at_ms", "<=", now),
        )
        .orderBy("due_at_ms")
        .limit(limit);
      return store.kind === "postgres" ? ready.forUpdate().skipLocked() : ready;
    })
    .updateTable("lanes")
    .set({
      lease_owner: owner,
      lease_until_at_ms: sql`${now} + ${sql.lit(leaseMs)}`,
      claims: sql`claims + 1`,
    })
    .where("lane", "=", lane)
    .where("person_id", "in", (db) => db.selectFrom("picked").select("person_id"))
    .returning(["person_id", "done_seq", "claims"])
    .execute();
  return rows.map((row) => ({ personId: row.person_id, seq: row.done_seq + 1, claims: row.claims }));
}

/** Whose lane it is and which item is in work. A change that names both cannot touch another's work. */
export interface LaneHold {
  readonly personId: PersonId;
  readonly lane: LaneName;
  readonly owner: string;
  readonly seq: number;
}

/** The lane was taken over: the lease ran out, or the person was erased. The work in hand is not ours. */
export class LaneLostError extends Error {
  override readonly name = "LaneLostError";
}

/**
 * Finishes the item. With `keep` and more work the lane stays ours, otherwise it is released. Both are
 * decided by numbers in one statement: a message pushed at this moment is either seen here or finds
 * the lane free, so none is forgotten.
 * @returns true when the next item is ours to work on.
 * @throws LaneLostError
 */
export async function advanceLane(
  tx: WritableStore,
  hold: LaneHold,
  keep: { readonly leaseMs: number } | undefined,
): Promise<boolean> {
  const now = tx.leaseClock();
  const ifMore = (value: RawBuilder<number>) =>
    keep ? sql<number>`case when last_seq > ${hold.seq} then ${value} else 0 end` : sql<number>`0`;
  const row = await held(tx, hold)
    .set({
      done_seq: hold.seq,
      claims: ifMore(sql`1`),
      due_at_ms: now,
      lease_until_at_ms: ifMore(sql`${now} + ${sql.lit(keep?.leaseMs ?? 0)}`),
    })
    .returning("last_seq")
    .executeTakeFirst();
  if (!row) throw new LaneLostError("the lane is no longer held");
  return keep !== undefined && row.last_seq > hold.seq;
}

/** Prolongs the lease before work that may take long. @throws LaneLostError */
export async function renewLane(tx: WritableStore, hold: LaneHold, leaseMs: number): Promise<void> {
  const result = await held(tx, hold)
    .set({ lease_until_at_ms: sql`${tx.leaseClock()} + ${sql.lit(leaseMs)}` })
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) throw new LaneLostError("the lane is no longer held");
}

/** Releases the lane with its item unfinished, to be tried again in `delayMs`. @throws LaneLostError */
export async function postponeLane(tx: WritableStore, hold: LaneHold, delayMs: number): Promise<void> {
  const result = await held(tx, hold)
    .set({
      due_at_ms: sql`${tx.leaseClock()} + ${sql.lit(Math.ceil(delayMs))}`,
      claims: 0,
      lease_until_at_ms: 0,
    })
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) throw new LaneLostError("the lane is no longer held");
}

function held(tx: WritableStore, hold: LaneHold) {
  return tx.write
    .updateTable("lanes")
    .where("person_id", "=", hold.personId)
    .where("lane", "=", hold.lane)
    .where("lease_owner", "=", hold.owner)
    .where("done_seq", "=", hold.seq - 1);
}

/** True while the person has a message to be answered or a reply to be sent. */
export async function hasWork(store: ReadableStore, personId: PersonId): Promise<boolean> {
  const row = await store.read
    .selectFrom("lanes")
    .select("lane")
    .where("person_id", "=", personId)
    .whereRef("last_seq", ">", "done_seq")
    .executeTakeFirst();
  return row !== undefined;
}

/** People with work waiting in each direction, and since when the longest has waited (ms UTC). */
export async function countWaiting(
  store: ReadableStore,
): Promise<Readonly<Record<LaneName, { readonly people: number; readonly sinceAtMs: number | null }>>> {
  const rows = await store.read
    .selectFrom("lanes")
    .select(({ fn }) => ["lane", fn.countAll<number>().as("people"), fn.min("due_at_ms").as("since")])
    .whereRef("last_seq", ">", "done_seq")
    .groupBy("lane")
    .execute();
  const of = (lane: LaneName) => {
    const row = rows.find((found) => found.lane === lane);
    return { people: row?.people ?? 0, sinceAtMs: row?.since ?? null };
  };
  return { in: of("in"), out: of("out") };
}
