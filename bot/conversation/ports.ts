import type { ChannelName, Clock, Log } from "../base/index.ts";
import type {
  Answer,
  AnswerStatus,
  ConversationState,
  InboundContent,
  Language,
  Question,
  ReplyMessage,
  Send,
} from "../domain/index.ts";
import type { SetAsideKind, Store } from "../store/index.ts";
import type { RetryPolicy } from "./retry-policy.ts";

/** What comes in besides text and gets a reply of its own kind. */
export type OtherContent = Exclude<
  InboundContent,
  | { readonly kind: "text" }
  | { readonly kind: "unfollow" }
  | { readonly kind: "withdraw" }
  | { readonly kind: "staff-reply" | "staff-hand-back" }
>;

/** A reply to a sticker, a place, a new follower… No messages = silence. */
export interface ContentReply {
  readonly messages: readonly ReplyMessage[];
  readonly state: ConversationState;
  readonly status?: AnswerStatus;
}

/** Who takes over from the bot, and why. */
export interface HandoverNews {
  /** `staff-reply`: staff wrote by themselves. `asked`: the answer handed the person over. */
  readonly cause: "staff-reply" | "asked";
  /** When the bot answers again by itself, ms UTC. */
  readonly untilAtMs: number;
  readonly language: Language;
}

/** The words the flow itself needs. */
export interface FlowWording {
  /** A message could not be answered; staff will see it. */
  readonly apology: (language: Language) => ReplyMessage;
  /** Sent once, when staff take over; undefined where the answer has said it already. */
  readonly staffAnswer: (news: HandoverNews) => ReplyMessage | undefined;
  readonly botIsBack: (language: Language) => ReplyMessage;
}

/** Everything that decides what is said. Pure: same arguments, same words. */
export interface Mind {
  readonly answer: (question: Question, nowMs: number) => Answer;
  readonly replyToContent: (content: OtherContent, state: ConversationState, nowMs: number) => ContentReply;
  readonly wording: FlowWording;
}

/** Told what happens, without anybody's words or names; for metrics. Must not throw. */
export interface FlowObserver {
  readonly turnTaken?: (turn: {
    readonly channel: ChannelName;
    readonly kind: InboundContent["kind"];
    readonly status?: AnswerStatus;
    /** From acceptance to the end of the turn. */
    readonly tookMs: number;
  }) => void;
  readonly sendEnded?: (send: {
    readonly channel: ChannelName;
    readonly outcome: "sent" | "retry" | "refused" | "unknown" | "given-up";
  }) => void;
  readonly setAside?: (kind: SetAsideKind) => void;
}

export interface FlowOptions extends Mind {
  readonly store: Store;
  /** A reply for a channel without a sender is refused and shown to staff. */
  readonly senders: Readonly<Partial<Record<ChannelName, Send>>>;
  readonly clock: Clock;
  readonly log: Log;
  readonly observer?: FlowObserver;
  /** Default: `retryPolicy`. Tests shorten the delays. */
  readonly retryPolicy?: RetryPolicy;
}
