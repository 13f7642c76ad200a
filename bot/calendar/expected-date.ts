import type { HolidayRules, ProcessingTime } from "../domain/index.ts";
import { daysBetween } from "./dates.ts";
import { dayOff } from "./days-off.ts";
import { deadline, type Length } from "./deadline.ts";
import { nextWorkingDay } from "./working-days.ts";

/** When the result of a file handed in today should be there, and how that was counted. */
export interface ExpectedDate {
  readonly date: string;
  /** Today, or the next working day when offices are closed today. */
  readonly receivedOn: string;
  readonly counted: Length;
  /** False when a day off on the way is not announced or confirmed yet, so that the date may move. */
  readonly certain: boolean;
}

/** Longer times than this many units are given as published only; a date so far off says nothing. */
const LONGEST_QUANTITY = 400;

/** The expected day of the result, or undefined when the record gives no countable time (words only, or hours). */
export function expectedDate(
  time: ProcessingTime,
  today: string,
  rules: HolidayRules,
): ExpectedDate | undefined {
  if (time.kind !== "duration" || time.unit === "hour") return undefined;
  const { quantity, unit } = time;
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > LONGEST_QUANTITY) return undefined;
  const receivedOn = nextWorkingDay(today, rules);
  const date = deadline(receivedOn, { quantity, unit }, rules);
  const certain = daysBetween(today, date).every((day) => dayOff(rules, day)?.certain ?? true);
  return { date, receivedOn, counted: { quantity, unit }, certain };
}
