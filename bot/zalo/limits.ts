/** The platform's limits for one message. Lengths are code points of NFC text. */
export const zaloLimits = {
  text: 2000,
  buttons: 5,
  buttonTitle: 100,
  queryPayload: 1000,
  smsContent: 160,
  elements: 5,
  elementTitle: 100,
  elementSubtitle: 500,
  /** Rows of recent chats or of one conversation in a call. */
  historyCount: 10,
  peopleCount: 50,
  peopleOffset: 9951,
} as const;

/** Length as the platform counts it. Decomposed Vietnamese would come out about 28 % longer. */
export function lengthOf(text: string): number {
  return [...text.normalize("NFC")].length;
}
