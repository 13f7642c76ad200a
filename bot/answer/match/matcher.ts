import type { Knowledge } from "../../domain/index.ts";
import { buildIndex, type MatchIndex } from "./build-index.ts";
import { type Entry, entriesOf } from "./entries.ts";
import type { EntryFit } from "./entry-fit.ts";
import { gatherEvidence, type NearestExample } from "./evidence.ts";
import { createWorkspace } from "./first-look.ts";
import type { Query, QueryFeatures } from "./query-features.ts";
import { confidenceOf, type Ranked, type RankWeights, rank } from "./rank.ts";
import { type PackedModel, unpackModel } from "./semantic.ts";
import { createSemantics } from "./semantics.ts";
import vectors from "./vectors.json" with { type: "json" };
import weights from "./weights.json" with { type: "json" };

/** One thing the question may mean. */
export interface Candidate {
  readonly entry: Entry;
  /** Share among the candidates, 0–1. */
  readonly share: number;
  /** The text of the entry that fitted best. */
  readonly because: string;
  /** How that text and the others fit; 0–1. */
  readonly fit: EntryFit;
  /** Share of the question that any of its texts has, 0–1. */
  readonly union: number;
}

export interface Matched {
  /** The message as it was looked up. */
  readonly features: QueryFeatures;
  readonly candidates: readonly Candidate[];
  /** The broad word that was said most nearly. */
  readonly topic?: Candidate;
  /** Chance, 0–1, that the first is meant, if it is a matter for a counter at all. */
  readonly confidence: number;
  /** The nearest example of a message that is none. */
  readonly example?: NearestExample;
}

/** Finds which matter a message may mean, in one version of the knowledge. */
export interface Matcher {
  match(query: Query): Matched;
  readonly index: MatchIndex;
}

/** Candidates handed on; more are never offered. */
const KEPT = 12;

export function createMatcher(
  knowledge: Knowledge,
  use: RankWeights = weights,
  packed: PackedModel = vectors,
): Matcher {
  const { concepts, fillers } = knowledge.vocabulary;
  const index = buildIndex(entriesOf(knowledge), concepts, fillers);
  const work = createWorkspace(index);
  const semantics = createSemantics(unpackModel(packed), index);
  return {
    index,
    match: (query) => {
      const { features, matters, example } = gatherEvidence(index, semantics, query, work);
      const ranked = rank(matters, use);
      const topics = ranked.filter(({ entry }) => index.entries[entry]?.target.kind === "topic");
      const [topic] = topics.sort((a, b) => b.fit.exact - a.fit.exact || b.share - a.share);
      return {
        features,
        ...(example && { example }),
        ...(topic && { topic: candidateOf(index, topic) }),
        confidence: confidenceOf(ranked, use),
        candidates: ranked.slice(0, KEPT).map((one) => candidateOf(index, one)),
      };
    },
  };
}

function candidateOf(
  { entries, firstUnit }: MatchIndex,
  { entry: at, share, fit, union }: Ranked,
): Candidate {
  const entry = entries[at] as Entry;
  const because = entry.texts[fit.bestUnit - (firstUnit[at] ?? 0)]?.text ?? "";
  return { entry, share, because, fit, union };
}
