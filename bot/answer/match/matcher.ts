import type { Knowledge } from "../../domain/index.ts";
import { buildIndex, type MatchIndex } from "./build-index.ts";
import { type Entry, entriesOf } from "./entries.ts";
import { evidenceNames, gatherEvidence, type NearestExample } from "./evidence.ts";
import { createWorkspace } from "./match-units.ts";
import type { Query } from "./query-features.ts";
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
  readonly candidates: readonly Candidate[];
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
  const textOf = unitTexts(index);
  return {
    index,
    match: (query, leaveOut) => {
      const { matters, example } = gatherEvidence(index, semantics, query, work, leaveOut);
      const ranked = rank(matters, use);
      return {
        ...(example && { example }),
        confidence: confidenceOf(ranked, use),
        candidates: ranked.slice(0, KEPT).flatMap((one) => {
          const entry = index.entries[one.entry];
          const complete = one.evidence[COMPLETE] ?? 0;
          const explains = one.evidence[EXPLAINS] ?? 0;
          const exact = one.evidence[EXACT] ?? 0;
          return entry
            ? [
                {
                  entry,
                  share: one.share,
                  because: textOf(one.bestUnit),
                  complete,
                  explains,
                  exact,
                  ranked: one,
                },
              ]
            : [];
        }),
      };
    },
  };
}

/** Turns the number of a unit back into its text. */
function unitTexts({ entries, unitEntry, firstUnit }: MatchIndex): (unit: number) => string {
  return (unit) => {
    const entry = unitEntry[unit] ?? 0;
    return entries[entry]?.texts[unit - (firstUnit[entry] ?? 0)]?.text ?? "";
  };
}
