const MS_PER_DAY = 86_400_000;

/** The day `count` days later (earlier when negative). Days are `YYYY-MM-DD`. */
export function addDays(day: string, count: number): string {
  return written(parsed(day) + count * MS_PER_DAY);
}

/** The same day of a later month, or that month's last day when it has no such day: 31/1 and one month is 28/2. */
export function addMonths(day: string, count: number): string {
  const from = new Date(parsed(day));
  const first = Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + count, 1);
  const next = new Date(first);
  const daysInMonth = new Date(Date.UTC(next.getUTCFullYear(), next.getUTCMonth() + 1, 0)).getUTCDate();
  return written(first + (Math.min(from.getUTCDate(), daysInMonth) - 1) * MS_PER_DAY);
}

/** Saturday or Sunday. */
export function isWeekend(day: string): boolean {
  const weekday = new Date(parsed(day)).getUTCDay();
  return weekday === 0 || weekday === 6;
}

export function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

/** Every day from the first to the last, both included. */
export function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

/** A day from its parts, months counted from 1. */
export function dayFrom(year: number, month: number, day: number): string {
  return written(Date.UTC(year, month - 1, day));
}

/** @throws RangeError for anything that is not a day of the calendar */
function parsed(day: string): number {
  const ms = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(ms) || written(ms) !== day) throw new RangeError(`not a day: ${day}`);
  return ms;
}

function written(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
