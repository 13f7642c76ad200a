import type { OutboxState } from "../../../bot/store/index.ts";

/** A message of a person as the store took it, with the replies of its turn. */
export interface TakenMessage {
  readonly personId: string;
  readonly seq: number;
  readonly state: string;
  readonly atMs: number;
  readonly replies: readonly TakenReply[];
}

export interface TakenReply {
  readonly status: string | null;
  readonly state: OutboxState;
  readonly text: string;
  readonly platformMessageId: string | null;
}

/** A message of the account on a person's phone. */
export interface ShownMessage {
  readonly personId: string;
  readonly id: string;
  readonly text: string;
}

export interface TrafficVerdict {
  readonly accepted: number;
  /** Every reply of the turn is on the phone, once. */
  readonly answeredOnce: number;
  /** Rightly without an answer: staff have the word. */
  readonly leftToStaff: number;
  /** Nobody can know whether the reply arrived, and it did not: not sent again, staff see it. */
  readonly shownToStaff: number;
  /** Done by people and not in the store once they were acknowledged. */
  readonly lost: number;
  /** Taken in more often than done. */
  readonly takenTwice: number;
  readonly unanswered: number;
  /** Replies of unknown outcome, arrived or not; each has to have a row for staff. */
  readonly unknown: number;
  /** Messages on phones beyond one for each reply. */
  readonly doubled: number;
  /** Replies that were sent by our books and are on no phone, or that were refused or given up. */
  readonly missing: number;
}

/** How long a hand-over to staff silences the bot. */
const HANDOVER_MS = 12 * 60 * 60_000;

/** Compares what people did, what the store says and what their phones show. Pure. */
export function judgeTraffic(
  done: ReadonlyMap<string, number>,
  taken: readonly TakenMessage[],
  shown: readonly ShownMessage[],
): TrafficVerdict {
  const ofPerson = group(taken);
  const onPhone = group(shown);
  const people = [...new Set([...done.keys(), ...ofPerson.keys(), ...onPhone.keys()])];
  const each = people.map((person) => {
    const mine = [...(ofPerson.get(person) ?? [])].sort((a, b) => a.seq - b.seq);
    return judgePerson(done.get(person) ?? 0, mine, onPhone.get(person) ?? []);
  });
  const sum = (name: keyof TrafficVerdict) => each.reduce((total, one) => total + one[name], 0);
  return {
    accepted: sum("accepted"),
    answeredOnce: sum("answeredOnce"),
    leftToStaff: sum("leftToStaff"),
    shownToStaff: sum("shownToStaff"),
    lost: sum("lost"),
    takenTwice: sum("takenTwice"),
    unanswered: sum("unanswered"),
    unknown: sum("unknown"),
    doubled: sum("doubled"),
    missing: sum("missing"),
  };
}

/** Whether a promise was broken. `setAside` = rows that staff see. */
export function isBroken(verdict: TrafficVerdict & { readonly setAside: number }): boolean {
  const { lost, takenTwice, unanswered, doubled, missing, unknown, setAside } = verdict;
  return lost + takenTwice + unanswered + doubled + missing > 0 || unknown !== setAside;
}

function judgePerson(
  done: number,
  taken: readonly TakenMessage[],
  shown: readonly ShownMessage[],
): TrafficVerdict {
  const left = [...shown];
  // By id first, so that an unknown reply cannot claim another's message.
  const byId = new Set<TakenReply>();
  for (const reply of taken.flatMap(({ replies }) => replies)) {
    const at = left.findIndex(({ id }) => id === reply.platformMessageId);
    if (at >= 0) byId.add(reply);
    if (at >= 0) left.splice(at, 1);
  }
  const arrived = (reply: TakenReply): boolean => {
    if (byId.has(reply)) return true;
    const at = reply.state === "unknown" ? left.findIndex(({ text }) => text === reply.text) : -1;
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  };
  let humanUntilMs = 0;
  const ends = taken.map((message) => {
    const end = endOf(message, arrived, message.atMs < humanUntilMs);
    if (message.replies.some(({ status }) => status === "handoff.person"))
      humanUntilMs = message.atMs + HANDOVER_MS;
    return end;
  });
  const count = (end: ReturnType<typeof endOf>) => ends.filter((one) => one === end).length;
  return {
    accepted: taken.length,
    answeredOnce: count("answered"),
    leftToStaff: count("left-to-staff"),
    shownToStaff: count("shown-to-staff"),
    lost: Math.max(0, done - taken.length),
    takenTwice: Math.max(0, taken.length - done),
    unanswered: count("unanswered"),
    unknown: taken.flatMap(({ replies }) => replies).filter(({ state }) => state === "unknown").length,
    doubled: left.length,
    missing: count("missing"),
  };
}

function endOf(
  { state, replies }: TakenMessage,
  arrived: (reply: TakenReply) => boolean,
  staffHaveTheWord: boolean,
): "answered" | "left-to-staff" | "shown-to-staff" | "unanswered" | "missing" {
  // Looked for in any case: an apology on the phone is not a message too many.
  const gone = replies.filter((reply) => !arrived(reply));
  if (state !== "done") return "unanswered";
  if (replies.length === 0) return staffHaveTheWord ? "left-to-staff" : "unanswered";
  if (gone.length === 0) return "answered";
  return gone.every((reply) => reply.state === "unknown") ? "shown-to-staff" : "missing";
}

function group<T extends { readonly personId: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const mine = groups.get(row.personId) ?? [];
    mine.push(row);
    groups.set(row.personId, mine);
  }
  return groups;
}
