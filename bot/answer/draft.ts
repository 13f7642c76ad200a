import type {
  Answer,
  AnsweredProcedure,
  AnswerStatus,
  Facet,
  Knowledge,
  Language,
  Question,
  Text,
} from "../domain/index.ts";
import type { Expressions } from "../text/index.ts";
import type { CueReader } from "./decide/cues.ts";
import type { ToneReader } from "./decide/tone.ts";
import type { TopicReader } from "./decide/topic.ts";
import type { Matcher } from "./match/matcher.ts";
import type { Payload } from "./payload.ts";
import type { Understanding } from "./understand/understanding.ts";

/** Everything a step may read besides the draft. No store, no network, no clock but `nowMs`. */
export interface AnswerContext {
  readonly knowledge: Knowledge;
  readonly matcher: Matcher;
  readonly understanding: Understanding;
  readonly cues: CueReader;
  readonly tone: ToneReader;
  readonly topics: TopicReader;
  /** What typing the words on a button means. */
  readonly buttons: Expressions<Payload>;
  readonly nowMs: number;
}

/** What the answer will be about. */
export type Decision =
  | { readonly kind: "procedure"; readonly code: string; readonly facets: readonly Facet[] }
  | {
      readonly kind: "choose";
      readonly codes: readonly string[];
      readonly question?: Text;
      readonly facets: readonly Facet[];
    }
  | {
      readonly kind: "several";
      readonly items: readonly { readonly code: string; readonly facets: readonly Facet[] }[];
    }
  | { readonly kind: "life-event"; readonly id: string }
  | { readonly kind: "status"; readonly status: AnswerStatus };

/** An answer in the making. Each step adds what it found. */
export interface Draft {
  readonly question: Question;
  readonly language: Language;
  /** Normalised text. */
  readonly text: string;
  readonly payload?: Payload;
  readonly read?: ReturnType<Understanding["read"]>;
  readonly candidates: readonly AnsweredProcedure[];
  readonly decision?: Decision;
  /** Case answers given so far: question id → option id. */
  readonly decided: Readonly<Record<string, string>>;
  /** One line for each thing that was decided, for the trace. */
  readonly log: readonly string[];
}

/** One step of answering: adds to the draft, or ends with the answer. */
export type Step = (draft: Draft, ctx: AnswerContext) => Draft | Answer;

export function isAnswer(result: Draft | Answer): result is Answer {
  return "messages" in result;
}
