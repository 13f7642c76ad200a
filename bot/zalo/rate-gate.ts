import type { Clock } from "../base/index.ts";
import { ZaloRefusedError } from "./errors.ts";
import type { RateHeaders } from "./transport.ts";

/** The platform counts by the minute. */
const PERIOD_MS = 60_000;
/** After a refusal: doubled each time in a row, up to the cap. */
const FIRST_BACK_OFF_MS = 1_000;
const MAX_BACK_OFF_MS = 60_000;
/** Shorter waits are sat out; for longer ones the caller is better served by an answer. */
const LONGEST_WAIT_MS = 2_000;

/** Keeps one account below the platform's rate. */
export interface RateGate {
  /**
   * Returns when a call may be made.
   * @throws ZaloRefusedError -32 with `retryAfterMs` when that would take longer than two seconds.
   */
  pass(method: string): Promise<void>;
  /** What an answer's headers say. */
  seen(rate: RateHeaders): void;
  accepted(): void;
  /** The platform refused a call for its rate. */
  refused(retryAfterMs?: number): void;
}

/** `random` gives 0–1 and spreads the waits of several processes. */
export function createRateGate(clock: Clock, random: () => number = Math.random): RateGate {
  let closedUntilMs = 0;
  let backOffMs = FIRST_BACK_OFF_MS;
  const closeFor = (ms: number) => {
    closedUntilMs = Math.max(closedUntilMs, clock.nowMs() + ms);
  };
  return {
    async pass(method) {
      const waitMs = closedUntilMs - clock.nowMs();
      if (waitMs <= 0) return;
      if (waitMs > LONGEST_WAIT_MS) {
        throw new ZaloRefusedError({ family: "oa", method, code: -32, retryAfterMs: waitMs });
      }
      await clock.sleep(waitMs);
    },
    seen({ remain }) {
      // Nobody documents when the count starts again, so a whole period is the safe guess.
      if (remain === 0) closeFor(PERIOD_MS);
    },
    accepted() {
      backOffMs = FIRST_BACK_OFF_MS;
    },
    refused(retryAfterMs) {
      closeFor(retryAfterMs ?? backOffMs * (0.5 + random() / 2));
      backOffMs = Math.min(backOffMs * 2, MAX_BACK_OFF_MS);
    },
  };
}
