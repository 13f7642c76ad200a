import { hasAccents } from "../../text/index.ts";

/** A Vietnamese word: letters only, so that the name of a form (`ĐKX10`) or law (`66/2025/NĐ-CP`) is none. */
const word = /(?<![\p{L}\p{N}/-])\p{L}+(?![\p{L}\p{N}/-])/gu;

/** True when a line of an English answer holds Vietnamese that is not just an official name in brackets. */
export function isUntranslated(line: string): boolean {
  return (line.replace(/\([^()]*\)/g, "").match(word) ?? []).some(hasAccents);
}
