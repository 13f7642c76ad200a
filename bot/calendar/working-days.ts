import type { HolidayRules } from "../domain/index.ts";
import { addDays, isWeekend, yearOf } from "./dates.ts";
import { yearOff } from "./days-off.ts";

/** Whether offices work that day: no weekend, no holiday, or a rest day worked in place of another. */
export function isWorkingDay(day: string, rules: HolidayRules): boolean {
  const { off, worked } = yearOff(rules, yearOf(day));
  return worked.has(day) || !(isWeekend(day) || off.has(day));
}

/** The day itself when offices work, else the next one on which they do. */
export function nextWorkingDay(day: string, rules: HolidayRules): string {
  let next = day;
  while (!isWorkingDay(next, rules)) next = addDays(next, 1);
  return next;
}

/**
 * The `count`-th working day after `day`; the day itself never counts. Zero gives the first working day from `day` on.
 * @throws RangeError when `count` is negative or not whole
 */
export function addWorkingDays(day: string, count: number, rules: HolidayRules): string {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`not a number of days: ${count}`);
  let reached = day;
  for (let left = count; left > 0; left -= 1) reached = nextWorkingDay(addDays(reached, 1), rules);
  return nextWorkingDay(reached, rules);
}
