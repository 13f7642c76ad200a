/** What a tap on a button does. */
export type ReplyAction =
  /** Sends `payload` as if the person had typed it. */
  | { readonly kind: "say"; readonly payload: string }
  | { readonly kind: "open"; readonly url: string }
  /** `phone` in international form without plus, e.g. `842723893900`. */
  | { readonly kind: "call"; readonly phone: string };

export interface ReplyButton {
  readonly title: string;
  readonly action: ReplyAction;
}

/** One message to a person. Channels may render it their way but never change its words. */
export interface ReplyMessage {
  readonly text: string;
  readonly buttons: readonly ReplyButton[];
}

/** The platform's limits for one message; counted in code points of NFC text. */
export const replyLimits = { text: 2000, buttons: 5, title: 100, payload: 1000 } as const;
