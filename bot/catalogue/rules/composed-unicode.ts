import type { Finding, Rule } from "../checking/rule.ts";

/** Letters that only look Vietnamese (`ƣ` for `ư`, the Icelandic `Ð`), and characters of symbol fonts. */
const misplaced = /[ƣƢðÐİ]|\p{Co}/u;
/** Zero-width and direction marks, soft hyphens, byte-order marks: a reader cannot see or mend them. */
const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/;

/** Two spellings that look the same are two words to a search, and nobody can see why. */
export const composedUnicode: Rule = {
  name: "composed-unicode",
  description: "All text is composed Unicode (NFC) without invisible or look-alike characters.",
  scope: "files",
  check: (knowledge) =>
    knowledge.files.flatMap(({ path, text }): Finding[] => {
      if (text !== text.normalize("NFC")) {
        return [{ file: path, code: "", field: "", found: firstDecomposed(text), expected: "text in NFC" }];
      }
      const odd = invisible.exec(text) ?? misplaced.exec(text);
      if (!odd) return [];
      const point = odd[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0");
      const around = text.slice(Math.max(0, odd.index - 20), odd.index + 20).replace(/\s+/g, " ");
      const expected = "visible characters of the Vietnamese alphabet";
      return [{ file: path, code: "", field: "", found: `U+${point} in “${around}”`, expected }];
    }),
};

function firstDecomposed(text: string): string {
  const line = text.split("\n").find((each) => each !== each.normalize("NFC"));
  return (line ?? "").trim().slice(0, 80);
}
