import { setMaxListeners } from "node:events";
import { type Clock, type Log, messageOf } from "../base/index.ts";
import { webhookSignature } from "../zalo/index.ts";
import type { SimulatedAccount } from "./account.ts";
import type { PlatformEvent } from "./events.ts";
import type { Settings } from "./settings.ts";
import type { Delivery, World } from "./world.ts";

/** The platform's patience with a webhook, and when it comes again after anything but a 200 in time. */
export const webhookRules = {
  patienceMs: 2_000,
  againAfterMs: [30_000, 5 * 60_000, 15 * 60_000, 30 * 60_000, 60 * 60_000],
} as const;

/** An event that may overtake others is held back for at most this long. */
const SHUFFLE_MS = 400;

export interface Deliverer {
  /** Signs the event and posts it, again and again where needed. */
  readonly post: (personId: string, event: PlatformEvent) => void;
  /** Where to post; events wait until it is known. */
  readonly connect: (webhookUrl: string) => void;
  /** Ends all waiting; what was not delivered never will be. */
  readonly stop: () => void;
}

export interface DelivererParts {
  readonly account: SimulatedAccount;
  readonly world: World;
  readonly settings: Settings;
  readonly clock: Clock;
  readonly log: Log;
  /** 0–1; decides who overtakes whom. */
  readonly random: () => number;
}

export function createDeliverer(parts: DelivererParts): Deliverer {
  const { account, world, settings, clock, random } = parts;
  const stopping = new AbortController();
  // Every event that waits for its next try listens to it.
  setMaxListeners(0, stopping.signal);
  const lanes = new Map<string, Promise<void>>();
  let known: (url: string) => void = () => undefined;
  const webhookUrl = new Promise<string>((resolve) => {
    known = resolve;
  });
  const send = async (delivery: Delivery) =>
    attempt(delivery, await webhookUrl, 0, { ...parts, signal: stopping.signal });

  const queue = (delivery: Delivery) => {
    if (settings.shuffleEvents) {
      void clock.sleep(random() * SHUFFLE_MS, stopping.signal).then(() => send(delivery));
      return;
    }
    const before = lanes.get(delivery.personId) ?? Promise.resolve();
    const lane = before.then(() => send(delivery));
    lanes.set(delivery.personId, lane);
    void lane.then(() => {
      if (lanes.get(delivery.personId) === lane) lanes.delete(delivery.personId);
    });
  };

  return {
    connect: (url) => known(url),
    stop: () => stopping.abort(),
    post: (personId, event) => {
      const times = settings.doubleEvents ? 2 : 1;
      for (let time = 0; time < times; time += 1) {
        const delivery = newDelivery(account, world, personId, event);
        world.note(delivery);
        if (world.webhookOn) queue(delivery);
        else delivery.state = "switched-off";
      }
    },
  };
}

function newDelivery(
  account: SimulatedAccount,
  world: World,
  personId: string,
  event: PlatformEvent,
): Delivery {
  const body = JSON.stringify(event);
  const signed = {
    appId: account.appId,
    rawBody: Buffer.from(body),
    timestamp: String(event.timestamp),
    oaSecretKey: account.oaSecretKeys[0],
  };
  return {
    kind: "event",
    id: world.newSerial(),
    personId,
    atMs: world.clock.nowMs(),
    name: event.event_name,
    body,
    signature: `mac=${webhookSignature(signed)}`,
    state: "on-the-way",
    tries: [],
  };
}

type AttemptParts = DelivererParts & { readonly signal: AbortSignal };

/** One try; a failed one is repeated later without holding up the person's next events. Never throws. */
async function attempt(delivery: Delivery, url: string, retry: number, parts: AttemptParts): Promise<void> {
  const { world, clock, log, signal } = parts;
  if (signal.aborted) return;
  const startedAtMs = clock.nowMs();
  world.posting += 1;
  const outcome = await postOnce(delivery, url, retry, signal);
  world.posting -= 1;
  delivery.tries.push({ outcome, tookMs: clock.nowMs() - startedAtMs });
  const waitMs = outcome === "200" ? undefined : webhookRules.againAfterMs[retry];
  if (outcome === "200") delivery.state = "delivered";
  else if (waitMs !== undefined) delivery.state = "waiting";
  else {
    delivery.state = "given-up";
    world.webhookOn = false;
    log.warn("the simulator gave up on the webhook and switched it off", {
      event: delivery.name,
      status: outcome,
    });
  }
  world.changed();
  if (waitMs === undefined) return;
  void clock.sleep(waitMs, signal).then(() => attempt(delivery, url, retry + 1, parts));
}

async function postOnce(
  delivery: Delivery,
  url: string,
  retry: number,
  signal: AbortSignal,
): Promise<string> {
  try {
    const response = await fetch(url, {
      method: "POST",
      body: delivery.body,
      headers: {
        "content-type": "application/json",
        "x-zevent-signature": delivery.signature,
        ...(retry > 0 && { num_retry: String(retry) }),
      },
      signal: AbortSignal.any([signal, AbortSignal.timeout(webhookRules.patienceMs)]),
    });
    await response.arrayBuffer();
    return String(response.status);
  } catch (error) {
    return error instanceof Error && error.name === "TimeoutError" ? "no answer in 2 s" : messageOf(error);
  }
}
