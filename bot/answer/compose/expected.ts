import { dayOff, type ExpectedDate, expectedDate, type Length } from "../../calendar/index.ts";
import { channelsLike } from "./channels.ts";
import type { Subject } from "./subject.ts";
import { dayMonthYear, type Say } from "./wording.ts";

/** More dates than this for one procedure confuse more than they help. */
const MOST_DATES = 3;

interface Due {
  readonly label: string;
  readonly due: ExpectedDate;
}

/**
 * When the result of a file handed in today is due, and how that is counted. Nothing when the record gives no
 * countable time, too many different ones, or contradicts itself: then only the appointment slip is right.
 */
export function expectedLines(subject: Subject): string[] {
  const { say, calendar, procedure } = subject;
  if (!calendar || procedure.conflicts.some(({ about }) => about === "time")) return [];
  const dues = duesOf(subject, calendar);
  const [first] = dues;
  if (!first || dues.length > MOST_DATES) return [];
  const { receivedOn } = first.due;
  return [
    ...(dues.length === 1
      ? [singleLine(subject, first.due, calendar.today)]
      : severalLines(subject, dues, calendar.today)),
    ...(receivedOn === calendar.today ? [] : [say(closedKey(calendar), { date: dayMonthYear(receivedOn) })]),
    ...(dues.every(({ due }) => due.certain) ? [] : [say("time.expected.uncertain")]),
  ];
}

function closedKey({ today, holidays }: NonNullable<Subject["calendar"]>): string {
  return dayOff(holidays, today)?.certain === false ? "time.expected.perhaps-closed" : "time.expected.closed";
}

/** One date for each different length of time, in the order of the channels. */
function duesOf(subject: Subject, { today, holidays }: NonNullable<Subject["calendar"]>): Due[] {
  const lengths = channelsLike(subject, ({ time }) =>
    time.kind === "duration" ? `${time.quantity} ${time.unit}` : time.kind,
  );
  return lengths.flatMap(({ label, channel }) => {
    const due = expectedDate(channel.time, today, holidays);
    return due ? [{ label, due }] : [];
  });
}

function singleLine({ say }: Subject, { date, counted }: ExpectedDate, today: string): string {
  const key = counted.unit === "working-day" ? "time.expected" : `time.expected.${counted.unit}`;
  return say(key, { today: dayMonthYear(today), date: dayMonthYear(date), time: lengthText(say, counted) });
}

function severalLines({ say }: Subject, dues: readonly Due[], today: string): string[] {
  return [
    say("time.expected.several", { today: dayMonthYear(today) }),
    ...dues.map(({ label, due: { date, counted } }) =>
      say("time.expected.one", {
        channel: label,
        time: lengthText(say, counted),
        date: dayMonthYear(date),
      }),
    ),
    ...(dues.some(({ due }) => due.counted.unit === "working-day")
      ? [say("time.expected.working-days")]
      : []),
  ];
}

function lengthText(say: Say, { quantity, unit }: Length): string {
  return `${quantity} ${say(quantity === 1 ? `unit.${unit}.one` : `unit.${unit}`)}`;
}
