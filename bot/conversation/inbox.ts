import { newEntryId } from "../base/index.ts";
import type { InboundContent, InboundEvent } from "../domain/index.ts";
import { addInboxItem, noteEvent, noteInteraction, pushLane } from "../store/index.ts";
import type { Drainable } from "./drain.ts";
import { keepable } from "./keepable.ts";
import { LaneWorker } from "./lane-worker.ts";
import { type TakeTurnOptions, takeTurn } from "./take-turn.ts";
import { createTurnstile } from "./turnstile.ts";

/**
 * People answered side by side. Answering is computing, so more would not be faster; this only covers
 * the waits for the store.
 */
const PARALLEL = 8;

export interface Inbox extends Drainable {
  readonly start: () => void;
  readonly accept: (event: InboundEvent) => Promise<"accepted" | "duplicate">;
}

/** The way in: stores events, then has each person's answered in order. */
export function createInbox(options: TakeTurnOptions): Inbox {
  const { store, clock, log, retryPolicy } = options;
  const turnstile = createTurnstile();
  const worker = new LaneWorker({
    store,
    clock,
    log,
    lane: "in",
    parallel: PARALLEL,
    leaseMs: retryPolicy.inLeaseMs,
    pollMs: retryPolicy.pollMs,
    work: (task) => turnstile().then(() => takeTurn(task, options)),
  });
  return {
    start: () => worker.start(),
    drain: () => worker.drain(),
    accept: async (event) => {
      const result = await storeEvent(event, options);
      if (result === "accepted") worker.wake();
      return result;
    },
  };
}

async function storeEvent(
  event: InboundEvent,
  { store, clock }: TakeTurnOptions,
): Promise<"accepted" | "duplicate"> {
  const { personId, channel, sentAtMs } = event;
  const nowMs = clock.nowMs();
  return store.transaction(async (tx) => {
    if (!(await noteEvent(tx, event, nowMs))) return "duplicate";
    const atMs = isInteraction(event.content) ? sentAtMs : null;
    await noteInteraction(tx, { personId, channel, atMs }, nowMs);
    await addInboxItem(tx, {
      personId,
      seq: await pushLane(tx, personId, "in"),
      entryId: newEntryId(),
      channel,
      ...(event.messageId !== undefined && { messageId: event.messageId }),
      sentAtMs,
      acceptedAtMs: nowMs,
      content: keepable(event.content),
      ...(event.language && { language: event.language }),
    });
    return "accepted";
  });
}

const notTowardsUs: readonly InboundContent["kind"][] = [
  "staff-reply",
  "staff-hand-back",
  "unfollow",
  "withdraw",
];

/** What opens the platform's window for free replies: something the person did towards us. */
function isInteraction(content: InboundContent): boolean {
  return !notTowardsUs.includes(content.kind);
}
