import type { Fee } from "../../domain/index.ts";
import { channelsLike } from "./channels.ts";
import { type Section, type Subject, shortName } from "./subject.ts";
import { grouped, type Say } from "./wording.ts";

/** Fee rows shown before the reader is sent to the page; long tables are for the page. */
const ROWS_SHOWN = 6;

/** What it costs, by channel; channels with the same fees share a line. */
export function feeSection(subject: Subject): Section {
  const { say, procedure } = subject;
  const groups = channelsLike(subject, ({ fees }) => JSON.stringify(fees));
  const lines = groups.flatMap(({ label, channel }) => feeLines(say, label, channel.fees));
  return {
    title: say("fee.title", { name: shortName(subject) }),
    lines: procedure.channels.length > 0 ? lines : [say("fee.not-published", { channel: say("channel.counter") })],
  };
}

/** One line for a card: the amount when there is exactly one for every channel. */
export function feeSummary({ say, procedure }: Subject): string {
  const fees = procedure.channels.flatMap((channel) => channel.fees);
  const kinds = new Set(fees.map((fee) => JSON.stringify(fee)));
  const only = kinds.size === 1 ? fees[0] : undefined;
  if (only?.kind === "amount" && !only.label) return money(say, only);
  const published = fees.some(({ kind }) => kind !== "not-published");
  return published ? say("card.see-fee") : say("not-published");
}

function feeLines(say: Say, channel: string, fees: readonly Fee[]): string[] {
  if (fees.length === 0) return [say("fee.not-published", { channel })];
  const shown = fees.slice(0, ROWS_SHOWN).map((fee) => feeLine(say, channel, fee));
  const more = fees.length - shown.length;
  return more > 0 ? [...shown, say("fee.more", { count: more })] : shown;
}

function feeLine(say: Say, channel: string, fee: Fee): string {
  switch (fee.kind) {
    case "amount": {
      const amount = money(say, fee);
      return say("fee.amount", { channel, amount: fee.label ? say("fee.label", { amount, label: fee.label }) : amount });
    }
    case "free":
      return say("fee.free", { channel, ground: fee.ground });
    case "provincial-council":
      return say("fee.provincial-council", { channel, note: fee.note });
    case "note":
      return say("fee.note", { channel, note: fee.note });
    case "not-published":
      return say("fee.not-published", { channel });
  }
}

function money(say: Say, { amount, currency }: Extract<Fee, { kind: "amount" }>): string {
  return say(`currency.${currency}`, { amount: grouped(amount) });
}

