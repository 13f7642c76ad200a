import { dayOff, type ExpectedDate, expectedDate, type Length } from "../../calendar/index.ts";
import type { Subject } from "./subject.ts";
import { dayMonthYear, type Say } from "./wording.ts";

/**
 * When the result of a file handed in today is due, and how that is counted. Nothing when the record gives no
 * countable time, several different ones, or contradicts itself: then only the appointment slip is right.
 */
export function expectedLines({ say, calendar, procedure }: Subject): string[] {
  if (!calendar || procedure.conflicts.some(({ about }) => about === "time")) return [];
  const { today, holidays } = calendar;
  const dues = procedure.channels.map(({ time }) => expectedDate(time, today, holidays));
  const [due] = dues;
  if (!due || dues.some((other) => !sameLength(other, due))) return [];
  const closed = dayOff(holidays, today)?.certain === false ? "perhaps-closed" : "closed";
  return [
    dateLine(say, due, today),
    ...(due.receivedOn === today
      ? []
      : [say(`time.expected.${closed}`, { date: dayMonthYear(due.receivedOn) })]),
    ...(due.certain ? [] : [say("time.expected.uncertain")]),
  ];
}

function sameLength(a: ExpectedDate | undefined, { counted }: ExpectedDate): boolean {
  return a?.counted.quantity === counted.quantity && a.counted.unit === counted.unit;
}

function dateLine(say: Say, { date, counted }: ExpectedDate, today: string): string {
  const key = counted.unit === "working-day" ? "time.expected" : `time.expected.${counted.unit}`;
  return say(key, {
    today: dayMonthYear(today),
    date: dayMonthYear(date),
    time: lengthText(say, counted),
  });
}

function lengthText(say: Say, { quantity, unit }: Length): string {
  return `${quantity} ${say(quantity === 1 ? `unit.${unit}.one` : `unit.${unit}`)}`;
}
