import type { Finding, Rule } from "../checking/rule.ts";

/** Zero-width and direction marks, soft hyphens, byte-order marks: a reader cannot see or mend them. */
const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/;

export const composedUnicode: Rule = {
  name: "composed-unicode",
  description:
    "All text is composed Unicode (NFC) without invisible characters, so that equal words are equal.",
  scope: "files",
  check: (knowledge) =>
    knowledge.files.flatMap(({ path, text }): Finding[] => {
      if (text !== text.normalize("NFC")) {
        return [{ file: path, code: "", field: "", found: firstDecomposed(text), expected: "text in NFC" }];
      }
      const hidden = invisible.exec(text);
      if (!hidden) return [];
      const point = hidden[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0");
      const around = text.slice(Math.max(0, hidden.index - 20), hidden.index + 20).replace(/\s+/g, " ");
      return [
        {
          file: path,
          code: "",
          field: "",
          found: `U+${point} in “${around}”`,
          expected: "visible characters",
        },
      ];
    }),
};

function firstDecomposed(text: string): string {
  const line = text.split("\n").find((each) => each !== each.normalize("NFC"));
  return (line ?? "").trim().slice(0, 80);
}
