import type { Level, Procedure } from "../../domain/index.ts";
import { COUNCIL_FEES_FILE, type KnowledgeView } from "../checking/view.ts";
import { type ChannelFee, channelFees, type FeeState, feeState, feeStates } from "./fee-knowledge.ts";

/** A procedure with a fee that cannot be told, and why it matters. */
export interface UnknownFee {
  readonly code: string;
  readonly name: string;
  readonly field: string;
  readonly level: Level;
  readonly rank: "core" | "priority" | "other";
  readonly state: Exclude<FeeState, "known">;
  readonly channels: readonly ChannelFee[];
  /** File and key to fill in. */
  readonly where: string;
}

const levels = ["commune", "province", "ministry", "other"] as const satisfies readonly Level[];
const ranks = ["core", "priority", "other"] as const;

/**
 * Procedures whose fee a citizen cannot be told in full, worst first: the nearest counter before the ministry,
 * core before the rest, nothing known before words known. Ties stand by code.
 */
export function unknownFees(knowledge: KnowledgeView): UnknownFee[] {
  const rankOf = new Map(
    knowledge.priority.procedures.map(({ code, core }) => [code, core ? "core" : "priority"] as const),
  );
  const found = knowledge.procedures.flatMap(({ file, procedure }): UnknownFee[] => {
    const { code, name, field } = procedure;
    const council = knowledge.councilFees.find((fee) => fee.code === code);
    const state = feeState(procedure, council);
    if (state === "known") return [];
    const level = levels.find((each) => procedure.levels.includes(each)) ?? "other";
    const channels = channelFees(procedure, council).filter((channel) => channel.state !== "known");
    return [
      {
        code,
        name,
        field,
        level,
        rank: rankOf.get(code) ?? "other",
        state,
        channels,
        where: whereOf(file, procedure, channels),
      },
    ];
  });
  return found.sort(
    (a, b) =>
      levels.indexOf(a.level) - levels.indexOf(b.level) ||
      ranks.indexOf(a.rank) - ranks.indexOf(b.rank) ||
      feeStates.indexOf(a.state) - feeStates.indexOf(b.state) ||
      (a.code < b.code ? -1 : 1),
  );
}

/** What the council decides is entered apart, so that a new import of the record leaves it alone. */
function whereOf(file: string, { code }: Procedure, channels: readonly ChannelFee[]): string {
  const kinds = [...new Set(channels.map(({ channel }) => channel))].join(", ");
  return channels.some(({ state }) => state === "provincial-council")
    ? `knowledge/${COUNCIL_FEES_FILE} › fees › ${code} › channels › ${kinds}`
    : `knowledge/${file} › ${code} › channels › ${kinds} › fees`;
}
