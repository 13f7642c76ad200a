import { splitPersonId } from "../../../bot/base/index.ts";
import type { ReplyMessage } from "../../../bot/domain/index.ts";
import type { Simulator } from "../../../bot/simulator/index.ts";
import type { Store } from "../../../bot/store/index.ts";
import type { ShownMessage, TakenMessage } from "./verdict.ts";

/** Every message the store took, with its replies. */
export async function readTaken(store: Store): Promise<readonly TakenMessage[]> {
  const inbox = await store.read.selectFrom("inbox").selectAll().execute();
  const replies = await store.read
    .selectFrom("turns")
    .innerJoin("outbox", "outbox.entry_id", "turns.outbox_entry_id")
    .select(["turns.person_id", "turns.seq", "turns.status"])
    .select(["outbox.state", "outbox.message", "outbox.platform_message_id"])
    .where("turns.direction", "=", "out")
    .orderBy("turns.part")
    .execute();
  const key = (row: { readonly person_id: string; readonly seq: number }) => `${row.person_id} ${row.seq}`;
  const byTurn = new Map<string, TakenMessage["replies"][number][]>();
  for (const row of replies) {
    const mine = byTurn.get(key(row)) ?? [];
    const text = (JSON.parse(row.message) as ReplyMessage).text;
    mine.push({ status: row.status, state: row.state, text, platformMessageId: row.platform_message_id });
    byTurn.set(key(row), mine);
  }
  return inbox.map((row) => ({
    personId: splitPersonId(row.person_id).id,
    seq: row.seq,
    state: row.state,
    atMs: row.accepted_at_ms,
    replies: byTurn.get(key(row)) ?? [],
  }));
}

/** Everything the account sent that phones show. */
export function readShown({ world }: Simulator): readonly ShownMessage[] {
  return world
    .people()
    .flatMap(({ id: personId, messages }) =>
      messages.filter(({ from }) => from === "oa").map(({ id, text }) => ({ personId, id, text })),
    );
}

/** Rows that wait for staff. */
export async function countSetAside(store: Store): Promise<number> {
  return (await store.read.selectFrom("set_aside").select("entry_id").execute()).length;
}

/** Times the account's tokens were written: the first, and each renewal. */
export async function countRenewals(store: Store, oaId: string): Promise<number> {
  const row = await store.read
    .selectFrom("oa_tokens")
    .select("version")
    .where("oa_id", "=", oaId)
    .executeTakeFirst();
  return (row?.version ?? 0) - 1;
}
