import type { OutboxState } from "../../../bot/store/index.ts";
import type { PretendMessage } from "../pretend-zalo.ts";
import type { Delivery } from "./deliver.ts";

/** A line of the talk as the store has it. */
export interface KeptTurn {
  readonly userId: string;
  readonly seq: number;
  readonly text: string;
  readonly inboxState: string;
}

/** A reply as the store has it. */
export interface KeptReply {
  readonly userId: string;
  readonly seq: number;
  readonly text: string;
  readonly state: OutboxState;
  readonly platformMessageId: string | null;
}

export interface Verdict {
  /** Acknowledged messages without exactly one turn, or whose turn was not finished. */
  readonly lost: number;
  /** People whose messages were taken, or whose replies arrived, in another order. */
  readonly outOfOrder: number;
  /** Messages at the platform beyond one for each reply. */
  readonly duplicates: number;
  /** Replies that should be at the platform and are not. */
  readonly missing: number;
  /** Replies left in the middle of a call: shown to staff, not sent again. */
  readonly unknown: number;
  /** Of those, how many the platform has. */
  readonly unknownArrived: number;
  /** Replies in a state that no kill explains. */
  readonly odd: number;
}

/** Compares what the platform delivered and received with what the store says. Pure. */
export function judge(
  delivered: readonly Delivery[],
  turns: readonly KeptTurn[],
  replies: readonly KeptReply[],
  received: readonly PretendMessage[],
): Verdict {
  const people = [...new Set(delivered.map((one) => one.userId))];
  const of = <T extends { readonly userId: string }>(rows: readonly T[], userId: string) =>
    rows.filter((row) => row.userId === userId);
  const each = people.map((userId) => {
    const arrivals = matchArrivals(of(replies, userId), of(received, userId));
    const sent = of(delivered, userId).map((one) => one.text);
    const taken = of(turns, userId);
    return {
      lost: sent.filter((text) => !takenOnce(text, taken)).length,
      outOfOrder: isSorted(taken.map((turn) => sent.indexOf(turn.text))) && isSorted(arrivals.seqs) ? 0 : 1,
      duplicates: arrivals.duplicates,
      missing: of(replies, userId).filter((reply) => reply.state === "sent" && !arrivals.arrived.has(reply))
        .length,
      unknown: of(replies, userId).filter((reply) => reply.state === "unknown").length,
      unknownArrived: [...arrivals.arrived].filter((reply) => reply.state === "unknown").length,
      odd: of(replies, userId).filter((reply) => reply.state !== "sent" && reply.state !== "unknown").length,
    };
  });
  const sum = (name: keyof Verdict) => each.reduce((total, one) => total + one[name], 0);
  return {
    lost: sum("lost"),
    outOfOrder: sum("outOfOrder"),
    duplicates: sum("duplicates"),
    missing: sum("missing"),
    unknown: sum("unknown"),
    unknownArrived: sum("unknownArrived"),
    odd: sum("odd"),
  };
}

function takenOnce(text: string, taken: readonly KeptTurn[]): boolean {
  const [first, ...more] = taken.filter((turn) => turn.text === text);
  return first?.inboxState === "done" && more.length === 0;
}

/**
 * Finds for each message at the platform the reply it is; the rest are duplicates. A reply of unknown
 * outcome can only be known by its words; where several have the same, the next in order is meant.
 */
function matchArrivals(replies: readonly KeptReply[], received: readonly PretendMessage[]) {
  const arrived = new Set<KeptReply>();
  const seqs: number[] = [];
  let duplicates = 0;
  for (const message of received) {
    const alike = replies.filter(
      (one) => one.state === "unknown" && one.text === message.text && !arrived.has(one),
    );
    const reply =
      replies.find((one) => one.platformMessageId === message.messageId) ??
      alike.find((one) => one.seq > (seqs.at(-1) ?? 0)) ??
      alike[0];
    if (!reply || arrived.has(reply)) {
      duplicates += 1;
      continue;
    }
    arrived.add(reply);
    seqs.push(reply.seq);
  }
  return { arrived, seqs, duplicates };
}

function isSorted(numbers: readonly number[]): boolean {
  return numbers.every((number, index) => index === 0 || number >= (numbers[index - 1] ?? 0));
}
