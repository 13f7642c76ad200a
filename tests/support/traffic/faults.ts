import type { Settings } from "../../../bot/simulator/settings.ts";
import { normalSettings } from "../../../bot/simulator/settings.ts";
import type { Chance } from "../torture/chance.ts";

/** What may go wrong at the platform for a while, by its name in the report. */
export const faults: Readonly<Record<string, (chance: Chance) => Partial<Settings>>> = {
  none: () => ({}),
  "every event twice": () => ({ doubleEvents: true }),
  "out of order": () => ({ shuffleEvents: true }),
  "twice and out of order": () => ({ doubleEvents: true, shuffleEvents: true }),
  "slow answers": (chance) => ({ slowMs: 50 + chance.below(250) }),
  "sends refused for now": (chance) => ({ refuseNext: 1 + chance.below(6), refuseCode: -200 }),
  "over the rate": (chance) => ({ perMinute: 5 + chance.below(20) }),
  "answers lost on the way": (chance) => ({ loseAnswerNext: 1 + chance.below(2) }),
  "server errors": (chance) => ({ failNext: 1 + chance.below(2) }),
};

/** Access tokens that end every two hours: a day sees a dozen renewals instead of one. */
export const daySettings: Settings = { ...normalSettings, accessTokenS: 2 * 60 * 60 };

/** The settings for the next half hour. Half of the time nothing is wrong. */
export function nextFault(chance: Chance): { readonly name: string; readonly settings: Settings } {
  const names = Object.keys(faults);
  const name = chance.next() < 0.4 ? "none" : (names[chance.below(names.length)] ?? "none");
  return { name, settings: { ...daySettings, ...faults[name]?.(chance) } };
}
