import { type Clock, type Log, messageOf, type PersonId } from "../../base/index.ts";
import type { OutgoingMessage, Send, SendOutcome } from "../../domain/index.ts";
import {
  type MessagesApi,
  type Recipient,
  type SendQuota,
  type SentMessage,
  ZaloRefusedError,
  ZaloUnreachableError,
} from "../../zalo/index.ts";
import { recipientOf } from "./person.ts";
import { renderReply, renderWithoutButtons, type TextMessage } from "./render.ts";
import { type PaidBy, paidBy, sendWindow } from "./window.ts";

/** What a send used up, for the account's books. */
export interface SendReport {
  readonly personId: PersonId;
  readonly paidBy: PaidBy;
  /** What the platform said of its allowances. */
  readonly quota?: SendQuota;
}

/** What sending needs. */
export interface ZaloSendParts {
  readonly client: Pick<MessagesApi, "send">;
  /** The person's last sign of life, ms UTC; null when none is known. */
  readonly lastInteractionAtMs: (personId: PersonId) => Promise<number | null>;
  readonly onSent?: (report: SendReport) => Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
}

/** The platform's codes for "this kind of message does not work", worth another try without buttons. */
const buttonsRefused: readonly number[] = [-201, -233];
/** While an administrator has to connect the account again, trying more often helps nobody. */
const NOT_CONNECTED_RETRY_MS = 5 * 60_000;

/** Sends replies to people on Zalo. The outcome says whether trying again is safe. */
export function createZaloSend(parts: ZaloSendParts): Send {
  return async (message) => {
    try {
      const window = sendWindow(await parts.lastInteractionAtMs(message.personId), parts.clock.nowMs());
      if (window === "closed") {
        return {
          kind: "refused",
          reason: "the person has not written for seven days; the platform takes nothing",
        };
      }
      return await sendParts(message, window, parts);
    } catch (error) {
      return outcomeOf(error);
    }
  };
}

async function sendParts(
  message: OutgoingMessage,
  window: ReturnType<typeof sendWindow>,
  parts: ZaloSendParts,
): Promise<SendOutcome> {
  const to = recipientOf(message.personId);
  const texts = renderReply(message.message);
  let last: SentMessage | undefined;
  for (const [index, text] of texts.entries()) {
    try {
      last = await sendOne(to, text, message, parts);
    } catch (error) {
      // Sending the whole again would repeat what the person already has.
      if (index > 0)
        return { kind: "unknown", reason: `sent ${index} of ${texts.length} parts: ${messageOf(error)}` };
      throw error;
    }
    const { quota } = last;
    const report = {
      personId: message.personId,
      paidBy: paidBy(window, quota?.type),
      ...(quota && { quota }),
    };
    await tell(report, parts);
  }
  return last
    ? { kind: "sent", platformMessageId: last.messageId }
    : { kind: "refused", reason: "empty message" };
}

async function sendOne(
  to: Recipient,
  text: TextMessage,
  message: OutgoingMessage,
  { client, log }: ZaloSendParts,
): Promise<SentMessage> {
  try {
    return await client.send(to, text);
  } catch (error) {
    const plain = renderWithoutButtons({ ...message.message, text: text.text })[0];
    if (!(error instanceof ZaloRefusedError && mayBeButtons(error)) || !text.buttons || !plain) throw error;
    log.warn("zalo refused a message with buttons; sent without", { code: error.code });
    return client.send(to, plain);
  }
}

/** -201 names the field that is wrong; when that is the person, no other message will do. */
function mayBeButtons({ code, platformMessage }: ZaloRefusedError): boolean {
  return buttonsRefused.includes(code) && !/user|recipient/i.test(platformMessage);
}

/** Book-keeping must not make a delivered message look failed. */
async function tell(report: SendReport, { onSent, log }: ZaloSendParts): Promise<void> {
  await onSent?.(report).catch((error: unknown) => {
    log.error("a sent message could not be counted", { reason: messageOf(error) });
  });
}

function outcomeOf(error: unknown): SendOutcome {
  if (error instanceof ZaloUnreachableError) {
    return { kind: error.maybeDelivered ? "unknown" : "retry", reason: error.message };
  }
  if (error instanceof ZaloRefusedError) {
    const reason = error.message;
    if (error.family === "oauth") return { kind: "retry", reason, retryAfterMs: NOT_CONNECTED_RETRY_MS };
    if (!error.retryable) return { kind: "refused", reason };
    return {
      kind: "retry",
      reason,
      ...(error.retryAfterMs !== undefined && { retryAfterMs: error.retryAfterMs }),
    };
  }
  // Before any call was made: the store did not answer.
  return { kind: "retry", reason: messageOf(error) };
}
