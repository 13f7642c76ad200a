import { getSolarDate } from "@dqcai/vn-lunar";
import { dayFrom } from "./dates.ts";

/** Years the lunar tables of the library hold. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

/**
 * The day on which a day of Vietnam's lunar calendar falls, ordinary months only, as `YYYY-MM-DD`.
 * Counted in Vietnam's own time zone: Tết may be a day or a month apart from China's.
 * @throws RangeError outside the years 1900–2199
 */
export function lunarDay(lunarYear: number, month: number, day: number): string {
  if (!Number.isInteger(lunarYear) || lunarYear < FIRST_YEAR || lunarYear > LAST_YEAR) {
    throw new RangeError(`no lunar calendar for the year ${lunarYear}`);
  }
  const solar = getSolarDate(day, month, lunarYear);
  return dayFrom(solar.year, solar.month, solar.day);
}

/** The first day of the lunar year (mùng 1 Tết) that begins in `year`. */
export function lunarTet(year: number): string {
  return lunarDay(year, 1, 1);
}
