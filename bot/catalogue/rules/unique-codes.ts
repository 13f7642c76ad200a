import type { Finding, Rule } from "../checking/rule.ts";

/** With two records of one code, which one answers would depend on the order of files. */
export const uniqueCodes: Rule = {
  name: "unique-codes",
  description: "A procedure has one record and at most one guide; life events have different ids.",
  scope: "files",
  check: (knowledge) => [
    ...repeated(knowledge.procedures.map(({ file, procedure }) => ({ file, code: procedure.code }))),
    ...repeated(knowledge.guides.map(({ file, guide }) => ({ file, code: guide.code }))),
    ...repeated(knowledge.lifeEvents.map(({ file, event }) => ({ file, code: event.id }))),
  ],
};

function repeated(items: readonly { readonly file: string; readonly code: string }[]): Finding[] {
  const first = new Map<string, string>();
  return items.flatMap(({ file, code }) => {
    const other = first.get(code);
    if (other === undefined) {
      first.set(code, file);
      return [];
    }
    return [{ file, code, field: "code", found: `also in ${other}`, expected: "a code of its own" }];
  });
}
