import { type Clock, type Log, messageOf, type PersonId } from "../base/index.ts";
import {
  noteReferralOpened,
  noteReferralStarted,
  type ReferralLink,
  readReferralLink,
  type Store,
} from "../store/index.ts";
import { codeNamed } from "./referral-code.ts";

/** Somebody wrote with a code. */
export interface Referral {
  readonly personId: PersonId;
  readonly code: string;
  readonly atMs: number;
}

/** Finds links and counts what comes of them. Counting never fails for its caller. */
export interface Referrals {
  /** The link with this code, written in any case; undefined when there is none. */
  readonly find: (code: unknown) => Promise<ReferralLink | undefined>;
  /** The link's page was shown to somebody. */
  readonly opened: (link: ReferralLink) => Promise<void>;
  /** A person wrote with a code; one that is no link's is left alone. */
  readonly started: (referral: Referral) => Promise<void>;
}

export function createReferrals(parts: {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
}): Referrals {
  const { store, clock, log } = parts;
  const find = async (value: unknown) => {
    const code = codeNamed(value);
    return code === undefined ? undefined : readReferralLink(store, code);
  };
  const surely = async (count: () => Promise<unknown>) => {
    try {
      await count();
    } catch (error) {
      // A number that is one too low must cost nobody their page or their answer.
      log.error("a referral could not be counted", { reason: messageOf(error) });
    }
  };
  return {
    find,
    opened: ({ code }) =>
      surely(() => store.transaction((tx) => noteReferralOpened(tx, code, clock.nowMs()), "relaxed")),
    started: (referral) =>
      surely(async () => {
        if (await find(referral.code)) await store.transaction((tx) => noteReferralStarted(tx, referral));
      }),
  };
}
