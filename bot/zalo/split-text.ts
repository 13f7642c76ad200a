import { lengthOf, zaloLimits } from "./limits.ts";

/** From the best place to part a text to the worst. A sentence is only parted when it is too long itself. */
const seams: readonly RegExp[] = [/\n{2,}/, /\n/, /(?<=[.!?…])\s+/, /(?<=[,;:])\s+/, /\s+/];

/**
 * Parts a text into pieces of at most `limit` code points: at paragraphs, else lines, else sentences.
 * One sentence longer than the limit is parted at a comma, else between words, else anywhere.
 * Joined by white space the pieces give the text again. Empty text gives no piece. Result is NFC.
 */
export function splitText(text: string, limit: number = zaloLimits.text): string[] {
  const whole = text.normalize("NFC").trim();
  if (whole === "") return [];
  return split(whole, limit, 0);
}

function split(text: string, limit: number, level: number): string[] {
  if (lengthOf(text) <= limit) return [text];
  const seam = seams[level];
  if (!seam) return cut(text, limit);
  return gather(segments(text, seam), limit, level);
}

interface Segment {
  readonly text: string;
  /** The white space before it. */
  readonly gap: string;
}

function segments(text: string, seam: RegExp): Segment[] {
  const found: Segment[] = [];
  let from = 0;
  let gap = "";
  for (const match of text.matchAll(new RegExp(seam, "g"))) {
    found.push({ text: text.slice(from, match.index), gap });
    gap = match[0];
    from = match.index + gap.length;
  }
  found.push({ text: text.slice(from), gap });
  return found.filter((segment) => segment.text !== "");
}

/** Fills each piece with as many whole segments as fit. */
function gather(parts: readonly Segment[], limit: number, level: number): string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const part of parts) {
    const longer = piece === "" ? part.text : piece + part.gap + part.text;
    if (lengthOf(longer) <= limit) {
      piece = longer;
      continue;
    }
    if (piece !== "") pieces.push(piece);
    const smaller = split(part.text, limit, level + 1);
    pieces.push(...smaller.slice(0, -1));
    piece = smaller.at(-1) ?? "";
  }
  if (piece !== "") pieces.push(piece);
  return pieces.map((each) => each.trim()).filter((each) => each !== "");
}

function cut(text: string, limit: number): string[] {
  const points = [...text];
  const pieces: string[] = [];
  for (let at = 0; at < points.length; at += limit) pieces.push(points.slice(at, at + limit).join(""));
  return pieces;
}
