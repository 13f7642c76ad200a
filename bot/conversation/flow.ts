import type { PersonId } from "../base/index.ts";
import type { InboundEvent } from "../domain/index.ts";
import { type HistoryTurn, handBackConversation, readTurns } from "../store/index.ts";
import { createChanges, waitUntilSettled } from "./changes.ts";
import { drainAll } from "./drain.ts";
import { erasePersonNow } from "./erase.ts";
import { createInbox } from "./inbox.ts";
import { createOutbox } from "./outbox.ts";
import type { FlowOptions } from "./ports.ts";
import { retryPolicy } from "./retry-policy.ts";

/** Takes events in, answers them in order, sends the replies; nothing acknowledged is lost. */
export interface Flow {
  /**
   * Stores an event. When it resolves the event is durable and may be acknowledged; `duplicate` means
   * it was taken in before. Rejects when the store cannot take it: the sender must try again.
   */
  readonly accept: (event: InboundEvent) => Promise<"accepted" | "duplicate">;
  /** Starts working. Events may be accepted before. */
  readonly start: () => void;
  /**
   * Stops taking up work and waits for what is in hand, at most `withinMs`. The store stays open:
   * close it afterwards. What was not finished is taken up at the next start.
   * @returns false when time ran out
   */
  readonly drain: (withinMs?: number) => Promise<boolean>;
  /** The last `limit` turns of a person, oldest first. */
  readonly history: (personId: PersonId, limit: number) => Promise<readonly HistoryTurn[]>;
  /**
   * Waits until the person's messages are answered and the replies sent.
   * @returns false when something is still under way after `timeoutMs`
   */
  readonly settled: (personId: PersonId, timeoutMs: number) => Promise<boolean>;
  /** Staff let the bot answer again. @returns false when it already did. */
  readonly handBack: (personId: PersonId) => Promise<boolean>;
  /** Erases the person at staff's request, as an event of kind `withdraw` does by itself. */
  readonly erase: (personId: PersonId) => Promise<void>;
}

/** In hand for at most this long after SIGTERM; service managers kill after ten seconds. */
const DRAIN_MS = 8_000;

export function createFlow(options: FlowOptions): Flow {
  const { store, clock } = options;
  const policy = options.retryPolicy ?? retryPolicy;
  const changes = createChanges(clock);
  const outbox = createOutbox({ ...options, retryPolicy: policy, changes });
  const inbox = createInbox({ ...options, retryPolicy: policy, changes, onQueued: () => outbox.wake() });
  return {
    accept: inbox.accept,
    start: () => {
      inbox.start();
      outbox.start();
    },
    drain: (withinMs = DRAIN_MS) => drainAll([inbox, outbox], withinMs, clock),
    history: (personId, limit) => readTurns(store, personId, limit),
    settled: (personId, timeoutMs) => waitUntilSettled(store, changes, clock, personId, timeoutMs),
    handBack: (personId) => handBackConversation(store, personId),
    erase: (personId) => erasePersonNow(store, personId, clock.nowMs()),
  };
}
