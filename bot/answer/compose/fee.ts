import type { Channel, Fee } from "../../domain/index.ts";
import { isOpenToCouncil } from "../../places/index.ts";
import { channelsLike } from "./channels.ts";
import { councilLines, councilRows } from "./council-fee.ts";
import { districtLines } from "./districts.ts";
import { inOneLine, pointsOf } from "./published-words.ts";
import { type Section, type Subject, shortName } from "./subject.ts";
import { grouped, type Say } from "./wording.ts";

/** Fee rows shown of one channel before the reader is sent to the page; long tables are for the page. */
const ROWS_SHOWN = 6;
/** Longer than for other notes: the last words of a fee note often say who need not pay. */
const NOTE_SHOWN = 300;
/** Letters within which a label that gives its own amount does so. */
const OPENING = 40;
/** Published words that give an amount, or say that there is none. */
const tellsAmount = /\d\s*(?:đ|đồng|vnđ|vnd|usd|%)(?!\p{L})|miễn (?:lệ )?phí|không thu|không phải nộp/iu;

/** What it costs, by channel; channels with the same fees stand together. */
export function feeSection(subject: Subject): Section {
  const { say } = subject;
  const groups = channelsLike(subject, (channel) => channelRows(subject, channel).join("\n").toLowerCase());
  const lines = groups.flatMap(({ label, channel }) =>
    groupLines(subject, label, channelRows(subject, channel)),
  );
  const none = say("fee.line", { channel: say("channel.counter"), fee: say("fee.not-published") });
  return {
    title: say("fee.title", { name: shortName(subject) }),
    lines: [
      ...(lines.length > 0 ? lines : [none]),
      ...councilLines(subject),
      ...districtLines(subject, lines),
    ],
  };
}

/** One line for a card: the amount when there is exactly one for every channel. */
export function feeSummary({ say, procedure, council }: Subject): string {
  const fees = procedure.channels.flatMap((channel) => channel.fees);
  const kinds = new Set(fees.map((fee) => JSON.stringify(fee)));
  const only = kinds.size === 1 ? fees[0] : undefined;
  if (only?.kind === "amount" && !only.label && !council?.fee) return money(say, only);
  const published = council?.fee !== undefined || fees.some(({ kind }) => kind !== "not-published");
  return published ? say("card.see-fee") : say("not-published");
}

function groupLines({ say, procedure }: Subject, channel: string, rows: readonly string[]): string[] {
  const [only, ...others] = rows;
  if (only !== undefined && others.length === 0) return [say("fee.line", { channel, fee: only })];
  const more = rows.length - ROWS_SHOWN;
  return [
    `${channel}:`,
    ...rows.slice(0, ROWS_SHOWN).map((row) => `• ${row}`),
    ...(more > 0 ? [say("fee.more", { count: more, url: procedure.portalUrl })] : []),
  ];
}

/** The council's amounts in place of what the record leaves to it; what the record says of exemptions stays beside them. */
function channelRows(subject: Subject, { kind, fees }: Channel): string[] {
  const decided = councilRows(subject, kind);
  if (decided.length === 0) return rowsOf(subject.say, fees);
  const left = fees.flatMap((fee): Fee[] => {
    if (!isOpenToCouncil(fee)) return [fee];
    return fee.kind === "provincial-council" ? [{ kind: "note", note: fee.note }] : [];
  });
  return [...decided, ...(left.length > 0 ? rowsOf(subject.say, left) : [])];
}

/** One row a fee; amounts charged for the same thing share one. */
function rowsOf(say: Say, fees: readonly Fee[]): string[] {
  if (fees.length === 0) return [say("fee.not-published")];
  const rows: { readonly label: string; readonly texts: string[] }[] = [];
  for (const fee of fees) {
    const label = fee.kind === "amount" ? quoted(fee.label ?? "") : "";
    const text = fee.kind === "amount" ? money(say, fee) : inWords(say, fee);
    const same = label ? rows.find((row) => row.label === label) : undefined;
    if (same) same.texts.push(text);
    else rows.push({ label, texts: [text] });
  }
  return rows.map(({ label, texts: [amount = "", ...others] }) => {
    // Many labels begin with the amount and say per what: `Mức thu: 2.000 đồng/trang`.
    if (!label || (others.length === 0 && saysAmount(label, amount))) return label || amount;
    const amounts = [amount, ...others].join("; ");
    return label.startsWith("/") ? `${amounts}${label}` : say("fee.label", { amount: amounts, label });
  });
}

function saysAmount(label: string, amount: string): boolean {
  const number = amount.split(" ")[0] ?? amount;
  return label
    .slice(0, OPENING)
    .split(/[^\d.,]+/)
    .includes(number);
}

function inWords(say: Say, fee: Exclude<Fee, { kind: "amount" }>): string {
  switch (fee.kind) {
    case "free":
      return say("fee.free", { ground: quoted(fee.ground) });
    case "provincial-council":
      return say("fee.provincial-council", { note: quoted(fee.note) });
    case "note": {
      const note = say("fee.note", { note: quoted(fee.note) });
      return tellsAmount.test(fee.note) ? note : `${note} ${say("fee.ask")}`;
    }
    case "not-published":
      return say("fee.not-published");
  }
}

function quoted(note: string): string {
  return inOneLine(pointsOf(note, NOTE_SHOWN));
}

function money(say: Say, { amount, currency }: Extract<Fee, { kind: "amount" }>): string {
  return say(`currency.${currency}`, { amount: grouped(amount) });
}
