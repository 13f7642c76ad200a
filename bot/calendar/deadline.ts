import type { HolidayRules, TimeUnit } from "../domain/index.ts";
import { addDays, addMonths } from "./dates.ts";
import { addWorkingDays, nextWorkingDay } from "./working-days.ts";

/** A length of time that ends on a day. */
export interface Length {
  /** Whole, at least 1. */
  readonly quantity: number;
  readonly unit: Exclude<TimeUnit, "hour">;
}

/**
 * The last day of a time limit. The day it starts from does not count, and a limit that ends on a day off
 * ends with the next working day (Civil Code 2015, art. 147 and 148).
 * @throws RangeError when the quantity is not a whole number from 1 on
 */
export function deadline(from: string, { quantity, unit }: Length, rules: HolidayRules): string {
  if (!Number.isInteger(quantity) || quantity < 1) throw new RangeError(`not a length of time: ${quantity}`);
  switch (unit) {
    case "working-day":
      return addWorkingDays(from, quantity, rules);
    case "day":
      return nextWorkingDay(addDays(from, quantity), rules);
    case "month":
      return nextWorkingDay(addMonths(from, quantity), rules);
  }
}
