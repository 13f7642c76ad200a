import type { EntryId, PersonId } from "../../base/index.ts";
import type { AnswerStatus, InboundContent, ReplyButton } from "../../domain/index.ts";
import type { ReadableStore, WritableStore } from "../store.ts";
import type { OutboxState } from "./outbox.ts";

export type TurnDirection = "in" | "out";

/** The talk as people read it: what was said, in order. Part 0 is what came in, 1… the replies to it. */
export interface TurnRow {
  person_id: PersonId;
  /** Place of the inbox item in its lane. */
  seq: number;
  part: number;
  direction: TurnDirection;
  /** Kind of what came in; `text` for every reply. */
  kind: InboundContent["kind"];
  text: string;
  /** `ReplyButton[]` as JSON. */
  buttons: string;
  status: AnswerStatus | null;
  /** The outbox row that carries a reply. */
  outbox_entry_id: EntryId | null;
  at_ms: number;
}

export interface Turn {
  readonly seq: number;
  readonly part: number;
  readonly direction: TurnDirection;
  readonly kind: InboundContent["kind"];
  readonly text: string;
  readonly buttons: readonly ReplyButton[];
  /** How the turn ended; on replies only, and only where a status was given. */
  readonly status?: AnswerStatus;
  readonly atMs: number;
}

/** A turn with what became of its sending. */
export interface HistoryTurn extends Turn {
  /** On replies only. */
  readonly delivery?: OutboxState;
}

export async function addTurns(
  tx: WritableStore,
  personId: PersonId,
  turns: readonly (Turn & { readonly outboxEntryId?: EntryId })[],
): Promise<void> {
  await tx.write
    .insertInto("turns")
    .values(
      turns.map((turn) => ({
        person_id: personId,
        seq: turn.seq,
        part: turn.part,
        direction: turn.direction,
        kind: turn.kind,
        text: turn.text,
        buttons: JSON.stringify(turn.buttons),
        status: turn.status ?? null,
        outbox_entry_id: turn.outboxEntryId ?? null,
        at_ms: turn.atMs,
      })),
    )
    .execute();
}

/** Another sending carries a reply from now on. */
export async function moveTurn(
  tx: WritableStore,
  personId: PersonId,
  from: EntryId,
  to: EntryId,
): Promise<void> {
  await tx.write
    .updateTable("turns")
    .set({ outbox_entry_id: to })
    .where("person_id", "=", personId)
    .where("outbox_entry_id", "=", from)
    .execute();
}

/** The last `limit` turns of a person, oldest first. */
export async function readTurns(
  store: ReadableStore,
  personId: PersonId,
  limit: number,
): Promise<readonly HistoryTurn[]> {
  const rows = await store.read
    .selectFrom("turns")
    .leftJoin("outbox", "outbox.entry_id", "turns.outbox_entry_id")
    .selectAll("turns")
    .select("outbox.state as delivery")
    .where("turns.person_id", "=", personId)
    .orderBy("turns.seq", "desc")
    .orderBy("turns.part", "desc")
    .limit(limit)
    .execute();
  return rows.reverse().map((row) => ({
    seq: row.seq,
    part: row.part,
    direction: row.direction,
    kind: row.kind,
    text: row.text,
    buttons: JSON.parse(row.buttons) as ReplyButton[],
    ...(row.status && { status: row.status }),
    ...(row.delivery && { delivery: row.delivery }),
    atMs: row.at_ms,
  }));
}
