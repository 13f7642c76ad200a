import type { Facet } from "../../domain/index.ts";
import type { AnswerContext, Decision } from "../draft.ts";
import type { Matched } from "../match/matcher.ts";

/** A broad word stands for its topic when it is nearly all that was said. */
const TOPIC_EXPLAINS = 0.75;

/** A broad word that means several procedures: the person chooses. */
export function topicOf(
  matched: Matched,
  facets: readonly Facet[],
  { knowledge }: AnswerContext,
): Decision | undefined {
  const candidate = matched.candidates.find(({ entry }) => entry.target.kind === "topic");
  if (candidate?.entry.target.kind !== "topic") return undefined;
  const topic = knowledge.topics[candidate.entry.target.topic];
  const leader = matched.candidates[0];
  const leads =
    candidate === leader ||
    (candidate.complete >= 0.95 && candidate.explains >= TOPIC_EXPLAINS && matched.confidence < 0.85);
  return topic && leads && candidate.complete >= 0.8
    ? { kind: "choose", codes: topic.codes, question: topic.question, facets }
    : undefined;
}
