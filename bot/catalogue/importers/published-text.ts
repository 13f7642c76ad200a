/** Zero-width and direction marks, soft hyphens: left over from Word, unseen and in the way of comparing. */
const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/g;

/** Bullets of Word's symbol fonts come through as private characters that no phone can show. */
const privateUse = /\p{Co}/gu;
/** Letters that only look Vietnamese, left by old keyboards and scanners; a search would not find the word. */
const lookalikes: Readonly<Record<string, string>> = { ƣ: "ư", Ƣ: "Ư", ð: "đ", Ð: "Đ", İ: "I" };

/** One line of composed, visible Vietnamese letters. The portal's text breaks lines wherever a Word file did. */
export function oneLine(text: string | null | undefined): string {
  return (text ?? "")
    .normalize("NFC")
    .replace(invisible, "")
    .replace(privateUse, " ")
    .replace(/[ƣƢðÐİ]/g, (letter) => lookalikes[letter] ?? letter)
    .replace(/\s+/g, " ")
    .trim();
}

/** Takes list marks off the front (`-`, `+`, `a)`, `1.2.`) and separators off the end. */
export function withoutListMarks(text: string): string {
  return text
    .replace(
      /^(?:[-–—+*•●▪◦·⁕.,;:)\s]+|\u20F0|\(?\d{1,2}(?:\.\d{1,2})*[.)](?:\s+|(?=\p{L}))|\(?[a-zđ][.)]\s+|\([ivx]+\)\s*)+/iu,
      "",
    )
    .replace(/[\s;:,.\-–—+*]+$/u, "")
    .trim();
}

/** Marks a published text that continues at the source. */
export const CUT_MARK = "[…]";

/**
 * Keeps at most `limit` characters, ending at the end of a sentence or clause where there is one
 * in the second half, and says with `[…]` that the source goes on.
 */
export function cutAtSentence(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const head = text.slice(0, limit - CUT_MARK.length - 1);
  const ends = [...head.matchAll(/[.;](?=\s)|,(?=\s)|\s(?=\()/gu)].map((match) => match.index);
  const end = ends.filter((at) => at >= limit / 2).at(-1) ?? head.lastIndexOf(" ");
  return `${head.slice(0, end).trim()} ${CUT_MARK}`;
}
