const HOUR_MS = 3_600_000;
/** Until then a message to the person is free. */
export const FREE_FOR_MS = 48 * HOUR_MS;
/** Until then it is taken from the package or charged; afterwards the platform refuses it. */
export const OPEN_FOR_MS = 7 * 24 * HOUR_MS;

/** Whether a person may be written to, counted from their last sign of life. */
export type SendWindow = "free" | "charged" | "closed" | "unknown";

/** `lastInteractionAtMs` is by the platform's clock; null or undefined = none is known. */
export function sendWindow(lastInteractionAtMs: number | null | undefined, nowMs: number): SendWindow {
  if (lastInteractionAtMs === null || lastInteractionAtMs === undefined) return "unknown";
  const agoMs = nowMs - lastInteractionAtMs;
  if (agoMs <= FREE_FOR_MS) return "free";
  return agoMs <= OPEN_FOR_MS ? "charged" : "closed";
}

/** What paid for a message that was taken; `unknown` when nothing tells. */
export type PaidBy = "free" | "allowance" | "charged" | "unknown";

/** Kinds of the platform's quota that cost nothing. */
const freeQuotas: readonly string[] = ["reply", "welcome_msg"];

/**
 * Reads the platform's quota object together with the window. No quota means charged, but since March 2026
 * it may be missing inside the free 48 hours as well, where nothing is charged.
 */
export function paidBy(window: SendWindow, quotaType: string | undefined): PaidBy {
  if (quotaType !== undefined) return freeQuotas.includes(quotaType) ? "free" : "allowance";
  return window === "closed" ? "charged" : window;
}
