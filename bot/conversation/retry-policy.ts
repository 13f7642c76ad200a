/** How often and how long things are tried. Delays in ms. */
export interface RetryPolicy {
  readonly turnAttempts: number;
  readonly turnDelaysMs: readonly number[];
  readonly crashClaims: number;
  readonly sendAttempts: number;
  readonly sendFirstDelayMs: number;
  readonly sendDelayCapMs: number;
  readonly sendDeadlineMs: number;
  readonly inLeaseMs: number;
  readonly outLeaseMs: number;
  readonly pollMs: number;
}

/** The longest pause a far end can ask for; more would hold back the person's later replies for too long. */
const RETRY_AFTER_CAP_MS = 30 * 60_000;

export const retryPolicy: RetryPolicy = {
  /**
   * Answering is pure, so what fails twice fails always; the second try is for a store that was away.
   * The person waits at most the sum of the delays for the apology.
   */
  turnAttempts: 3,
  turnDelaysMs: [1_000, 5_000],
  /**
   * A message found unfinished this often kills the process itself. Far above what restarts for other
   * reasons can reach: a message is in hand for milliseconds.
   */
  crashClaims: 8,
  /**
   * 1 s, 2 s, 4 s … 512 s, then every ten minutes: about three and a half hours in all. Longer would
   * bring an answer nobody waits for; shorter would not outlast a usual failure of the platform.
   */
  sendAttempts: 30,
  sendFirstDelayMs: 1_000,
  sendDelayCapMs: 10 * 60_000,
  /** Longer than a client's own time limits with one token refresh between; then the outcome is unknown. */
  sendDeadlineMs: 45_000,
  /** A turn takes milliseconds; another process takes over this soon after one has died. */
  inLeaseMs: 15_000,
  /** Must be longer than the deadline, or a reply in flight would be called unknown. */
  outLeaseMs: 60_000,
  /** How late a retry, or work left by another process, is noticed. New work wakes the flow at once. */
  pollMs: 500,
};

/** What to do with a turn that failed for the `attempts`-th time. */
export function afterFailedTurn(
  attempts: number,
  policy: RetryPolicy,
): { readonly delayMs: number } | "set-aside" {
  if (attempts >= policy.turnAttempts) return "set-aside";
  return { delayMs: policy.turnDelaysMs[attempts - 1] ?? policy.turnDelaysMs.at(-1) ?? 0 };
}

/**
 * What to do with a reply that was not delivered at the `attempts`-th call.
 * @param retryAfterMs the pause the far end asked for, if any
 * @param chance a number in 0–1 that spreads retries by a fifth to either side, so that after a
 * failure of the platform not everybody comes back at the same moment
 */
export function afterFailedSend(
  attempts: number,
  retryAfterMs: number | undefined,
  chance: number,
  policy: RetryPolicy,
): { readonly delayMs: number } | "give-up" {
  if (attempts >= policy.sendAttempts) return "give-up";
  const backOffMs = Math.min(policy.sendFirstDelayMs * 2 ** (attempts - 1), policy.sendDelayCapMs);
  const spreadMs = backOffMs * (0.8 + 0.4 * chance);
  return { delayMs: Math.max(spreadMs, Math.min(retryAfterMs ?? 0, RETRY_AFTER_CAP_MS)) };
}
