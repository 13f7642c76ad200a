import type { HolidayRules, YearlyHoliday } from "../../domain/index.ts";
import type { Finding, Rule } from "../checking/rule.ts";

/** People who file today must get a date even where the office takes a year. */
const MONTHS_AHEAD = 13;
/** The government announces the days of Tết and National Day at least this long before. */
const ANNOUNCED_DAYS = 30;
const MS_PER_DAY = 86_400_000;

/** Labour Code 2019, article 112: what every year must hold. */
const statutory = ["solar 1/1", "lunar 1/1", "lunar 10/3", "solar 30/4", "solar 1/5", "solar 2/9"] as const;

/** A date counted over a forgotten holiday is a wasted trip. */
export const holidays: Rule = {
  name: "holidays",
  description: "Public holidays are known for the next 13 months, and announced ones are entered in time.",
  scope: "places",
  check: ({ holidays: rules }, { today }) => {
    if (!rules) return [];
    const kept = new Set(rules.yearly.map(({ calendar, month, day }) => `${calendar} ${day}/${month}`));
    const ids = new Set(rules.yearly.map(({ id }) => id));
    return [
      ...statutory
        .filter((day) => !kept.has(day))
        .map((day) => finding("yearly", day, "nothing", "the holiday")),
      ...rules.decisions
        .filter(({ holiday }) => !ids.has(holiday))
        .map(({ holiday }) => finding("decisions", holiday, holiday, "the id of a yearly holiday")),
      ...rules.yearly.flatMap((holiday) =>
        yearsAhead(today).flatMap((year) => judge(rules, holiday, year, today)),
      ),
    ];
  },
};

function judge(rules: HolidayRules, holiday: YearlyHoliday, year: number, today: string): Finding[] {
  const { id, decidedEachYear, daysBefore, daysAfter, sinceYear = year } = holiday;
  if (!decidedEachYear || sinceYear > year) return [];
  if (rules.decisions.some((decision) => decision.holiday === id && decision.year === year)) return [];
  const name = `${id} ${year}`;
  if (!daysBefore && !daysAfter) {
    return [finding("yearly", name, "neither a decision nor a span", "one of them")];
  }
  const daysLeft = (earliest(holiday, year) - Date.parse(today)) / MS_PER_DAY;
  return daysLeft > ANNOUNCED_DAYS || isPast(holiday, year, today)
    ? []
    : [finding("decisions", name, "no decision", "the announced days")];
}

/** The first day it can fall on, ms UTC. The lunar year starts on 21 January at the earliest; its months have 29 or 30 days. */
function earliest({ calendar, month, day }: YearlyHoliday, year: number): number {
  if (calendar === "solar") return Date.UTC(year, month - 1, day);
  return Date.UTC(year, 0, 21) + (29 * (month - 1) + day - 1) * MS_PER_DAY;
}

/** A holiday that is over needs no decision any more; the lunar one may come a month later than at the earliest. */
function isPast(holiday: YearlyHoliday, year: number, today: string): boolean {
  const spreadDays = holiday.calendar === "lunar" ? 31 : 0;
  return Date.parse(today) > earliest(holiday, year) + spreadDays * MS_PER_DAY;
}

function yearsAhead(today: string): number[] {
  const start = new Date(today);
  const end = new Date(
    Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + MONTHS_AHEAD, start.getUTCDate()),
  );
  const years: number[] = [];
  for (let year = start.getUTCFullYear(); year <= end.getUTCFullYear(); year += 1) years.push(year);
  return years;
}

function finding(field: string, code: string, found: string, expected: string): Finding {
  return { file: "places/holidays.json", code, field, found, expected };
}
