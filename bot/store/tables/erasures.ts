import { createHash, randomBytes } from "node:crypto";
import { type EntryId, newEntryId, type PersonId } from "../../base/index.ts";
import type { ReadableStore, WritableStore } from "../store.ts";
import { lockConversation } from "./conversations.ts";
import { forgetReferred } from "./referrals.ts";

/** Proof that a person's data was erased, without the person: whoever knows the id can check it. */
export interface ErasureRow {
  entry_id: EntryId;
  /** Its own for each row, so that two erasures of one person cannot be linked. */
  salt: string;
  /** SHA-256 of salt and person id, base64url. */
  person_hash: string;
  erased_at_ms: number;
}

export interface Erasure {
  readonly erasedAtMs: number;
}

/**
 * Deletes all that is kept of a person up to and including item `upToSeq` of their `in` lane, and
 * leaves a proof. What they wrote after asking for erasure is a new talk and stays to be answered.
 */
export async function erasePerson(
  tx: WritableStore,
  personId: PersonId,
  upToSeq: number,
  nowMs: number,
): Promise<void> {
  await lockConversation(tx, personId);
  await tx.write.deleteFrom("turns").where("person_id", "=", personId).execute();
  await tx.write.deleteFrom("oa_sends").where("person_id", "=", personId).execute();
  await tx.write.deleteFrom("set_aside").where("person_id", "=", personId).execute();
  await forgetReferred(tx, personId);
  await tx.write.deleteFrom("outbox").where("person_id", "=", personId).execute();
  await tx.write.deleteFrom("inbox").where("person_id", "=", personId).where("seq", "<=", upToSeq).execute();
  await tx.write
    .deleteFrom("lanes")
    .where("person_id", "=", personId)
    .where((row) => row.or([row("lane", "=", "out"), row("last_seq", "<=", upToSeq)]))
    .execute();
  const stillHere = await tx.read
    .selectFrom("lanes")
    .select("last_seq")
    .where("person_id", "=", personId)
    .executeTakeFirst();
  await (stillHere ? resetConversation(tx, personId) : deleteConversation(tx, personId));
  const salt = randomBytes(16).toString("base64url");
  await tx.write
    .insertInto("erasures")
    .values({ entry_id: newEntryId(), salt, person_hash: proof(salt, personId), erased_at_ms: nowMs })
    .execute();
}

/** The erasures of this person, oldest first. Reads every proof: there are few, and each has its salt. */
export async function findErasures(store: ReadableStore, personId: PersonId): Promise<readonly Erasure[]> {
  const rows = await store.read.selectFrom("erasures").selectAll().orderBy("erased_at_ms").execute();
  return rows
    .filter((row) => row.person_hash === proof(row.salt, personId))
    .map((row) => ({ erasedAtMs: row.erased_at_ms }));
}

async function deleteConversation(tx: WritableStore, personId: PersonId): Promise<void> {
  await tx.write.deleteFrom("conversations").where("person_id", "=", personId).execute();
}

async function resetConversation(tx: WritableStore, personId: PersonId): Promise<void> {
  await tx.write
    .updateTable("conversations")
    .set({ state: "{}", mode: "BOT", human_until_at_ms: null })
    .where("person_id", "=", personId)
    .execute();
}

function proof(salt: string, personId: PersonId): string {
  return createHash("sha256").update(salt).update(personId).digest("base64url");
}
