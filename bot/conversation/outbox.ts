import { messageOf, splitPersonId, systemClock } from "../base/index.ts";
import type { SendOutcome } from "../domain/index.ts";
import {
  advanceLane,
  changeOutboxItem,
  LaneLostError,
  type OutboxItem,
  type OutboxState,
  postponeLane,
  readOutboxItem,
  renewLane,
  type SetAsideKind,
  setAside,
  type WritableStore,
} from "../store/index.ts";
import type { Changes } from "./changes.ts";
import { type LaneTask, LaneWorker } from "./lane-worker.ts";
import type { FlowOptions } from "./ports.ts";
import { afterFailedSend, type RetryPolicy } from "./retry-policy.ts";

/** Calls in flight at once. At 200 replies a second and 200 ms a call there are 40. */
const PARALLEL = 64;

/** Tries to write down what became of a call, 100 ms … 3 s apart: about six seconds, well inside the lease. */
const RECORD_DELAYS_MS = [100, 300, 800, 2_000, 3_000];

export interface OutboxOptions extends FlowOptions {
  readonly retryPolicy: RetryPolicy;
  readonly changes: Changes;
}

/** How a reply ends or goes on after one call. */
type Ending =
  | { readonly state: "sent"; readonly platformMessageId?: string }
  | { readonly state: "retry"; readonly reason: string; readonly delayMs: number }
  | { readonly state: "refused" | "unknown" | "given-up"; readonly reason: string };

/** What staff see of each end that is not delivery. */
const setAsideKindOf = {
  refused: "send-refused",
  unknown: "send-unknown",
  "given-up": "send-given-up",
} as const satisfies Partial<Record<OutboxState, SetAsideKind>>;

/** The way out: sends each person's replies in order, one at a time. */
export function createOutbox(options: OutboxOptions): LaneWorker {
  const { store, clock, log, retryPolicy, changes } = options;
  return new LaneWorker({
    store,
    clock,
    log,
    lane: "out",
    parallel: PARALLEL,
    leaseMs: retryPolicy.outLeaseMs,
    pollMs: retryPolicy.pollMs,
    work: (task) => sendNext(task, options).finally(() => changes.tell(task.personId)),
  });
}

async function sendNext(task: LaneTask, options: OutboxOptions): Promise<boolean> {
  const { store } = options;
  const item = await readOutboxItem(store, task.personId, task.seq);
  // Erased while it waited.
  if (!item) return advanceLane(store, task, task.keep);
  if (item.state === "sending") {
    // Left by a process that died during the call. Sending again could say everything twice.
    return record(task, item, { state: "unknown", reason: "the process ended during the call" }, options);
  }
  const attempts = item.attempts + 1;
  await store.transaction((tx) => markSending(tx, task, item, attempts, options));
  const outcome = await call(item, options);
  return recordSurely(task, item, endingOf(outcome, attempts, options), options);
}

/** Committed before the call: after a crash it is known that the call may have been made. */
async function markSending(
  tx: WritableStore,
  task: LaneTask,
  item: OutboxItem,
  attempts: number,
  { clock, retryPolicy }: OutboxOptions,
): Promise<void> {
  await renewLane(tx, task, retryPolicy.outLeaseMs);
  const change = { state: "sending" as const, attempts };
  if (!(await changeOutboxItem(tx, item.entryId, ["queued", "retry"], change, clock.nowMs()))) {
    throw new LaneLostError("the reply is no longer waiting");
  }
}

/** Calls the channel; a sender that throws or never comes back leaves the outcome unknown. */
async function call(item: OutboxItem, { senders, retryPolicy }: OutboxOptions): Promise<SendOutcome> {
  const { entryId, personId, message } = item;
  const send = senders[splitPersonId(personId).channel];
  if (!send) return { kind: "refused", reason: "no sender for this channel" };
  const ended = new AbortController();
  // A call takes real time, also when the flow's clock is put forward.
  const late = systemClock
    .sleep(retryPolicy.sendDeadlineMs, ended.signal)
    .then(
      (): SendOutcome => ({ kind: "unknown", reason: `no outcome after ${retryPolicy.sendDeadlineMs} ms` }),
    );
  try {
    return await Promise.race([send({ entryId, personId, message }), late]);
  } catch (error) {
    return { kind: "unknown", reason: messageOf(error) };
  } finally {
    ended.abort("ended");
  }
}

function endingOf(outcome: SendOutcome, attempts: number, { retryPolicy }: OutboxOptions): Ending {
  switch (outcome.kind) {
    case "sent": {
      const { platformMessageId } = outcome;
      return { state: "sent", ...(platformMessageId !== undefined && { platformMessageId }) };
    }
    case "retry": {
      const { reason, retryAfterMs } = outcome;
      const next = afterFailedSend(attempts, retryAfterMs, Math.random(), retryPolicy);
      return next === "give-up"
        ? { state: "given-up", reason }
        : { state: "retry", reason, delayMs: next.delayMs };
    }
    case "refused":
    case "unknown":
      return { state: outcome.kind, reason: outcome.reason };
  }
}

/**
 * Writes the ending down even when the store is away for a moment: what is known in memory only would
 * be an unknown outcome after a restart.
 */
async function recordSurely(
  task: LaneTask,
  item: OutboxItem,
  ending: Ending,
  options: OutboxOptions,
): Promise<boolean> {
  for (const delayMs of RECORD_DELAYS_MS) {
    try {
      return await record(task, item, ending, options);
    } catch (error) {
      if (error instanceof LaneLostError) throw error;
      options.log.error("cannot write down the outcome of a call", { entryId: item.entryId, delayMs });
      await options.clock.sleep(delayMs);
    }
  }
  return record(task, item, ending, options);
}

async function record(
  task: LaneTask,
  item: OutboxItem,
  ending: Ending,
  options: OutboxOptions,
): Promise<boolean> {
  const { store, clock, log, observer } = options;
  const nowMs = clock.nowMs();
  const more = await store.transaction(async (tx) => {
    const change = ending.state === "retry" ? { state: ending.state, reason: ending.reason } : ending;
    if (!(await changeOutboxItem(tx, item.entryId, ["sending"], change, nowMs))) {
      throw new LaneLostError("the reply is no longer in hand");
    }
    if (ending.state === "retry") {
      await postponeLane(tx, task, ending.delayMs);
      return false;
    }
    if (ending.state !== "sent") await showToStaff(tx, item, ending, nowMs);
    return advanceLane(tx, task, task.keep);
  });
  observer?.sendEnded?.({ channel: splitPersonId(item.personId).channel, outcome: ending.state });
  if (ending.state === "sent") return more;
  log.warn("a reply was not delivered", {
    entryId: item.entryId,
    status: ending.state,
    attempt: item.attempts + 1,
  });
  if (ending.state !== "retry") observer?.setAside?.(setAsideKindOf[ending.state]);
  return more;
}

async function showToStaff(
  tx: WritableStore,
  item: OutboxItem,
  ending: { readonly state: keyof typeof setAsideKindOf; readonly reason: string },
  nowMs: number,
): Promise<void> {
  const { personId, entryId } = item;
  const kind = setAsideKindOf[ending.state];
  await setAside(tx, { personId, kind, aboutEntryId: entryId, reason: ending.reason }, nowMs);
}
