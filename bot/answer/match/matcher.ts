import type { Knowledge } from "../../domain/index.ts";
import { buildIndex, type MatchIndex } from "./build-index.ts";
import { type Entry, entriesOf } from "./entries.ts";
import { evidenceNames, gatherEvidence, type NearestExample } from "./evidence.ts";
import { createWorkspace } from "./match-units.ts";
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
  /** How far that text is in the question, and how much of the question it explains; 0–1. */
  readonly complete: number;
  readonly explains: number;
  /** How nearly one of its phrases or names is the whole message; 0–1. */
  readonly exact: number;
  /** Named evidence, for the trace. */
  readonly ranked: Ranked;
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
  /** `leaveOut`: a text to act as if it were not there; for training. */
  match(query: Query, leaveOut?: number): Matched;
  readonly index: MatchIndex;
}

const COMPLETE = evidenceNames.indexOf("phrase-complete");
const EXACT = evidenceNames.indexOf("exact");
const EXPLAINS = evidenceNames.indexOf("phrase-explains");
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
  const semantics = createSemantics(unpackModel(packed), index.entries, index.rarity);
  return {
    index,
    match: (query, leaveOut) => {
      const { features, matters, example } = gatherEvidence(index, semantics, query, work, leaveOut);
      const ranked = rank(matters, use);
      const candidates = ranked.map((one) => candidateOf(index, one));
      const topics = candidates.filter(({ entry }) => entry.target.kind === "topic");
      const [topic] = topics.sort((a, b) => b.exact - a.exact || b.share - a.share);
      return {
        features,
        ...(example && { example }),
        ...(topic && { topic }),
        confidence: confidenceOf(ranked, use),
        candidates: candidates.slice(0, KEPT),
      };
    },
  };
}

function candidateOf({ entries, firstUnit }: MatchIndex, ranked: Ranked): Candidate {
  const entry = entries[ranked.entry] as Entry;
  const evidence = (at: number) => ranked.evidence[at] ?? 0;
  return {
    entry,
    share: ranked.share,
    because: entry.texts[ranked.bestUnit - (firstUnit[ranked.entry] ?? 0)]?.text ?? "",
    complete: evidence(COMPLETE),
    explains: evidence(EXPLAINS),
    exact: evidence(EXACT),
    ranked,
  };
}
