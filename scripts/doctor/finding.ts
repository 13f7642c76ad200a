/** Words for the operator, in both languages. */
export interface Said {
  readonly vi: string;
  readonly en: string;
}

/** `warn`: the program works, but somebody should look. `fail`: it does not work, or not safely. */
export type Level = "ok" | "warn" | "fail";

/** What one check saw. */
export interface Finding {
  readonly check: string;
  readonly title: Said;
  readonly level: Level;
  readonly found: Said;
  /** What to do next; always there unless the level is `ok`. */
  readonly todo?: Said;
}

/** Makes the findings of one check; see `judge`. */
export interface Judge {
  readonly ok: (vi: string, en: string) => Finding;
  readonly warn: (found: Said, todo: Said) => Finding;
  readonly fail: (found: Said, todo: Said) => Finding;
}

/** Findings of one check: its name for programs, its title for people. */
export function judge(check: string, vi: string, en: string): Judge {
  const title = { vi, en };
  return {
    ok: (foundVi, foundEn) => ({ check, title, level: "ok", found: { vi: foundVi, en: foundEn } }),
    warn: (found, todo) => ({ check, title, level: "warn", found, todo }),
    fail: (found, todo) => ({ check, title, level: "fail", found, todo }),
  };
}

const marks: Readonly<Record<Level, string>> = { ok: "✔ ok  ", warn: "! warn", fail: "✘ fail" };
const INDENT = " ".repeat(9);

/** A finding as lines for a terminal: Vietnamese first; English too wherever something has to be done. */
export function findingLines({ title, level, found, todo }: Finding): string {
  const name = title.vi === title.en ? title.vi : `${title.vi} (${title.en})`;
  const lines = [`${marks[level]}  ${name}: ${found.vi}`];
  if (todo) lines.push(`${INDENT}→ ${todo.vi}`, `${INDENT}  ${found.en}`, `${INDENT}→ ${todo.en}`);
  return lines.join("\n");
}
