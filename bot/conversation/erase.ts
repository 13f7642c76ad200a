import type { PersonId } from "../base/index.ts";
import {
  advanceLane,
  erasePerson,
  type LaneHold,
  lockConversation,
  type Store,
  type WritableStore,
} from "../store/index.ts";

/**
 * Erases a person who took back their consent, in the turn that is their asking. No reply follows: it
 * would need the very data that goes. The lane is released, with what they wrote afterwards.
 */
export async function eraseInTurn(tx: WritableStore, hold: LaneHold, nowMs: number): Promise<void> {
  await lockConversation(tx, hold.personId);
  await advanceLane(tx, hold, undefined);
  await erasePerson(tx, hold.personId, hold.seq, nowMs);
}

/** Erases all that is kept of a person now, messages that wait to be answered included. */
export async function erasePersonNow(store: Store, personId: PersonId, nowMs: number): Promise<void> {
  await store.transaction((tx) => erasePerson(tx, personId, Number.MAX_SAFE_INTEGER, nowMs));
}
