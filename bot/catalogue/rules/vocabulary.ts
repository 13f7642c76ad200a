import { facets } from "../../domain/index.ts";
import type { Finding, Rule } from "../checking/rule.ts";
import type { KnowledgeView } from "../checking/view.ts";

/** A word listed twice is a sign that an edit went to the wrong place. */
export const vocabulary: Rule = {
  name: "vocabulary",
  description:
    "Concepts, shorthand, part words and fillers are well formed: lower case, each once, none missing.",
  scope: "vocabulary",
  check: ({ vocabulary: words }) => [
    ...concepts(words.concepts ?? []),
    ...shorthand(words.shorthand ?? {}),
    ...parts(words.facets),
    ...repeated("vocabulary/fillers.json", "fillers", words.fillers ?? []),
  ],
};

function concepts(list: NonNullable<KnowledgeView["vocabulary"]["concepts"]>): Finding[] {
  const file = "vocabulary/concepts.json";
  return [
    ...repeated(
      file,
      "id",
      list.map(({ id }) => id),
    ),
    ...list.flatMap(({ id, words }) => repeated(file, id, words)),
    ...list
      .filter(({ id }) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
      .map(({ id }) => ({
        file,
        code: id,
        field: "id",
        found: id,
        expected: "lower-case words joined by hyphens",
      })),
  ];
}

function shorthand(map: Readonly<Record<string, string>>): Finding[] {
  return Object.entries(map).flatMap(([short, full]): Finding[] => {
    const place = { file: "vocabulary/shorthand.json", code: short, field: short };
    if (/\s/.test(short) || short !== short.toLowerCase()) {
      return [{ ...place, found: short, expected: "one lower-case word" }];
    }
    return full === full.toLowerCase() ? [] : [{ ...place, found: full, expected: "lower case" }];
  });
}

function parts(words: KnowledgeView["vocabulary"]["facets"]): Finding[] {
  const file = "vocabulary/facets.json";
  if (!words) return [];
  return facets.flatMap((facet) => {
    const list = words[facet];
    return list
      ? (["asks", "names", "checks", "not"] as const).flatMap((use) => repeated(file, facet, list[use] ?? []))
      : [{ file, code: facet, field: facet, found: "nothing", expected: "words" }];
  });
}

function repeated(file: string, code: string, words: readonly string[]): Finding[] {
  return words
    .filter((word, index) => words.indexOf(word) !== index)
    .map((word) => ({ file, code, field: "words", found: `“${word}” twice`, expected: "each once" }));
}
