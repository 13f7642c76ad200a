import { replyLimits } from "../../domain/index.ts";
import { clipped } from "./published-words.ts";
import type { Section } from "./subject.ts";

/** At most this many messages answer one question; more is a wall of text on a phone. */
const MESSAGES = 2;

interface Line {
  readonly text: string;
  /** Says what comes below it, so it never stands last. */
  readonly opens: boolean;
}

/** Length as the platform counts it: code points of NFC text. */
export function lengthOf(text: string): number {
  return [...text.normalize("NFC")].length;
}

/**
 * Lays sections out as at most `messages` texts within the platform's limit. What does not fit is left out and
 * `overflow(count)` says in words that so many lines remain. `closing` (the source) always fits: it and the
 * longest overflow together must be shorter than half the limit.
 */
export function layOut(
  sections: readonly Section[],
  closing: string,
  overflow: (count: number) => string,
  messages = MESSAGES,
): string[] {
  const texts: string[] = [];
  let rest = linesOf(sections);
  while (texts.length < messages - 1 && !fits(withClosing(rest, closing))) {
    // One line at least stays for the closing to stand under.
    const count = withoutOpening(rest, Math.min(countFitting(rest), rest.length - 1));
    texts.push(joined(rest.slice(0, count)));
    rest = rest.slice(count);
  }
  const whole = withClosing(rest, closing);
  return [...texts, fits(whole) ? whole : cutShort(rest, closing, overflow)];
}

function linesOf(sections: readonly Section[]): Line[] {
  return sections.flatMap(({ title, lines }, at) => [
    ...(at > 0 ? [{ text: "", opens: true }] : []),
    { text: title, opens: true },
    ...lines.map((text) => ({ text: clipped(text, replyLimits.text / 2), opens: text.endsWith(":") })),
  ]);
}

/** As many lines as fit above the overflow and the closing. */
function cutShort(lines: readonly Line[], closing: string, overflow: (count: number) => string): string {
  for (let most = countFitting(lines); ; most -= 1) {
    const count = withoutOpening(lines, most);
    const left = lines.slice(count).filter(({ text }) => text !== "").length;
    const text = [joined(lines.slice(0, count)), overflow(left), "", closing].join("\n");
    if (fits(text) || most <= 1) return text;
  }
}

function countFitting(lines: readonly Line[]): number {
  let used = 0;
  for (const [at, { text }] of lines.entries()) {
    used += lengthOf(text) + 1;
    if (used > replyLimits.text) return Math.max(at, 1);
  }
  return lines.length;
}

function withoutOpening(lines: readonly Line[], count: number): number {
  let kept = count;
  while (kept > 1 && lines[kept - 1]?.opens) kept -= 1;
  return kept;
}

function withClosing(lines: readonly Line[], closing: string): string {
  return `${joined(lines)}\n\n${closing}`;
}

function joined(lines: readonly Line[]): string {
  return lines
    .map(({ text }) => text)
    .join("\n")
    .trim();
}

function fits(text: string): boolean {
  return lengthOf(text) <= replyLimits.text;
}
