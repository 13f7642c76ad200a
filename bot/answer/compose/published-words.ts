/** Helpers for showing the record's own words: shorter where they run long, never other words. */

/** Stands where published words go on at the source; records carry it as well. */
export const CUT_MARK = "[…]";

/** Longest published title or note shown; what is behind it is nearly always a reference to a law. */
const SHOWN_LIMIT = 180;
/** More points of one note are for the page. */
const POINTS_SHOWN = 4;

/** Keeps whole words, ending at a clause where there is one in the second half and outside brackets. */
export function clipped(text: string, limit = SHOWN_LIMIT): string {
  if (text.length <= limit) return text;
  const head = text.slice(0, limit - CUT_MARK.length - 1);
  const ends = [...head.matchAll(/[.;,](?=\s)|\s(?=\()|\s(?=[-–+]\s)/gu)].map(({ index }) => index);
  const end = ends.filter((at) => at >= limit / 2 && isOutsideBrackets(head.slice(0, at))).at(-1);
  return `${head.slice(0, end ?? beforeOpenBracket(head, limit)).trim()} ${CUT_MARK}`;
}

/** The last whole word or, inside a bracket that never closes, what stands before it. */
function beforeOpenBracket(head: string, limit: number): number {
  const words = head.lastIndexOf(" ");
  const open = head.lastIndexOf("(");
  return isOutsideBrackets(head.slice(0, words)) || open < limit / 4 ? words : open;
}

/** A paper's title without the heading that some records set before it: `Thành phần hồ sơ 1: Đơn đề nghị`. */
export function paperTitle(title: string, limit = SHOWN_LIMIT): string {
  return clipped(
    title.replace(/^(?:thành phần )?hồ sơ(?: \d+| (?:bao )?gồm(?: có)?)?\s*:\s*(?=\S)/iu, ""),
    limit,
  );
}

function isOutsideBrackets(text: string): boolean {
  return (text.match(/\(/g)?.length ?? 0) === (text.match(/\)/g)?.length ?? 0);
}

/**
 * The points of a published note: `… nhận đơn. - Đối với …` was a list before the portal put it on one line.
 * Each is clipped and bare of list marks, full stops and brackets around the whole.
 */
export function pointsOf(note: string, limit = SHOWN_LIMIT): string[] {
  const points = note
    .replace(/[\s.;:,]+$/u, "")
    .split(/(?<=[.;:,])\s+(?:[-–+•]|\p{L}\))\s+/u)
    .map((point) => clipped(bare(point), limit))
    .filter((point) => /[\p{L}\p{N}]/u.test(point));
  return points.length <= POINTS_SHOWN ? points : [...points.slice(0, POINTS_SHOWN), CUT_MARK];
}

/** Points as one sentence again. */
export function inOneLine(points: readonly string[]): string {
  return points
    .map((point, at) => (at === points.length - 1 || point.endsWith(":") ? point : `${point};`))
    .join(" ");
}

function bare(text: string): string {
  const trimmed = text.trim().replace(/^[-–+•]\s+/, "");
  const inner = /^\(([^()]*)\)$/.exec(trimmed)?.[1] ?? trimmed;
  return inner.replace(/[\s.;,]+$/u, "");
}
