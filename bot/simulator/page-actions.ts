import type { Acts } from "./acts.ts";
import { mediaKinds } from "./events.ts";
import type { Platform } from "./platform.ts";
import { normalSettings, type Settings } from "./settings.ts";

export interface ActionParts {
  readonly platform: Platform;
  readonly acts: Acts;
  /** Puts the clock forward. */
  readonly advance: (ms: number) => void;
}

const HOUR_MS = 60 * 60_000;

/** Situations of the page that are only settings. */
const situations: Readonly<Record<string, Partial<Settings>>> = {
  slow: { slowMs: 3_000 },
  fail: { failNext: 2 },
  lose: { loseAnswerNext: 1 },
  rate: { perMinute: 0 },
  quota: { paidLeft: 0 },
  double: { doubleEvents: true },
  shuffle: { shuffleEvents: true },
  normal: normalSettings,
};

/** What a form of the page asks for: `act`, and `text` or a button where the act needs it. */
export interface PageAction {
  readonly act: string;
  readonly text: string;
  readonly message: string;
  readonly button: number;
}

/** Carries out one form of the page. @returns false for an act nobody knows */
export function carryOut(
  action: PageAction,
  personId: string,
  { platform, acts, advance }: ActionParts,
): boolean {
  const { act, text } = action;
  const hours = /^advance(\d{1,3})$/.exec(act)?.[1];
  const media = mediaKinds.find((kind) => kind === act);
  const situation = Object.hasOwn(situations, act) ? situations[act] : undefined;
  const simple = simpleActs(personId, text, { platform, acts });
  if (act === "tap") acts.tap(personId, action.message, action.button);
  else if (media) acts.send(personId, media);
  else if (hours) advance(Number(hours) * HOUR_MS);
  else if (situation) Object.assign(platform.settings, situation);
  else if (Object.hasOwn(simple, act)) simple[act]?.();
  else return false;
  platform.world.changed();
  return true;
}

function simpleActs(
  personId: string,
  text: string,
  { platform, acts }: Pick<ActionParts, "platform" | "acts">,
): Readonly<Record<string, () => unknown>> {
  return {
    say: () => text.trim() !== "" && acts.say(personId, text),
    staff: () => text.trim() !== "" && acts.staffSay(personId, text),
    follow: () => acts.follow(personId),
    unfollow: () => acts.unfollow(personId),
    withdraw: () => acts.withdraw(personId),
    expire: () => platform.tokens.expireAccess(),
    webhook: () => {
      platform.world.webhookOn = true;
    },
  };
}
