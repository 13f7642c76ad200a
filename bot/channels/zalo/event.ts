/** A citizen's message, told apart by what it holds. */
export type MessageContent =
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "image" | "gif" | "sticker" | "voice" | "video" | "file" | "link" | "contact";
      /** Words sent along with it. */
      readonly text?: string;
    }
  /** Degrees, WGS 84. */
  | { readonly kind: "location"; readonly latitude: number; readonly longitude: number };

/** Who wrote: a user of the platform, or a visitor of the web chat who is not signed in. */
export type EventPerson =
  | { readonly userId: string }
  | { readonly anonymousId: string; readonly conversationId: string };

/** The platform's events in our words. Ids are text; personal details we do not need are not carried. */
export type ZaloEvent = {
  /** The platform's own name of the event. */
  readonly name: string;
  /** When it happened, ms UTC. */
  readonly atMs: number;
  /** Account the event belongs to, where the event says so. */
  readonly oaId?: string;
} & (
  | {
      readonly kind: "message";
      readonly from: EventPerson;
      readonly messageId: string;
      readonly content: MessageContent;
      readonly quotedMessageId?: string;
    }
  /** Pressed the chat button of the account for the first time. */
  | { readonly kind: "chat-opened"; readonly userId: string }
  | { readonly kind: "follow"; readonly userId: string; readonly source?: string }
  | { readonly kind: "unfollow"; readonly userId: string }
  | { readonly kind: "info-submitted"; readonly userId: string }
  /** A message reached a phone or was read. Never to be answered. */
  | {
      readonly kind: "receipt";
      readonly receipt: "received" | "seen";
      readonly messageIds: readonly string[];
    }
  | {
      readonly kind: "reaction";
      readonly by: "person" | "account";
      readonly userId: string;
      readonly messageId: string;
    }
  /** Sent by the account: by us, by its automatic answers, or by staff (then with `staffId`). */
  | {
      readonly kind: "account-sent";
      readonly to: EventPerson;
      readonly messageId: string;
      readonly staffId?: string;
      /** Of a text. */
      readonly text?: string;
    }
  /** Asks that their data be erased or no longer used. */
  | { readonly kind: "withdraw"; readonly userId: string }
  | { readonly kind: "rating"; readonly userId: string }
  | { readonly kind: "tag"; readonly tag: string; readonly userIds: readonly string[] }
  | { readonly kind: "profile-changed"; readonly userId?: string }
  /** The widget on our site tells which visitor is which user. */
  | {
      readonly kind: "widget";
      readonly accepted: boolean;
      readonly userId?: string;
      readonly externalId?: string;
    }
  | { readonly kind: "call"; readonly userId?: string }
  /** Group chats, purchases, templates: nothing this product does. */
  | { readonly kind: "other" }
  /** Not known, or not shaped as documented. */
  | { readonly kind: "ignored"; readonly reason: string }
);
