import type { Guide } from "../../domain/index.ts";
import { eachGuide, type Fault } from "../checking/each.ts";
import type { Rule } from "../checking/rule.ts";

const LEAST_PHRASES = 10;

/** Half a guide looks like a whole one to the reader. */
export const coreGuides: Rule = {
  name: "core-guides",
  description:
    "Core procedures have a whole guide: who, documents, steps, mistakes and at least ten phrases.",
  scope: "guides",
  check: (knowledge) => {
    const core = new Set(
      knowledge.priority.procedures.flatMap(({ code, core: isCore }) => (isCore ? [code] : [])),
    );
    return eachGuide(knowledge, ({ guide }) => (core.has(guide.code) ? missingParts(guide) : []));
  },
};

function missingParts(guide: Guide): Fault[] {
  const { counter = [], online = [], postal = [] } = guide.steps ?? {};
  const counts = {
    phrases: { found: guide.phrases.length, least: LEAST_PHRASES },
    who: { found: guide.who ? 1 : 0, least: 1 },
    documents: { found: guide.documents?.length ?? 0, least: 1 },
    steps: { found: counter.length + online.length + postal.length, least: 1 },
    mistakes: { found: guide.mistakes?.length ?? 0, least: 1 },
  };
  return Object.entries(counts)
    .filter(([, { found, least }]) => found < least)
    .map(([field, { found, least }]) => ({ field, found: `${found}`, expected: `at least ${least}` }));
}
