import type { Subject } from "./subject.ts";

/**
 * A published name in the reader's language. An English reader gets the English name with the official one behind
 * it, to show at the counter; a name without an English wording stays as it is.
 */
export function term({ say, language }: Pick<Subject, "say" | "language">, name: string): string {
  if (language === "vi") return name;
  const english = say(`term.${name}`, {}, name);
  return english === name ? name : `${english} (${name})`;
}
