import type { Clock, PersonId } from "../base/index.ts";
import { hasWork, type ReadableStore } from "../store/index.ts";

/** Tells waiters in this process that something happened to a person's work. */
export interface Changes {
  readonly tell: (personId: PersonId) => void;
  /** Resolves at the next change of this person, or after `timeoutMs`. */
  readonly next: (personId: PersonId, timeoutMs: number) => Promise<void>;
}

export function createChanges(clock: Clock): Changes {
  const waiters = new Map<PersonId, Set<AbortController>>();
  return {
    tell: (personId) => {
      for (const waiter of waiters.get(personId) ?? []) waiter.abort("changed");
    },
    next: async (personId, timeoutMs) => {
      const waiter = new AbortController();
      const mine = waiters.get(personId) ?? new Set();
      waiters.set(personId, mine.add(waiter));
      await clock.sleep(timeoutMs, waiter.signal);
      mine.delete(waiter);
      if (mine.size === 0 && waiters.get(personId) === mine) waiters.delete(personId);
    },
  };
}

/** Another process may do the work, so waiters look for themselves this often. */
const LOOK_EVERY_MS = 200;

/** @returns false when the person's work is not done after `timeoutMs` */
export async function waitUntilSettled(
  store: ReadableStore,
  changes: Changes,
  clock: Clock,
  personId: PersonId,
  timeoutMs: number,
): Promise<boolean> {
  const deadlineMs = clock.nowMs() + timeoutMs;
  for (;;) {
    // Listen before looking, or a change between the two would be missed.
    const change = changes.next(personId, Math.max(0, Math.min(LOOK_EVERY_MS, deadlineMs - clock.nowMs())));
    if (!(await hasWork(store, personId))) {
      changes.tell(personId);
      return true;
    }
    await change;
    if (clock.nowMs() >= deadlineMs) return false;
  }
}
