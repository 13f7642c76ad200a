import type { KnowledgeFile } from "./knowledge-files.ts";

/** A place in a file that does not fit, or a file the bot does not know. */
export interface FileIssue {
  readonly file: string;
  /** Path inside the file, `guides.3.name.vi`; empty for the file as a whole. */
  readonly path: string;
  readonly found: string;
  readonly expected: string;
}

interface Schema<T> {
  safeParse(
    value: unknown,
  ):
    | { success: true; data: T }
    | { success: false; error: { issues: readonly { path: PropertyKey[]; message: string }[] } };
}

/** More from one file would bury the first, which often causes the rest. */
const ISSUES_PER_FILE = 20;

/** Reads files through schemas and remembers which files were read and what did not fit. */
export class SchemaReader {
  readonly #files: readonly KnowledgeFile[];
  readonly #read = new Set<string>();
  readonly #issues: FileIssue[] = [];

  constructor(files: readonly KnowledgeFile[]) {
    this.#files = files;
  }

  /** Reads every file directly in `folder`; a file that does not fit gives nothing. */
  each<T, U>(folder: string, schema: Schema<T>, take: (file: string, data: T) => readonly U[]): U[] {
    return this.#files.flatMap((file) => {
      const [first, name, ...deeper] = file.path.split("/");
      if (first !== folder || !name || deeper.length > 0) return [];
      const data = this.#check(file, schema);
      return data === undefined ? [] : take(file.path, data);
    });
  }

  /** Reads one file; undefined when it is missing or does not fit. A missing file is an issue. */
  one<T>(path: string, schema: Schema<T>): T | undefined {
    const file = this.#files.find((candidate) => candidate.path === path);
    if (file) return this.#check(file, schema);
    this.#issues.push({ file: path, path: "", found: "no such file", expected: "the file" });
    return undefined;
  }

  /** All issues, with one for each file that nothing has read. */
  finish(): FileIssue[] {
    const unknown = this.#files.filter(({ path }) => !this.#read.has(path));
    const expected = "a file the bot reads: procedures, guides, topics, life-events, places, …";
    return [
      ...this.#issues,
      ...unknown.map(({ path }) => ({ file: path, path: "", found: "unknown file", expected })),
    ];
  }

  #check<T>(file: KnowledgeFile, schema: Schema<T>): T | undefined {
    this.#read.add(file.path);
    if (file.broken !== undefined) {
      this.#issues.push({ file: file.path, path: "", found: file.broken, expected: "JSON" });
      return undefined;
    }
    const checked = schema.safeParse(file.value);
    if (checked.success) return checked.data;
    for (const { path, message } of checked.error.issues.slice(0, ISSUES_PER_FILE)) {
      const value = path.reduce<unknown>(
        (inner, key) => (typeof inner === "object" && inner !== null ? Reflect.get(inner, key) : undefined),
        file.value,
      );
      const found = (JSON.stringify(value) ?? "(absent)").slice(0, 80);
      this.#issues.push({ file: file.path, path: path.join("."), found, expected: message });
    }
    return undefined;
  }
}
