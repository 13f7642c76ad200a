import type { ProcessingTime } from "../../domain/index.ts";
import { channelsLike } from "./channels.ts";
import { expectedLines } from "./expected.ts";
import { type Section, type Subject, shortName } from "./subject.ts";

/** How long the office takes, by channel, with a word when the record contradicts itself. */
export function timeSection(subject: Subject): Section {
  const { say, procedure } = subject;
  const groups = channelsLike(subject, ({ time }) => JSON.stringify(time));
  const lines = groups.flatMap(({ label, channel }) => timeLines(subject, label, channel.time));
  const hasDuration = procedure.channels.some(({ time }) => time.kind === "duration");
  return {
    title: say("time.title", { name: shortName(subject) }),
    lines: [
      ...(lines.length > 0 ? lines : [say("time.not-published", { channel: say("channel.counter") })]),
      ...(hasDuration ? [say("time.counted")] : []),
      ...expectedLines(subject),
      ...(procedure.conflicts.some(({ about }) => about === "time") ? [say("time.conflict")] : []),
    ],
  };
}

/** One line for a card: the duration when every channel has the same. */
export function timeSummary({ say, procedure }: Subject): string {
  const times = procedure.channels.map(({ time }) => time);
  const lengths = new Set(
    times.map((time) => (time.kind === "duration" ? `${time.quantity} ${time.unit}` : time.kind)),
  );
  const only = lengths.size === 1 ? times[0] : undefined;
  if (only?.kind === "duration") return `${only.quantity} ${say(`unit.${only.unit}`)}`;
  return times.some(({ kind }) => kind !== "not-published") ? say("card.see-time") : say("not-published");
}

function timeLines({ say }: Subject, channel: string, time: ProcessingTime): string[] {
  switch (time.kind) {
    case "duration":
      return [
        say("time.duration", { channel, quantity: time.quantity, unit: say(`unit.${time.unit}`) }),
        ...(time.note ? [say("time.note-beside", { note: time.note })] : []),
      ];
    case "note":
      return [say("time.note", { channel, note: time.note })];
    case "not-published":
      return [say("time.not-published", { channel })];
  }
}
