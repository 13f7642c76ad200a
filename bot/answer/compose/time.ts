import type { Channel, ProcessingTime } from "../../domain/index.ts";
import { channelsLike } from "./channels.ts";
import { districtLines } from "./districts.ts";
import { expectedLines } from "./expected.ts";
import { type Section, type Subject, shortName } from "./subject.ts";
import { limitText } from "./time-limit.ts";
import { notesBeside, notesInPlace } from "./time-notes.ts";
import { inLanguage, type Say } from "./wording.ts";

/** How long the office takes, by channel, with a word when the record contradicts itself. */
export function timeSection(subject: Subject): Section {
  const { say, procedure, guide, language, limits } = subject;
  const groups = channelsLike(subject, ({ time }) => timeLines(say, "", time).join("\n"));
  const lines = joinSame(groups.flatMap(({ label, channel }) => timeLines(say, label, channel.time)));
  const late = guide?.ifLate ?? limits?.[0]?.ifLate;
  const conflict = procedure.conflicts.some(({ about }) => about === "time");
  return {
    title: say("time.title", { name: shortName(subject) }),
    lines: [
      ...(lines.length > 0 ? lines : [say("time.not-published", { channel: say("channel.counter") })]),
      ...districtLines(subject, lines),
      ...(procedure.channels.some(({ time }) => time.kind === "duration") ? [say("time.counted")] : []),
      // A note that says more than the figure makes any one date a guess.
      ...(procedure.channels.some(hasMoreToSay) ? [] : expectedLines(subject)),
      ...(conflict ? [say("time.conflict")] : []),
      ...(limits ?? []).map((limit) => limitText(limit, say, language)),
      ...(late ? [say("late", { text: inLanguage(late, language) })] : []),
      ...officeLateLine(subject),
    ],
  };
}

/** The same ways of filing with another time right after: one line, `…: 15 ngày làm việc; 24 ngày`. */
function joinSame(lines: readonly string[]): string[] {
  const joined: string[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    const opening = line.slice(0, line.indexOf(": ") + 2);
    if (last?.startsWith(opening) && opening.length > 2 && !`${last}${line}`.includes("“")) {
      joined[joined.length - 1] = `${last}; ${line.slice(opening.length)}`;
    } else joined.push(line);
  }
  return joined;
}

/** What to do when the appointed day goes by; nothing where no time is published that could. */
function officeLateLine({ say, procedure, guide, language }: Subject): string[] {
  if (guide?.ifOfficeLate) return [say("late.office", { text: inLanguage(guide.ifOfficeLate, language) })];
  const timed = procedure.channels.some(({ time }) => time.kind !== "not-published");
  return timed ? [say("late.office.general")] : [];
}

/** One line for a card: the duration when every channel has the same. */
export function timeSummary({ say, procedure }: Subject): string {
  const times = procedure.channels.map(({ time }) => time);
  const lengths = new Set(
    times.map((time) => (time.kind === "duration" ? `${time.quantity} ${time.unit}` : time.kind)),
  );
  const only = lengths.size === 1 ? times[0] : undefined;
  if (only?.kind === "duration") return durationOf(say, only);
  return times.some(({ kind }) => kind !== "not-published") ? say("card.see-time") : say("not-published");
}

function hasMoreToSay({ time }: Channel): boolean {
  return time.kind === "duration" && notesBeside(time).length > 0;
}

function timeLines(say: Say, channel: string, time: ProcessingTime): string[] {
  switch (time.kind) {
    case "duration": {
      const line = say("time.line", { channel, time: durationOf(say, time) });
      return [
        line,
        ...quoted(notesBeside(time), (note) => say("time.note-beside", { note }), say("time.notes-beside")),
      ];
    }
    case "note":
      return quoted(
        notesInPlace(time),
        (note) => say("time.note", { channel, note }),
        say("time.notes", { channel }),
      );
    case "not-published":
      return [say("time.not-published", { channel })];
  }
}

function durationOf(say: Say, { quantity, unit }: Extract<ProcessingTime, { kind: "duration" }>): string {
  return `${quantity} ${say(quantity === 1 ? `unit.${unit}.one` : `unit.${unit}`)}`;
}

/** One published point within a sentence, several as a list under an opening. */
function quoted(points: readonly string[], single: (point: string) => string, opening: string): string[] {
  const [only, ...others] = points;
  if (only === undefined) return [];
  return others.length === 0 ? [single(only)] : [opening, ...points.map((point) => `• ${point}`)];
}
