import { type EntryId, newEntryId, type PersonId } from "../../base/index.ts";
import type { ReadableStore, WritableStore } from "../store.ts";

/** A link that was put on a poster, a leaflet or another site. */
export interface ReferralLinkRow {
  /** Without `#`, in capitals. */
  code: string;
  /** Where it hangs, in staff's words. */
  label: string;
  created_at_ms: number;
}

/** `opened`: the link's page was shown. `started`: a person wrote with its code. */
export interface ReferralEventRow {
  entry_id: EntryId;
  code: string;
  kind: "opened" | "started";
  /** Only with `started`, and empty again once that person was erased. */
  person_id: PersonId | null;
  at_ms: number;
}

export interface ReferralLink {
  readonly code: string;
  readonly label: string;
  readonly createdAtMs: number;
}

/** A link with what came of it. */
export interface ReferralCount extends ReferralLink {
  /** Times its page was shown. */
  readonly opened: number;
  /** People who wrote with its code. */
  readonly started: number;
}

/** @returns false when the code is taken */
export async function addReferralLink(store: WritableStore, link: ReferralLink): Promise<boolean> {
  const { code, label, createdAtMs } = link;
  const inserted = await store.write
    .insertInto("referral_links")
    .values({ code, label, created_at_ms: createdAtMs })
    .onConflict((conflict) => conflict.column("code").doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

export async function readReferralLink(
  store: ReadableStore,
  code: string,
): Promise<ReferralLink | undefined> {
  const row = await store.read
    .selectFrom("referral_links")
    .selectAll()
    .where("code", "=", code)
    .executeTakeFirst();
  return row && { code: row.code, label: row.label, createdAtMs: row.created_at_ms };
}

/** Counts one showing of a known link's page; holds nothing about who looked. */
export async function noteReferralOpened(store: WritableStore, code: string, atMs: number): Promise<void> {
  await store.write
    .insertInto("referral_events")
    .values({ entry_id: newEntryId(), code, kind: "opened", person_id: null, at_ms: atMs })
    .execute();
}

/**
 * Counts a person who wrote with a known link's code, once however often they do.
 * @returns false when they were counted for this link before
 */
export async function noteReferralStarted(
  store: WritableStore,
  started: { readonly code: string; readonly personId: PersonId; readonly atMs: number },
): Promise<boolean> {
  const inserted = await store.write
    .insertInto("referral_events")
    .values({
      entry_id: newEntryId(),
      code: started.code,
      kind: "started",
      person_id: started.personId,
      at_ms: started.atMs,
    })
    .onConflict((conflict) => conflict.columns(["code", "person_id"]).doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

/** The links in the order they were made. */
export async function countReferrals(store: ReadableStore): Promise<readonly ReferralCount[]> {
  const links = await store.read
    .selectFrom("referral_links")
    .selectAll()
    .orderBy("created_at_ms")
    .orderBy("code")
    .execute();
  const counts = await store.read
    .selectFrom("referral_events")
    .select(({ fn }) => ["code", "kind", fn.countAll<number>().as("n")])
    .groupBy(["code", "kind"])
    .execute();
  const count = (code: string, kind: ReferralEventRow["kind"]) =>
    counts.find((row) => row.code === code && row.kind === kind)?.n ?? 0;
  return links.map(({ code, label, created_at_ms }) => ({
    code,
    label,
    createdAtMs: created_at_ms,
    opened: count(code, "opened"),
    started: count(code, "started"),
  }));
}

/** The count of an erased person stays, without the person. */
export async function forgetReferred(tx: WritableStore, personId: PersonId): Promise<void> {
  await tx.write
    .updateTable("referral_events")
    .set({ person_id: null })
    .where("person_id", "=", personId)
    .execute();
}
