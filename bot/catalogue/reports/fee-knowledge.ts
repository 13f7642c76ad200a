import type { Channel, ChannelKind, Fee, Procedure } from "../../domain/index.ts";

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

/** The state of each channel; a procedure without channels has none. */
export function channelFees(procedure: Procedure): ChannelFee[] {
  return procedure.channels.map(({ kind, fees }) => {
    const note = fees.flatMap((fee) => ("note" in fee ? [fee.note] : []))[0];
    return { channel: kind, state: stateOf(fees), ...(note !== undefined && { note }) };
  });
}

/** What is known of the whole procedure: as much as its worst channel. */
export function feeState(procedure: Procedure): FeeState {
  const states = new Set(channelFees(procedure).map(({ state }) => state));
  return feeStates.find((state) => states.has(state)) ?? "not-published";
}

/** One figure among several lines is enough to plan with; the other lines are quoted beside it. */
function stateOf(fees: Channel["fees"]): FeeState {
  const kinds = new Set<Fee["kind"]>(fees.map(({ kind }) => kind));
  if (kinds.has("amount") || kinds.has("free")) return "known";
  if (kinds.has("provincial-council")) return "provincial-council";
  return kinds.has("note") ? "in-words" : "not-published";
}
