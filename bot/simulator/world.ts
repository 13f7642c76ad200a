import type { Clock } from "../base/index.ts";

/** What the phone shows under a message. `payload` is what is sent, opened or called. */
export interface PhoneButton {
  readonly title: string;
  readonly type: string;
  readonly payload: string;
}

export interface PhoneMessage {
  readonly id: string;
  readonly from: "person" | "oa";
  readonly text: string;
  readonly buttons: readonly PhoneButton[];
  readonly atMs: number;
}

/** A citizen with a phone. */
export interface SimulatedPerson {
  readonly id: string;
  /** `left` = unfollowed and not heard of since. */
  follows: "no" | "yes" | "left";
  /** Undefined = never did anything that counts as interaction. */
  lastInteractionAtMs: number | undefined;
  /** Has written, not only followed. */
  wrote: boolean;
  /** Messages the account may send to a follower who never wrote. */
  welcomesLeft: number;
  /** The newest last. */
  readonly messages: PhoneMessage[];
  /** Only of a visitor who is not signed in. */
  conversationId?: string;
  tags: readonly string[];
}

/** One event on its way to the webhook. */
export interface Delivery {
  readonly kind: "event";
  readonly id: number;
  readonly personId: string;
  readonly atMs: number;
  readonly name: string;
  readonly body: string;
  readonly signature: string;
  state: "on-the-way" | "delivered" | "waiting" | "given-up" | "switched-off";
  /** HTTP status, or what went wrong, of each try. */
  readonly tries: { readonly outcome: string; readonly tookMs: number }[];
}

/** One call of the account's program to the platform. */
export interface ApiCall {
  readonly kind: "call";
  readonly id: number;
  readonly personId: string | undefined;
  readonly atMs: number;
  readonly name: string;
  readonly request: string;
  outcome: string;
  ok: boolean;
  answer: string;
}

/** Everything the pretend platform knows, in memory only. */
export interface World {
  /** Grows with every change. */
  readonly version: () => number;
  readonly changed: () => void;
  readonly newSerial: () => number;
  readonly find: (id: string) => SimulatedPerson | undefined;
  /** The person, made up when new. */
  readonly person: (id: string) => SimulatedPerson;
  readonly people: () => readonly SimulatedPerson[];
  readonly show: (person: SimulatedPerson, message: PhoneMessage) => void;
  readonly note: (entry: Delivery | ApiCall) => void;
  /** What happened around one person, the newest first. */
  readonly log: (personId: string) => readonly (Delivery | ApiCall)[];
  /** The webhook is switched off after an event failed for the last time. */
  webhookOn: boolean;
  /** Webhooks being posted at the moment. */
  posting: number;
  readonly clock: Clock;
}

const KEPT_PEOPLE = 20_000;
const KEPT_MESSAGES = 200;
const KEPT_LOG = 400;
const WELCOMES = 3;

export function createWorld(clock: Clock): World {
  const people = new Map<string, SimulatedPerson>();
  const log: (Delivery | ApiCall)[] = [];
  let version = 0;
  let serial = 0;
  const changed = () => {
    version += 1;
  };
  return {
    clock,
    webhookOn: true,
    posting: 0,
    version: () => version,
    changed,
    newSerial: () => {
      serial += 1;
      return serial;
    },
    find: (id) => people.get(id),
    person: (id) => {
      const known = people.get(id) ?? newPerson(id);
      people.set(id, known);
      dropOldest(people, KEPT_PEOPLE);
      return known;
    },
    people: () => [...people.values()],
    show: ({ messages }, message) => {
      messages.push(message);
      messages.splice(0, messages.length - KEPT_MESSAGES);
      changed();
    },
    note: (entry) => {
      log.push(entry);
      log.splice(0, log.length - KEPT_LOG);
      changed();
    },
    log: (personId) =>
      log.filter((entry) => entry.personId === undefined || entry.personId === personId).reverse(),
  };
}

function newPerson(id: string): SimulatedPerson {
  return {
    id,
    follows: "no",
    lastInteractionAtMs: undefined,
    wrote: false,
    welcomesLeft: WELCOMES,
    messages: [],
    tags: [],
  };
}

function dropOldest(people: Map<string, SimulatedPerson>, kept: number): void {
  const oldest = people.size > kept ? people.keys().next().value : undefined;
  if (oldest !== undefined) people.delete(oldest);
}
