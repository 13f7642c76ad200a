import { systemClock } from "../../../bot/base/index.ts";
import { signed, textEvent } from "../zalo-events.ts";
import type { Chance } from "./chance.ts";

/** One message the platform has to deliver. */
export interface Delivery {
  readonly userId: string;
  readonly text: string;
  readonly messageId: string;
}

export interface DeliveryCount {
  /** Posts that reached a server or tried to. */
  posts: number;
  /** Posts of an event that had been posted before. */
  redeliveries: number;
  /** Answers that were neither 200 nor a broken connection; 503 of a store that is not ready is one. */
  otherAnswers: number;
}

/** Lets through as many messages as were handed out, so that every life of the server gets its share. */
export interface Gate {
  readonly hand: (count: number) => void;
  readonly pass: () => Promise<void>;
}

/** The real platform waits 30 s before it delivers again; a server is down here for about one. */
const RETRY_MS = 400;
/** Of acknowledged events this share is delivered once more, as the platform sometimes does. */
const DOUBLED = 0.15;

export function createGate(): Gate {
  let free = 0;
  const waiting: (() => void)[] = [];
  return {
    hand: (count) => {
      free += count;
      while (free > 0 && waiting.length > 0) {
        free -= 1;
        waiting.shift()?.();
      }
    },
    pass: () => {
      if (free > 0) {
        free -= 1;
        return Promise.resolve();
      }
      return new Promise((resolve) => waiting.push(resolve));
    },
  };
}

/**
 * Delivers one person's messages in order, each again and again until it is acknowledged: the order of
 * acknowledgement is then the order in which the person must be answered.
 */
export async function deliverInOrder(
  url: string,
  deliveries: readonly Delivery[],
  parts: {
    readonly gate: Gate;
    readonly chance: Chance;
    readonly count: DeliveryCount;
    readonly signal: AbortSignal;
  },
): Promise<void> {
  const { gate, chance, count, signal } = parts;
  for (const { userId, text, messageId } of deliveries) {
    await gate.pass();
    const request = signed(textEvent(text, { userId, messageId }));
    while (!signal.aborted && !(await post(url, request, count))) {
      count.redeliveries += 1;
      await systemClock.sleep(50 + chance.below(RETRY_MS));
    }
    if (chance.next() < DOUBLED) {
      count.redeliveries += 1;
      await post(url, request, count);
    }
  }
}

async function post(url: string, request: ReturnType<typeof signed>, count: DeliveryCount): Promise<boolean> {
  count.posts += 1;
  try {
    const response = await fetch(url, { method: "POST", ...request });
    await response.arrayBuffer();
    if (response.status !== 200) count.otherAnswers += 1;
    return response.status === 200;
  } catch {
    return false;
  }
}
