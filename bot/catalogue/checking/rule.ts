import type { KnowledgeView } from "./view.ts";

/** One thing wrong with the knowledge: where it stands, what stands there, and what should. */
export interface Problem {
  readonly rule: string;
  /** Path inside the knowledge folder. */
  readonly file: string;
  /** Procedure code, or the name of whatever is wrong (a topic, a place, a wording). */
  readonly code: string;
  readonly field: string;
  readonly found: string;
  readonly expected: string;
}

/** A problem as a rule reports it; the runner adds the rule's name. */
export type Finding = Omit<Problem, "rule">;

/** What a rule may know beyond the knowledge itself. */
export interface RuleContext {
  /** The day of the check in Vietnam, `YYYY-MM-DD`. */
  readonly today: string;
  /** Questions kept for evaluation, which no phrase may repeat. */
  readonly questions: readonly EvaluationQuestion[];
}

/** A question kept for measuring, by which no phrase may be inspired. */
export interface EvaluationQuestion {
  readonly id: string;
  readonly text: string;
}

/** The part of the knowledge a rule looks at. */
export const scopes = [
  "files",
  "procedures",
  "guides",
  "phrases",
  "topics",
  "life-events",
  "places",
  "vocabulary",
  "replies",
  "texts",
] as const;
/** One of the parts. */
export type Scope = (typeof scopes)[number];

/** A content rule. Pure: the same knowledge and context always give the same findings. */
export interface Rule {
  readonly name: string;
  /** One sentence that an editor understands. */
  readonly description: string;
  readonly scope: Scope;
  readonly check: (knowledge: KnowledgeView, context: RuleContext) => readonly Finding[];
}
