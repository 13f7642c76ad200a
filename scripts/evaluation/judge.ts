import type { Answer } from "../../bot/domain/index.ts";
import type { Item, Kind } from "./items.ts";

/** How one answer did against what would be right. */
export interface Verdict {
  readonly item: Item;
  readonly answer: Answer;
  /** The answer given or the first choice offered is right. */
  readonly first: boolean;
  /** A right code is among the first three. */
  readonly firstThree: boolean;
  /** One answer was given as certain. */
  readonly answered: boolean;
  /** Given as certain, and not right. */
  readonly wrong: boolean;
  /** Nothing was offered. */
  readonly refused: boolean;
  /** Right in the way its kind asks for. */
  readonly right: boolean;
  readonly facetRight?: boolean;
}

/** A turn in life is told with all its procedures, and the person picks. */
const asksBack = new Set(["clarify.procedure", "answered.life-event"]);
const certain = new Set(["answered.facet", "answered.card", "answered.several"]);

/** Judges one answer. Pure. */
export function judge(item: Item, answer: Answer): Verdict {
  const speaks =
    certain.has(answer.status) ||
    answer.status === "clarify.procedure" ||
    answer.status === "answered.life-event";
  const codes = speaks ? answer.procedures.map(({ code }) => code) : [];
  const given = answer.status === "answered.several" ? codes.slice(0, 2) : codes.slice(0, 1);
  const first = given.some((code) => item.expect.includes(code));
  const answered = certain.has(answer.status);
  const base = {
    item,
    answer,
    first,
    firstThree: codes.slice(0, 3).some((code) => item.expect.includes(code)),
    answered,
    wrong: answered && !first,
    refused: codes.length === 0,
  };
  const right = isRight(item, answer, base);
  const facetRight = item.facet && answered && first ? answer.facets.includes(item.facet) : undefined;
  return { ...base, right, ...(facetRight !== undefined && { facetRight }) };
}

function isRight({ kind, expect }: Item, answer: Answer, base: Pick<Verdict, "first" | "refused">): boolean {
  const family: Record<
    Exclude<Kind, "answerable" | "ambiguous" | "offtopic">,
    (status: string) => boolean
  > = {
    smalltalk: (status) => status.startsWith("smalltalk."),
    feedback: (status) => status === "handoff.feedback",
    handoff: (status) => status === "handoff.person" || status === "handoff.emergency",
    status: (status) => status === "answered.dossier-status",
    office: (status) => status === "answered.office",
  };
  switch (kind) {
    case "answerable":
      return base.first;
    case "ambiguous": {
      const offered = (answer.state.offered ?? []).filter(({ payload }) =>
        expect.some((code) => payload.includes(code)),
      );
      return asksBack.has(answer.status) && offered.length >= Math.min(2, expect.length);
    }
    case "offtopic":
      return (
        base.refused && (answer.status.startsWith("refused.") || answer.status.startsWith("unanswerable."))
      );
    default:
      return family[kind](answer.status);
  }
}
