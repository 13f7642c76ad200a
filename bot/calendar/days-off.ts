import type { HolidayRules, Text, YearlyHoliday } from "../domain/index.ts";
import { addDays, dayFrom, daysBetween, isWeekend, yearOf } from "./dates.ts";
import { lunarDay } from "./lunar.ts";

/** Why a day is free. */
export interface DayOff {
  readonly name: Text;
  /** False while the day still waits for the yearly announcement or for confirmation. */
  readonly certain: boolean;
}

/** The exceptions of one year to "offices work from Monday to Friday". */
export interface YearOff {
  readonly off: ReadonlyMap<string, DayOff>;
  /** Rest days worked in place of another day. */
  readonly worked: ReadonlySet<string>;
}

interface Span extends DayOff {
  readonly days: readonly string[];
}

const known = new WeakMap<HolidayRules, Map<number, YearOff>>();

/** Days off and worked rest days of one year; no holiday reaches over the end of a year. Kept for each set of rules. */
export function yearOff(rules: HolidayRules, year: number): YearOff {
  const years = known.get(rules) ?? new Map<number, YearOff>();
  known.set(rules, years);
  const found = years.get(year) ?? reckon(rules, year);
  years.set(year, found);
  return found;
}

/** Why the day is off, or undefined when it is an ordinary working or rest day. */
export function dayOff(rules: HolidayRules, day: string): DayOff | undefined {
  return yearOff(rules, yearOf(day)).off.get(day);
}

function reckon(rules: HolidayRules, year: number): YearOff {
  const spans = rules.yearly
    .filter(({ sinceYear = year }) => sinceYear <= year)
    .map((holiday) => spanOf(rules, holiday, year))
    .sort((a, b) => ((a.days[0] ?? "") < (b.days[0] ?? "") ? -1 : 1));
  const off = new Map<string, DayOff>();
  for (const { days, name, certain } of spans) for (const day of days) off.set(day, { name, certain });
  for (const span of spans) addCompensation(off, span);
  const swaps = rules.swaps.filter((swap) => yearOf(swap.off) === year);
  for (const swap of swaps) {
    off.set(swap.off, {
      name: { vi: "Ngày nghỉ hoán đổi", en: "Swapped day off" },
      certain: !swap.needsConfirming,
    });
  }
  const worked = rules.swaps.filter((swap) => yearOf(swap.worked) === year).map((swap) => swap.worked);
  return { off, worked: new Set(worked) };
}

function spanOf(rules: HolidayRules, holiday: YearlyHoliday, year: number): Span {
  const { name, calendar, month, day, daysBefore = 0, daysAfter = 0 } = holiday;
  const decision = rules.decisions.find((one) => one.holiday === holiday.id && one.year === year);
  if (decision)
    return { name, certain: !decision.needsConfirming, days: daysBetween(decision.from, decision.to) };
  const first = calendar === "lunar" ? lunarDay(year, month, day) : dayFrom(year, month, day);
  return {
    name,
    // A day too many sends nobody in vain, so the widest span stands in until the announcement.
    certain: !holiday.decidedEachYear && !holiday.needsConfirming,
    days: daysBetween(addDays(first, -daysBefore), addDays(first, daysAfter)),
  };
}

/** A weekly rest day inside a holiday is made up on the next working day (Labour Code 2019, art. 111.3). */
function addCompensation(off: Map<string, DayOff>, { days, name, certain }: Span): void {
  const last = days.at(-1);
  if (last === undefined) return;
  let next = last;
  for (const _rest of days.filter(isWeekend)) {
    do next = addDays(next, 1);
    while (isWeekend(next) || off.has(next));
    off.set(next, {
      name: { vi: `Nghỉ bù ${name.vi}`, en: `Day off in lieu: ${name.en ?? name.vi}` },
      certain,
    });
  }
}
