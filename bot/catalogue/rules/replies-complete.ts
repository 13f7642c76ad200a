import { type AnswerStatus, answerStatuses } from "../../domain/index.ts";
import type { Finding, Rule } from "../checking/rule.ts";

/** These statuses are put together from parts; the rest have wording of their own name. */
const composed: { readonly [Status in AnswerStatus]?: readonly string[] } = {
  "answered.facet": [
    "source",
    "documents.title",
    "fee.title",
    "time.title",
    "place.title",
    "online.title",
    "steps.title",
  ],
  "answered.card": ["source"],
  "answered.several": ["several.intro"],
};

/** Wording that is missing would surface as a failure in front of a citizen. */
export const repliesComplete: Rule = {
  name: "replies-complete",
  description: "Every way an answer can end has wording, and both languages use the same placeholders.",
  scope: "replies",
  check: (knowledge) => {
    const names = new Set(knowledge.replies.map(({ name }) => name));
    const missing = answerStatuses
      .flatMap((status) => composed[status] ?? [status])
      .filter((name) => !names.has(name));
    return [
      ...[...new Set(missing)].map(
        (name): Finding => ({
          file: "replies",
          code: name,
          field: "wording",
          found: "nothing",
          expected: "wording",
        }),
      ),
      ...knowledge.replies.flatMap(({ file, name, text }): Finding[] => {
        const [vi, en] = [placeholders(text.vi), placeholders(text.en)];
        if (vi === en) return [];
        return [
          {
            file,
            code: name,
            field: "en",
            found: en || "no placeholders",
            expected: vi || "no placeholders",
          },
        ];
      }),
      ...repeatedNames(knowledge.replies),
    ];
  },
};

function placeholders(text: string): string {
  return [...new Set(text.match(/\{[^}]*\}/g))].sort().join(" ");
}

function repeatedNames(replies: readonly { readonly file: string; readonly name: string }[]): Finding[] {
  const first = new Map<string, string>();
  return replies.flatMap(({ file, name }) => {
    const other = first.get(name);
    first.set(name, other ?? file);
    return other
      ? [{ file, code: name, field: "name", found: `also in ${other}`, expected: "one wording" }]
      : [];
  });
}
