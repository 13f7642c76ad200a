import { replyLimits } from "../../domain/index.ts";
import type { Section } from "./subject.ts";

/** At most this many messages answer one question; more is a wall of text on a phone. */
const MESSAGES = 2;

/** Length as the platform counts it: code points of NFC text. */
export function lengthOf(text: string): number {
  return [...text.normalize("NFC")].length;
}

/**
 * Lays sections out as at most two texts within the platform's limit. Lines are never cut: what does not
 * fit is left out and `overflow(count)` says in words that so many lines remain. `closing` (the source) always fits.
 */
export function layOut(
  sections: readonly Section[],
  closing: string,
  overflow: (count: number) => string,
  messages = MESSAGES,
): string[] {
  const lines = sections.flatMap(({ title, lines: body }, at) => [...(at > 0 ? [""] : []), title, ...body]);
  const texts: string[] = [];
  let rest = lines;
  for (let message = 1; message <= messages && rest.length > 0; message += 1) {
    const last = message === messages;
    const reserve = last ? lengthOf(closing) + lengthOf(overflow(lines.length)) + 4 : 0;
    const fitting = countFitting(rest, replyLimits.text - reserve);
    const whole = fitting === rest.length && lengthOf(`${rest.join("\n")}\n\n${closing}`) <= replyLimits.text;
    if (whole) {
      texts.push(`${rest.join("\n").trim()}\n\n${closing}`);
      return texts;
    }
    if (last) {
      const left = rest.slice(fitting).filter((line) => line !== "").length;
      texts.push([rest.slice(0, fitting).join("\n").trim(), overflow(left), "", closing].join("\n"));
      return texts;
    }
    texts.push(rest.slice(0, fitting).join("\n").trim());
    rest = rest.slice(fitting);
  }
  return rest.length === 0 && texts.length > 0 ? [...texts.slice(0, -1), `${texts.at(-1)}\n\n${closing}`] : texts;
}

function countFitting(lines: readonly string[], limit: number): number {
  let used = 0;
  for (const [at, line] of lines.entries()) {
    used += lengthOf(line) + 1;
    if (used > limit) return Math.max(at, 1);
  }
  return lines.length;
}
