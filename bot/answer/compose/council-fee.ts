import type { Channel, CouncilAmount } from "../../domain/index.ts";
import { awaitsCouncil, decidedByCouncil, lawForCouncil, resolutionNamed } from "../../places/index.ts";
import type { Subject } from "./subject.ts";
import { dayMonthYear, grouped, type Say } from "./wording.ts";

/** What the province's people's council decided for one way of filing, one row each; empty while nobody has entered it. */
export function councilRows({ say, council }: Subject, kind: Channel["kind"]): string[] {
  return (council?.fee?.channels[kind] ?? []).map((amount) => rowOf(say, amount));
}

/** Who decides the fee, by which resolution, and whom to ask while the amount is not known. */
export function councilLines({ say, council, procedure, language }: Subject): string[] {
  if (!council || !(council.fee || awaitsCouncil(procedure))) return [];
  const province =
    language === "vi" ? lowerFirst(council.province) : council.province.replace(/^(?:Tỉnh|Thành phố) /, "");
  const { fee } = council;
  const open = procedure.channels.some(({ kind }) => !fee?.channels[kind]);
  return [
    ...(fee ? [resolutionLine(say, province, fee)] : decisionLine(say, province, procedure)),
    ...(open ? [fee ? say("fee.council.rest") : say("fee.council.unknown", { province })] : []),
  ];
}

function resolutionLine(
  say: Say,
  province: string,
  fee: NonNullable<NonNullable<Subject["council"]>["fee"]>,
) {
  const { number, title, url } = fee.resolution;
  return say("fee.council.by", { province, number, title, url, date: dayMonthYear(fee.checkedOn) });
}

/** The record says itself that the council decides, or only names the law that says so. */
function decisionLine(say: Say, province: string, procedure: Subject["procedure"]): string[] {
  const number = resolutionNamed(procedure, province);
  if (number) return [say("fee.council.named", { province, number })];
  const fees = procedure.channels.flatMap((channel) => channel.fees);
  // The row itself says so already.
  if (fees.some(({ kind }) => kind === "provincial-council")) return [];
  const law = fees.some(decidedByCouncil) ? undefined : lawForCouncil(procedure);
  return [law ? say("fee.council.law", { law }) : say("fee.council", { province })];
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function rowOf(say: Say, amount: CouncilAmount): string {
  if (amount.kind === "free") return say("fee.council.free", { ground: amount.ground });
  const money = say(`currency.${amount.currency}`, { amount: grouped(amount.amount) });
  const each = say("fee.per", { amount: money, unit: amount.unit });
  return amount.label ? say("fee.label", { amount: each, label: amount.label }) : each;
}
