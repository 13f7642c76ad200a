import type { Text } from "./guide.ts";

/** A day off that comes back every year, as the law names it. */
export interface YearlyHoliday {
  readonly id: string;
  readonly name: Text;
  readonly calendar: "solar" | "lunar";
  readonly month: number;
  readonly day: number;
  /** Further days off before and after that day; absent = none. */
  readonly daysBefore?: number;
  readonly daysAfter?: number;
  /** The exact days are announced each year; the spans above are the widest ever usual. */
  readonly decidedEachYear?: true;
  readonly sinceYear?: number;
  readonly source: string;
  readonly needsConfirming?: true;
}

/** The exact days of one holiday in one year, as announced. Dates are `YYYY-MM-DD`. */
export interface HolidayDecision {
  readonly holiday: string;
  readonly year: number;
  readonly from: string;
  readonly to: string;
  readonly source: string;
  readonly needsConfirming?: true;
}

/** A working day made free and a rest day worked in its place. */
export interface SwappedDay {
  readonly off: string;
  readonly worked: string;
  readonly source: string;
  readonly needsConfirming?: true;
}

/** All that decides which days offices work. Saturdays and Sundays are rest days. */
export interface HolidayRules {
  readonly checkedOn: string;
  readonly yearly: readonly YearlyHoliday[];
  readonly decisions: readonly HolidayDecision[];
  readonly swaps: readonly SwappedDay[];
}
