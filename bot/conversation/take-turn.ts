import { messageOf, newEntryId } from "../base/index.ts";
import {
  addOutboxItems,
  addTurns,
  advanceLane,
  type Conversation,
  closeInboxItem,
  type InboxItem,
  LaneLostError,
  noteInboxFailure,
  postponeLane,
  pushLane,
  readConversation,
  readInboxItem,
  saveConversation,
  setAside,
  type WritableStore,
} from "../store/index.ts";
import { maskPersonalData } from "../text/index.ts";
import type { Changes } from "./changes.ts";
import { eraseInTurn } from "./erase.ts";
import { languageOf } from "./handover.ts";
import type { LaneTask } from "./lane-worker.ts";
import { planTurn, type TurnPlan } from "./plan-turn.ts";
import type { FlowOptions } from "./ports.ts";
import { afterFailedTurn, type RetryPolicy } from "./retry-policy.ts";

export interface TakeTurnOptions extends FlowOptions {
  readonly retryPolicy: RetryPolicy;
  readonly changes: Changes;
  /** Replies wait in the outbox. */
  readonly onQueued: () => void;
}

/** A turn in hand: the task, what came in, and the talk it belongs to. */
interface Turn {
  readonly task: LaneTask;
  readonly item: InboxItem;
  readonly conversation: Conversation;
}

/**
 * Takes one turn: reads what came in, decides, and writes everything that follows in one transaction.
 * A turn that keeps failing is set aside with an apology.
 * @returns true when the person's next message is ours as well
 */
export async function takeTurn(task: LaneTask, options: TakeTurnOptions): Promise<boolean> {
  const { store, retryPolicy, changes } = options;
  const item = await readInboxItem(store, task.personId, task.seq);
  const conversation = await readConversation(store, task.personId);
  // Erased while it waited.
  if (!item || !conversation) return advanceLane(store, task, task.keep);
  const turn = { task, item, conversation: inChosenLanguage(conversation, item) };
  try {
    if (task.claims > retryPolicy.crashClaims) {
      return await giveUp(turn, "the process ended each time this message was in hand", options);
    }
    return await finish(turn, options);
  } catch (error) {
    if (error instanceof LaneLostError) throw error;
    return await fail(turn, error, options);
  } finally {
    changes.tell(task.personId);
  }
}

/** A language chosen once holds for the words of the flow as well, and until another is chosen. */
function inChosenLanguage(conversation: Conversation, { language }: InboxItem): Conversation {
  return language ? { ...conversation, state: { ...conversation.state, language } } : conversation;
}

async function finish(turn: Turn, options: TakeTurnOptions): Promise<boolean> {
  const { task, item, conversation } = turn;
  const { store, clock } = options;
  const nowMs = clock.nowMs();
  if (item.content.kind === "withdraw") {
    await store.transaction((tx) => eraseInTurn(tx, task, nowMs));
    noteTurn(turn, undefined, options);
    return false;
  }
  const plan = planTurn(item, conversation, nowMs, options);
  const more = await store.transaction(async (tx) => {
    await saveConversation(tx, { ...plan, personId: task.personId });
    await closeInboxItem(tx, item, "done");
    return writeTurn(tx, turn, plan, nowMs);
  });
  noteTurn(turn, plan, options);
  return more;
}

async function fail(turn: Turn, error: unknown, options: TakeTurnOptions): Promise<boolean> {
  const { task, item } = turn;
  const next = afterFailedTurn(item.attempts + 1, options.retryPolicy);
  const name = error instanceof Error ? error.name : "unknown";
  options.log.error("a turn failed", { entryId: item.entryId, attempt: item.attempts + 1, reason: name });
  if (next === "set-aside") return giveUp(turn, messageOf(error), options);
  await options.store.transaction(async (tx) => {
    await noteInboxFailure(tx, item);
    await postponeLane(tx, task, next.delayMs);
  });
  return false;
}

/** Sets the message aside for staff, says sorry to the person and goes on with their next one. */
async function giveUp(turn: Turn, reason: string, options: TakeTurnOptions): Promise<boolean> {
  const { task, item, conversation } = turn;
  const { store, clock, wording, observer } = options;
  const nowMs = clock.nowMs();
  const plan: TurnPlan = {
    ...conversation,
    replies: [wording.apology(languageOf(conversation))],
    status: "failed",
  };
  const more = await store.transaction(async (tx) => {
    await closeInboxItem(tx, item, "set-aside");
    await setAside(
      tx,
      {
        personId: task.personId,
        kind: "turn-failed",
        aboutEntryId: item.entryId,
        reason: maskPersonalData(reason),
      },
      nowMs,
    );
    return writeTurn(tx, turn, plan, nowMs);
  });
  observer?.setAside?.("turn-failed");
  noteTurn(turn, plan, options);
  return more;
}

/** The talk's lines, the queued replies, and the end of the item: the part every turn has. */
async function writeTurn(tx: WritableStore, turn: Turn, plan: TurnPlan, nowMs: number): Promise<boolean> {
  const { task, item } = turn;
  const { personId, seq } = task;
  const more = await advanceLane(tx, task, task.keep);
  const replies = plan.replies.map((message) => ({ entryId: newEntryId(), message }));
  if (replies.length > 0) {
    const last = await pushLane(tx, personId, "out", replies.length);
    const first = last - replies.length + 1;
    await addOutboxItems(
      tx,
      replies.map((reply, index) => ({ ...reply, personId, seq: first + index })),
      nowMs,
    );
  }
  const { kind } = item.content;
  const text = "text" in item.content ? (item.content.text ?? "") : "";
  await addTurns(tx, personId, [
    { seq, part: 0, direction: "in", kind, text, buttons: [], atMs: item.acceptedAtMs },
    ...replies.map(({ entryId, message }, index) => ({
      seq,
      part: index + 1,
      direction: "out" as const,
      kind: "text" as const,
      text: message.text,
      buttons: message.buttons,
      ...(plan.status && { status: plan.status }),
      outboxEntryId: entryId,
      atMs: nowMs,
    })),
  ]);
  return more;
}

function noteTurn({ item }: Turn, plan: TurnPlan | undefined, options: TakeTurnOptions): void {
  if (plan && plan.replies.length > 0) options.onQueued();
  options.observer?.turnTaken?.({
    channel: item.channel,
    kind: item.content.kind,
    ...(plan?.status && { status: plan.status }),
    tookMs: options.clock.nowMs() - item.acceptedAtMs,
  });
}
