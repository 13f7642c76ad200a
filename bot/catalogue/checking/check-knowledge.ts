import { applyExceptions } from "./exceptions.ts";
import type { Problem, Rule, RuleContext } from "./rule.ts";
import type { KnowledgeView } from "./view.ts";

/** What a check found. */
export interface CheckResult {
  readonly problems: readonly Problem[];
  /** How many problems the exceptions covered. */
  readonly excepted: number;
}

/** Runs rules over the knowledge. No problems = it may be published. */
export function checkKnowledge(
  knowledge: KnowledgeView,
  rules: readonly Rule[],
  context: RuleContext,
): CheckResult {
  const found = rules.flatMap(({ name, check }) =>
    check(knowledge, context).map((finding) => ({ rule: name, ...finding })),
  );
  const problems = applyExceptions(found, knowledge.exceptions, context.today);
  const own = problems.filter(({ rule }) => rule === "exceptions").length;
  return { problems, excepted: found.length - (problems.length - own) };
}
