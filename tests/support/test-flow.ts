import { type PersonId, personId, silentLog, systemClock } from "../../bot/base/index.ts";
import {
  createFlow,
  type Flow,
  type FlowOptions,
  type Mind,
  retryPolicy,
} from "../../bot/conversation/index.ts";
import type {
  Answer,
  InboundContent,
  InboundEvent,
  OutgoingMessage,
  Question,
  ReplyMessage,
  SendOutcome,
} from "../../bot/domain/index.ts";
import type { Store } from "../../bot/store/index.ts";

export function plain(text: string): ReplyMessage {
  return { text, buttons: [] };
}

/** Answers with the question; "person" hands over, "bug" throws. */
export function testAnswer({ text, state }: Question): Answer {
  if (text === "bug") throw new TypeError("cannot read 079123456789 of undefined");
  return {
    status: text === "person" ? "handoff.person" : "answered.card",
    language: "vi",
    procedures: [],
    facets: [],
    decided: {},
    messages: [plain(`re: ${text}`)],
    state: { ...state, earlier: [text, ...(state.earlier ?? [])].slice(0, 3) },
  };
}

export const testMind: Mind = {
  answer: testAnswer,
  replyToContent: (content, state) => ({ messages: [plain(`kind: ${content.kind}`)], state }),
  wording: {
    apology: () => plain("sorry"),
    staffAnswer: ({ cause }) => plain(`staff: ${cause}`),
    botIsBack: () => plain("bot is back"),
  },
};

/** The policy's shape with waits a test can sit out. */
export const quickPolicy = {
  ...retryPolicy,
  turnDelaysMs: [5, 10],
  sendAttempts: 4,
  sendFirstDelayMs: 10,
  sendDelayCapMs: 40,
  pollMs: 20,
};

export interface TestFlow extends Flow {
  /** Texts that reached the far end, in order, per person. */
  readonly received: (person: PersonId) => readonly string[];
  /** A person writes; gives what `accept` gives. */
  readonly say: (person: PersonId, text: string, key?: string) => Promise<"accepted" | "duplicate">;
  readonly bring: (person: PersonId, content: InboundContent) => Promise<"accepted" | "duplicate">;
}

/** What the far end makes of one message; undefined = delivered. */
export type FarEnd = (message: OutgoingMessage) => Promise<SendOutcome | undefined>;

let events = 0;

export function event(person: PersonId, content: InboundContent, eventKey?: string): InboundEvent {
  events += 1;
  return {
    channel: person.startsWith("web:") ? "web" : "zalo",
    personId: person,
    eventKey: eventKey ?? `event-${process.pid}-${events}`,
    sentAtMs: systemClock.nowMs(),
    content,
  };
}

/** A flow on the store with a far end in memory. Not started. */
export function makeFlow(
  store: Store,
  change: Partial<FlowOptions> & { readonly farEnd?: FarEnd } = {},
): TestFlow {
  const arrived: OutgoingMessage[] = [];
  const { farEnd, ...options } = change;
  const send = async (message: OutgoingMessage): Promise<SendOutcome> => {
    const outcome = await farEnd?.(message);
    if (outcome && outcome.kind !== "sent") return outcome;
    arrived.push(message);
    return outcome ?? { kind: "sent", platformMessageId: `p${arrived.length}` };
  };
  const flow = createFlow({
    store,
    ...testMind,
    senders: { zalo: send, web: send },
    clock: systemClock,
    log: silentLog,
    retryPolicy: quickPolicy,
    ...options,
  });
  const bring = (person: PersonId, content: InboundContent) => flow.accept(event(person, content));
  return {
    ...flow,
    received: (person) => arrived.filter((one) => one.personId === person).map((one) => one.message.text),
    say: (person, text, key) => flow.accept(event(person, { kind: "text", text }, key)),
    bring,
  };
}

export const an = personId("zalo", "1001");
export const binh = personId("zalo", "1002");
