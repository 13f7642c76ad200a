import type { Channel, ChannelKind, CouncilFee, Fee, Procedure } from "../../domain/index.ts";
import { awaitsCouncil, decidedByCouncil } from "../../places/index.ts";

/**
 * What a citizen can be told about the fee of one way of filing: a figure (or that nothing is charged), the
 * record's words without a figure, that the province decides, or nothing.
 */
export const feeStates = ["not-published", "provincial-council", "in-words", "known"] as const;
/** One of the states, least known first. */
export type FeeState = (typeof feeStates)[number];

/** What is known of the fee of one way of filing. */
export interface ChannelFee {
  readonly channel: ChannelKind;
  readonly state: FeeState;
  /** The record's words where it has no figure. */
  readonly note?: string;
}

/** The state of each channel; a procedure without channels has none. What the council decided counts as known. */
export function channelFees(procedure: Procedure, council?: CouncilFee): ChannelFee[] {
  const awaits = awaitsCouncil(procedure);
  return procedure.channels.map(({ kind, fees }) => {
    if (council?.channels[kind]) return { channel: kind, state: "known" };
    const state = stateOf(fees);
    const note = fees.flatMap((fee) => ("note" in fee ? [fee.note] : []))[0];
    return {
      channel: kind,
      state: state === "not-published" && awaits ? "provincial-council" : state,
      ...(note !== undefined && { note }),
    };
  });
}

/** What is known of the whole procedure: as much as its worst channel. */
export function feeState(procedure: Procedure, council?: CouncilFee): FeeState {
  const states = new Set(channelFees(procedure, council).map(({ state }) => state));
  return feeStates.find((state) => states.has(state)) ?? "not-published";
}

/** One figure among several lines is enough to plan with; the other lines are quoted beside it. */
function stateOf(fees: Channel["fees"]): FeeState {
  const kinds = new Set<Fee["kind"]>(fees.map(({ kind }) => kind));
  // An amount "to be set by the council" is an example, not what this province charges.
  if (kinds.has("free") || fees.some((fee) => fee.kind === "amount" && !decidedByCouncil(fee)))
    return "known";
  if (fees.some(decidedByCouncil)) return "provincial-council";
  return kinds.has("note") ? "in-words" : "not-published";
}
