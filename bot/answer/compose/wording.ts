import type { Language, Replies, Text } from "../../domain/index.ts";

/**
 * Fills the wording named `key` in one language. Every `{placeholder}` must be given a value.
 * `fallback` is given back when nothing has that name; without one that is an error.
 */
export type Say = (
  key: string,
  values?: Readonly<Record<string, string | number>>,
  fallback?: string,
) => string;

/**
 * Wording in one language.
 * The returned function throws RangeError for an unknown key or a placeholder without a value: both are
 * mistakes in the knowledge folder or the code, never in a question.
 */
export function wording(replies: Replies, language: Language): Say {
  return (key, values = {}, fallback) => {
    const text = replies[key] ?? (fallback === undefined ? undefined : { vi: fallback });
    if (!text) throw new RangeError(`no wording named ${key}`);
    return inLanguage(text, language).replace(/\{([a-z]+)\}/g, (_whole, name: string) => {
      const value = values[name];
      if (value === undefined) throw new RangeError(`wording ${key} needs {${name}}`);
      return String(value);
    });
  };
}

/** The text in the language asked for, else in Vietnamese. */
export function inLanguage(text: Text, language: Language): string {
  return (language === "en" ? text.en : undefined) ?? text.vi;
}

/** `2026-07-18` → `18/07/2026`. */
export function dayMonthYear(date: string): string {
  return date.split("-").reverse().join("/");
}

/** `2500000` → `2.500.000`, as amounts are written in Vietnam. */
export function grouped(amount: number): string {
  const [whole = "", fraction] = String(amount).split(".");
  return whole.replace(/\B(?=(\d{3})+$)/g, ".") + (fraction ? `,${fraction}` : "");
}
