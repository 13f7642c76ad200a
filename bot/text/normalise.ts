/** The longest question that is read; the rest of a longer one is left aside. In UTF-16 units. */
export const LONGEST_QUESTION = 2000;

const invisible = /[\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\u00AD]/g;
/** Half of a character, or a space, where a long text was cut. */
const cutEnd = /[\uD800-\uDBFF\s]+$/;
const lineEnd = /\r\n?|[\u0085\u2028\u2029]/g;
const control = /(?!\n)[\p{Cc}\p{Cs}\p{Co}]/gu;

/**
 * Makes text comparable without changing what it says: composed Unicode (NFC), compatibility letters
 * (full-width, ligatures) in their plain form, no invisible or control characters, single spaces. A line end stays,
 * because on a phone it ends a thought where others write a point.
 * Keeps at most {@link LONGEST_QUESTION} characters.
 */
export function normalise(text: string): string {
  return (
    text
      .slice(0, LONGEST_QUESTION * 4)
      // Before composing: an invisible character between a letter and its mark would keep them apart.
      .replace(invisible, "")
      .replace(lineEnd, "\n")
      .replace(control, " ")
      .normalize("NFKC")
      .replace(/\s+/g, (space) => (space.includes("\n") ? "\n" : " "))
      .trim()
      .slice(0, LONGEST_QUESTION)
      .replace(cutEnd, "")
  );
}
