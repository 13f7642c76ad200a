import { type RequestHandler, Router } from "express";
import { type Clock, type Log, messageOf, systemClock } from "../../base/index.ts";
import type { InboundEvent } from "../../domain/index.ts";
import { type Count, onlyMethods, rawJsonBody } from "../../http/index.ts";
import type { Referral } from "../../referral/index.ts";
import { judgeWebhook, type Verdict } from "./judge-webhook.ts";
import type { SigningKeys } from "./signature.ts";

/** What the webhook needs. */
export interface ZaloWebhookParts {
  readonly keys: SigningKeys;
  /** Stores the event once; rejects when the store is down. */
  readonly accept: (event: InboundEvent) => Promise<"accepted" | "duplicate">;
  /** Told of a referral code in a message that was just accepted. */
  readonly onReferral?: (referral: Referral) => Promise<void>;
  readonly count: Count<"outcome">;
  readonly clock: Clock;
  readonly log: Log;
}

/** An event is far smaller; what is larger does not come from the platform. */
const BODY_LIMIT_BYTES = 256 * 1024;
/** The platform waits two seconds. A store slower than this counts as down, and the event comes again. */
const ACCEPT_WITHIN_MS = 1_700;

/**
 * `POST /webhooks/zalo`: verify the bytes, parse, store, 200. Everything else happens from the inbox.
 * What is not ours to act on is answered 200 as well: any other status can end the subscription.
 */
export function zaloWebhook(parts: ZaloWebhookParts): Router {
  const router = Router();
  router
    .route("/webhooks/zalo")
    .get((_req, res) => {
      res.type("text/plain").send("ok\n");
    })
    .post(...rawJsonBody({ limitBytes: BODY_LIMIT_BYTES }), receive(parts))
    .all(onlyMethods("POST", "GET"));
  return router;
}

function receive(parts: ZaloWebhookParts): RequestHandler {
  const { keys, clock, count } = parts;
  return async (req, res) => {
    const rawBody: unknown = req.body;
    const verdict = judgeWebhook(
      {
        rawBody: rawBody instanceof Uint8Array ? rawBody : new Uint8Array(),
        signature: req.get("x-zevent-signature"),
        headerTimestamp: req.get("x-zevent-timestamp"),
      },
      keys,
      clock.nowMs(),
    );
    const { outcome, status } =
      verdict.kind === "event" ? await take(verdict, parts) : dropped(verdict, parts.log);
    count({ outcome });
    res.status(status).json({});
  };
}

interface Outcome {
  readonly outcome: string;
  readonly status: number;
}

async function take(verdict: Extract<Verdict, { kind: "event" }>, parts: ZaloWebhookParts): Promise<Outcome> {
  const { event, note, name, referral } = verdict;
  if (note) parts.log.info("zalo webhook verified in an unusual way", { reason: note });
  try {
    const outcome = await withinTime(parts.accept(event));
    if (referral && outcome === "accepted") {
      await parts.onReferral?.({ personId: event.personId, code: referral, atMs: event.sentAtMs });
    }
    return { outcome, status: 200 };
  } catch (error) {
    parts.log.error("zalo event could not be stored", { event: name, reason: messageOf(error) });
    return { outcome: "not-stored", status: 503 };
  }
}

/** A forged event changes nothing, but somebody has to know: it may be a wrong key in the settings. */
function dropped(verdict: Exclude<Verdict, { kind: "event" }>, log: Log): Outcome {
  switch (verdict.kind) {
    case "check":
      return { outcome: "check", status: 200 };
    case "unreadable":
      return { outcome: "unreadable", status: 400 };
    case "forged":
      log.warn("zalo webhook with a bad signature; check ZALO_APP_ID and ZALO_OA_SECRET_KEY", {
        event: "bad-signature",
        reason: verdict.reason,
      });
      return { outcome: "bad-signature", status: 200 };
    case "late":
      log.warn("zalo event outside the clock tolerance; is this machine's clock right?", { event: "late" });
      return { outcome: "late", status: 200 };
    case "ignored":
      log.debug("zalo event ignored", { event: verdict.name, reason: verdict.reason });
      return { outcome: `ignored-${verdict.reason}`, status: 200 };
  }
}

/** The platform waits in real time, also when the program's clock is put forward. */
async function withinTime<T>(work: Promise<T>): Promise<T> {
  const finished = new AbortController();
  const late = systemClock.sleep(ACCEPT_WITHIN_MS, finished.signal).then(() => {
    throw new Error("the store took too long");
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    // Ends the timer; its throw has nobody waiting any more.
    late.catch(() => undefined);
    finished.abort();
  }
}
