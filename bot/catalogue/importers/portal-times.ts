import type { Conflict, ProcessingTime, TimeUnit } from "../../domain/index.ts";
import type { PortalDetail, PortalMethod } from "./portal-shape.ts";
import { cutAtSentence, oneLine, withoutListMarks } from "./published-text.ts";

const units: Readonly<Record<string, TimeUnit>> = {
  HOUR: "hour",
  DAY: "day",
  WORKING_DAY: "working-day",
  MONTH: "month",
};
const NOTE_LIMIT = 400;
/** The description field holds times, addresses or ways to file; only a text about time is a time note. */
const speaksOfTime =
  /\d+\s*\)?\s*(?:\([^)]*\)\s*)?(ngày|giờ|tháng|tuần|năm|phút)|trong ngày|ngay (sau )?khi|không quy định|không phải trả/i;

/** Typed where a time belongs, these words give none. */
const saysNothing = /^không( có)?$/i;

/** What one channel says about its time; `fallback` is the procedure's own figure, used when the channel has none. */
export function readTime(method: PortalMethod, fallback: ProcessingTime | undefined): ProcessingTime {
  const words = cutAtSentence(withoutListMarks(oneLine(method.description)), NOTE_LIMIT);
  const note = speaksOfTime.test(words) ? words : undefined;
  const unit = units[method.processingTimeUnit];
  const quantity = readQuantity(method.processingTime);
  if (quantity !== undefined && unit) {
    return { kind: "duration", quantity, unit, ...(note && { note }) };
  }
  if (note) return { kind: "note", note };
  const typed = typeof method.processingTime === "string" ? method.processingTime : "";
  const typedWords = cutAtSentence(withoutListMarks(oneLine(typed)), NOTE_LIMIT);
  if (/\p{L}/u.test(typedWords) && !saysNothing.test(typedWords)) return { kind: "note", note: typedWords };
  return fallback ?? { kind: "not-published" };
}

/** A number above zero, also when it was typed as text. */
function readQuantity(typed: PortalMethod["processingTime"]): number | undefined {
  const quantity = typeof typed === "string" && /^\s*\d{1,4}\s*$/.test(typed) ? Number(typed) : typed;
  return typeof quantity === "number" && quantity > 0 ? quantity : undefined;
}

/** The procedure-level figures (`cases[].processingDay`), as published. */
export function readCaseTimes(detail: PortalDetail): ProcessingTime[] {
  return (detail.cases ?? []).flatMap(({ processingDay }) => {
    const unit = processingDay ? units[processingDay.type] : undefined;
    return processingDay && unit && processingDay.qty > 0
      ? [{ kind: "duration" as const, quantity: processingDay.qty, unit }]
      : [];
  });
}

/** Times that disagree between channels, or between a channel and the procedure; nothing is chosen, staff are told. */
export function timeConflicts(
  channelTimes: readonly ProcessingTime[],
  caseTimes: readonly ProcessingTime[],
): Conflict[] {
  const label = (time: ProcessingTime) => (time.kind === "duration" ? [`${time.quantity} ${time.unit}`] : []);
  const ofChannels = [...new Set(channelTimes.flatMap(label))];
  const ofCases = [...new Set(caseTimes.flatMap(label))];
  const disagree =
    ofChannels.length > 1 ||
    (ofChannels.length === 1 && ofCases.length > 0 && !ofCases.includes(ofChannels[0] ?? ""));
  return disagree ? [{ about: "time", values: [...new Set([...ofChannels, ...ofCases])] }] : [];
}
