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

/** Items of one person done in a row before others get a turn. */
const BURST = 20;
/** Pause after the store failed. */
const STORE_RETRY_MS = 1_000;

/** Claims lanes with work and works on them, each person's items in order, people side by side. */
export class LaneWorker {
  readonly #options: LaneWorkerOptions;
  readonly #owner = newEntryId();
  readonly #inHand = new Map<PersonId, Promise<void>>();
  readonly #bell: Bell;
  #stopping = false;
  #running: Promise<void> = Promise.resolve();

  constructor(options: LaneWorkerOptions) {
    this.#options = options;
    this.#bell = new Bell(options.clock);
  }

  start(): void {
    this.#running = this.#run();
  }

  /** There may be new work. */
  wake(): void {
    this.#bell.ring();
  }

  /** Takes up nothing new; resolves when nothing is in hand. */
  async drain(): Promise<void> {
    this.#stopping = true;
    this.#bell.ring();
    await this.#running;
    await Promise.all(this.#inHand.values());
  }

  async #run(): Promise<void> {
    const { parallel, pollMs } = this.#options;
    while (!this.#stopping) {
      const free = parallel - this.#inHand.size;
      const claimed = free > 0 ? await this.#claim(free) : [];
      for (const one of claimed) this.#takeInHand(one);
      await this.#bell.heard(pollMs);
    }
  }

  async #claim(limit: number): Promise<readonly ClaimedLane[]> {
    const { store, clock, log, lane, leaseMs } = this.#options;
    try {
      const request = { lane, owner: this.#owner, leaseMs, limit, exclusive: store.exclusive };
      // A claim that a power cut undoes is no loss: the restart claims anew.
      return await store.transaction((tx) => claimLanes(tx, request), "relaxed");
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
  #takeInHand(claimed: ClaimedLane): void {
    const { personId } = claimed;
    const before = this.#inHand.get(personId) ?? Promise.resolve();
    const done = before
      .then(() => this.#workThrough(claimed))
      .finally(() => {
        const awaited = this.#inHand.size >= this.#options.parallel;
        if (this.#inHand.get(personId) === done) this.#inHand.delete(personId);
        if (awaited) this.#bell.ring();
      });
    this.#inHand.set(personId, done);
  }

  async #workThrough(claimed: ClaimedLane): Promise<void> {
    let task = this.#taskOf(claimed, 1);
    try {
      for (let count = 2; await this.#options.work(task); count++) {
        task = this.#taskOf({ ...claimed, seq: task.seq + 1, claims: 1 }, count);
      }
      // Let go of, perhaps with work left.
      if (task.keep === undefined) this.#bell.ring();
    } catch (error) {
      await this.#letGo(task, error);
    }
  }

  #taskOf(claimed: ClaimedLane, count: number): LaneTask {
    const { lane, leaseMs } = this.#options;
    const keep = this.#stopping || count >= BURST ? undefined : { leaseMs };
    return { ...claimed, lane, owner: this.#owner, keep };
  }

  /** After a failure of the store; when even this fails, the lease runs out by itself. */
  async #letGo(task: LaneTask, error: unknown): Promise<void> {
    const { store, log, lane } = this.#options;
    if (error instanceof LaneLostError) {
      log.warn("the work was no longer ours", { kind: lane });
      return;
    }
    log.error("the store failed during work", { kind: lane, reason: nameOf(error) });
    await postponeLane(store, task, STORE_RETRY_MS).catch((again: unknown) =>
      log.error("cannot release the work", { kind: lane, reason: nameOf(again) }),
    );
  }
}

/** A bell that is remembered when it rings while nobody listens. */
class Bell {
  readonly #clock: Clock;
  #rung = false;
  #listener: AbortController | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  ring(): void {
    this.#rung = true;
    this.#listener?.abort("rung");
  }

  /** Resolves when it rings, or rang since the last time, or after `timeoutMs`. */
  async heard(timeoutMs: number): Promise<void> {
    if (!this.#rung) {
      this.#listener = new AbortController();
      await this.#clock.sleep(timeoutMs, this.#listener.signal);
      this.#listener = undefined;
    }
    this.#rung = false;
  }
}

/** The kind of failure only: a driver's message may hold what a citizen wrote. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : messageOf(error).slice(0, 40);
}
