import { type Clock, type Log, messageOf, newEntryId, type PersonId } from "../base/index.ts";
import {
  type ClaimedLane,
  claimLanes,
  type LaneHold,
  LaneLostError,
  type LaneName,
  postponeLane,
  type Store,
} from "../store/index.ts";

/** The lane in hand, and what finishing its item may ask for. */
export interface LaneTask extends LaneHold {
  /** Times this item was begun, this time included. */
  readonly claims: number;
  /** Keep the lane for its next item; undefined = let go after this one. */
  readonly keep: { readonly leaseMs: number } | undefined;
}

export interface LaneWorkerOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly lane: LaneName;
  /** People worked on side by side. */
  readonly parallel: number;
  readonly leaseMs: number;
  readonly pollMs: number;
  /**
   * Works on one item and finishes or postpones it. @returns true when the person's next item is ours
   * as well. Throws only when the store does.
   */
  readonly work: (task: LaneTask) => Promise<boolean>;
}

export interface LaneWorker {
  readonly start: () => void;
  /** There may be new work. */
  readonly wake: () => void;
  readonly drain: () => Promise<void>;
}

/** Items of one person done in a row before others get a turn. */
const BURST = 20;
/** Pause after the store failed. */
const STORE_RETRY_MS = 1_000;

/** Claims lanes with work and works on them, each person's items in order, people side by side. */
export function createLaneWorker(options: LaneWorkerOptions): LaneWorker {
  const { store, clock, log, lane, parallel, leaseMs, pollMs, work } = options;
  const owner = newEntryId();
  const inHand = new Map<PersonId, Promise<void>>();
  const alarm = createAlarm(clock);
  let stopping = false;
  let running: Promise<void> = Promise.resolve();

  async function run(): Promise<void> {
    while (!stopping) {
      const free = parallel - inHand.size;
      const claimed = free > 0 ? await claim(free) : [];
      for (const one of claimed) takeInHand(one);
      await alarm.wait(pollMs);
    }
  }

  async function claim(limit: number): Promise<readonly ClaimedLane[]> {
    try {
      const request = { lane, owner, leaseMs, limit, exclusive: store.exclusive };
      return await store.transaction((tx) => claimLanes(tx, request));
    } catch (error) {
      log.error("cannot look for work", { kind: lane, reason: nameOf(error) });
      await clock.sleep(STORE_RETRY_MS);
      return [];
    }
  }

  /**
   * A person may be claimed while still in hand: their lane was released a moment ago, or the lease ran
   * out because the clock jumped. Either way one of us works at a time; a claim that has become stale by
   * then finds its lane lost and ends.
   */
  function takeInHand(claimed: ClaimedLane): void {
    const { personId } = claimed;
    const before = inHand.get(personId) ?? Promise.resolve();
    const done = before
      .then(() => workThrough(claimed))
      .finally(() => {
        const waiting = inHand.size >= parallel || stopping;
        if (inHand.get(personId) === done) inHand.delete(personId);
        if (waiting) alarm.ring();
      });
    inHand.set(personId, done);
  }

  async function workThrough(claimed: ClaimedLane): Promise<void> {
    let task = taskOf(claimed, 1);
    try {
      for (let count = 2; await work(task); count++) {
        task = taskOf({ ...claimed, seq: task.seq + 1, claims: 1 }, count);
      }
      if (task.keep === undefined) alarm.ring();
    } catch (error) {
      await letGo(task, error);
    }
  }

  function taskOf(claimed: ClaimedLane, count: number): LaneTask {
    const keep = stopping || count >= BURST ? undefined : { leaseMs };
    return { ...claimed, lane, owner, keep };
  }

  /** After a failure of the store; when even this fails, the lease runs out by itself. */
  async function letGo(task: LaneTask, error: unknown): Promise<void> {
    if (error instanceof LaneLostError) {
      log.warn("another process took over", { kind: lane });
      return;
    }
    log.error("the store failed during work", { kind: lane, reason: nameOf(error) });
    await postponeLane(store, task, STORE_RETRY_MS).catch((again: unknown) =>
      log.error("cannot release the work", { kind: lane, reason: nameOf(again) }),
    );
  }

  return {
    start: () => {
      running = run();
    },
    wake: alarm.ring,
    drain: async () => {
      stopping = true;
      alarm.ring();
      await running;
      await Promise.all(inHand.values());
    },
  };
}

/** A bell that is remembered when it rings while nobody waits. */
function createAlarm(clock: Clock): { ring: () => void; wait: (timeoutMs: number) => Promise<void> } {
  let rung = false;
  let waiter: AbortController | undefined;
  return {
    ring: () => {
      rung = true;
      waiter?.abort("rung");
    },
    wait: async (timeoutMs) => {
      if (!rung) {
        waiter = new AbortController();
        await clock.sleep(timeoutMs, waiter.signal);
        waiter = undefined;
      }
      rung = false;
    },
  };
}

/** The kind of failure only: a driver's message may hold what a citizen wrote. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : messageOf(error).slice(0, 40);
}
