import type { Level } from "../../domain/index.ts";
import type { KnowledgeView } from "../checking/view.ts";
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
  const found = knowledge.procedures.flatMap(({ procedure }): UnknownFee[] => {
    const state = feeState(procedure);
    if (state === "known") return [];
    const { code, name, field } = procedure;
    const level = levels.find((each) => procedure.levels.includes(each)) ?? "other";
    const channels = channelFees(procedure).filter((channel) => channel.state !== "known");
    return [{ code, name, field, level, rank: rankOf.get(code) ?? "other", state, channels }];
  });
  return found.sort(
    (a, b) =>
      levels.indexOf(a.level) - levels.indexOf(b.level) ||
      ranks.indexOf(a.rank) - ranks.indexOf(b.rank) ||
      feeStates.indexOf(a.state) - feeStates.indexOf(b.state) ||
      (a.code < b.code ? -1 : 1),
  );
}
