import { isSecureUrl, zaloLimits } from "../zalo/index.ts";
import { type Answer, refused } from "./answer.ts";
import type { Settings } from "./settings.ts";
import type { WireButton, WireMessage } from "./wire.ts";
import type { SimulatedPerson } from "./world.ts";

const HOUR_MS = 60 * 60_000;
export const windows = { freeMs: 48 * HOUR_MS, closedMs: 7 * 24 * HOUR_MS } as const;

/** Which allowance pays; `charged` has none and the answer names none. */
export type Allowance = "reply" | "welcome_msg" | "sub_quota";

/** Whether this person may be written to now, and who pays. Pure. */
export function sendingRight(
  person: SimulatedPerson | undefined,
  settings: Pick<Settings, "paidLeft">,
  nowMs: number,
): { readonly refusal: Answer } | { readonly allowance: Allowance } {
  if (!person) return { refusal: refused(-201, "user_id is invalid") };
  if (person.follows === "left") return { refusal: refused(-213, "User has not followed OA") };
  if (person.lastInteractionAtMs === undefined)
    return { refusal: refused(-232, "User has no interaction with OA") };
  const silentMs = nowMs - person.lastInteractionAtMs;
  if (silentMs > windows.closedMs)
    return { refusal: refused(-230, "User has not interacted with the OA in 7 days") };
  if (!person.wrote) {
    return person.welcomesLeft > 0
      ? { allowance: "welcome_msg" }
      : { refusal: refused(-232, "User has no interaction with OA") };
  }
  if (silentMs <= windows.freeMs) return { allowance: "reply" };
  return settings.paidLeft > 0 ? { allowance: "sub_quota" } : { refusal: refused(-211, "Out of quota") };
}

/** The first thing about a message that the platform refuses. Counts letters as received, not composed. Pure. */
export function messageRefusal({ text, buttons }: WireMessage): Answer | undefined {
  if (text.trim() === "") return refused(-201, "message.text is invalid");
  if (lengthAsSent(text) > zaloLimits.text) return refused(-210, "message.text exceeds 2000 characters");
  if (buttons.length > zaloLimits.buttons) return refused(-210, "buttons exceeds 5 elements");
  for (const [at, button] of buttons.entries()) {
    const refusal = buttonRefusal(button, `buttons[${at}]`);
    if (refusal) return refusal;
  }
  return undefined;
}

function buttonRefusal({ title, type, payload }: WireButton, name: string): Answer | undefined {
  if (title.trim() === "") return refused(-201, `${name}.title is invalid`);
  if (lengthAsSent(title) > zaloLimits.buttonTitle)
    return refused(-210, `${name}.title exceeds 100 characters`);
  switch (type) {
    case "oa.open.url":
      return isSecureUrl(payload) ? undefined : refused(-201, `${name}.payload.url is invalid`);
    case "oa.open.phone":
    case "oa.open.sms":
      return /^\d{4,15}$/.test(payload) ? undefined : refused(-201, `${name}.payload.phone_code is invalid`);
    case "oa.query.show":
    case "oa.query.hide":
      return lengthAsSent(payload) > zaloLimits.queryPayload
        ? refused(-210, `${name}.payload exceeds 1000 characters`)
        : undefined;
  }
}

function lengthAsSent(text: string): number {
  return [...text].length;
}
