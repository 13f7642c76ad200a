import { newEntryId } from "../base/index.ts";
import {
  addInboxItem,
  addOutboxItems,
  findInboxItem,
  findOutboxItem,
  listSetAside,
  lockConversation,
  markHandled,
  moveTurn,
  pushLane,
  type ReadableStore,
  readSetAside,
  type SetAside,
  type Store,
  type WritableStore,
} from "../store/index.ts";
import { maskPersonalData } from "../text/index.ts";

/** What waits for staff, with the words it is about; numbers of people are masked. */
export interface ForStaff extends SetAside {
  /** The citizen's message, or the reply that was not delivered; empty for what has no words. */
  readonly text: string;
}

/** What nobody has dealt with yet, oldest first. */
export async function listForStaff(store: ReadableStore, limit: number): Promise<readonly ForStaff[]> {
  const rows = await listSetAside(store, limit);
  return Promise.all(
    rows.map(async (row) => ({ ...row, text: maskPersonalData(await wordsOf(store, row)) })),
  );
}

/**
 * Has the program answer the message, or send the reply, once more: after what the person has waiting
 * already. Who asks for it takes on that a reply of unknown outcome may arrive twice.
 * @returns false when somebody dealt with it before, or the person was erased
 */
export function tryAgain(
  store: Store,
  entryId: SetAside["entryId"],
  by: string,
  nowMs: number,
): Promise<boolean> {
  return store.transaction(async (tx) => {
    const row = await readSetAside(tx, entryId);
    if (!row) return false;
    await lockConversation(tx, row.personId);
    // Of two who ask at the same moment one goes on.
    if (!(await markHandled(tx, entryId, by, nowMs))) return false;
    return row.kind === "turn-failed" ? answerAgain(tx, row, nowMs) : sendAgain(tx, row, nowMs);
  });
}

async function wordsOf(store: ReadableStore, row: SetAside): Promise<string> {
  if (row.kind !== "turn-failed") {
    return (await findOutboxItem(store, row.aboutEntryId))?.message.text ?? "";
  }
  const content = (await findInboxItem(store, row.personId, row.aboutEntryId))?.content;
  return content && "text" in content ? (content.text ?? "") : "";
}

async function answerAgain(
  tx: WritableStore,
  { personId, aboutEntryId }: SetAside,
  nowMs: number,
): Promise<boolean> {
  const item = await findInboxItem(tx, personId, aboutEntryId);
  if (!item) return false;
  const seq = await pushLane(tx, personId, "in");
  await addInboxItem(tx, { ...item, seq, entryId: newEntryId(), acceptedAtMs: nowMs });
  return true;
}

async function sendAgain(
  tx: WritableStore,
  { personId, aboutEntryId }: SetAside,
  nowMs: number,
): Promise<boolean> {
  const item = await findOutboxItem(tx, aboutEntryId);
  if (!item) return false;
  const seq = await pushLane(tx, personId, "out");
  const again = { entryId: newEntryId(), personId, seq, message: item.message };
  await addOutboxItems(tx, [again], nowMs);
  await moveTurn(tx, personId, item.entryId, again.entryId);
  return true;
}
