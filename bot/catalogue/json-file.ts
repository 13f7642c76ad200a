import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { LowSync, type SyncAdapter } from "lowdb";
import { OperatorError } from "../base/index.ts";

/** What we need of a schema: checks a value or says what is wrong with it. */
interface Schema<T> {
  safeParse(
    value: unknown,
  ):
    | { success: true; data: T }
    | { success: false; error: { issues: readonly { path: PropertyKey[]; message: string }[] } };
}

/**
 * Opens a knowledge file with lowdb. `data` is `fallback` when the file does not exist. `seen` is told the text.
 * @throws OperatorError with file and position when the file is not JSON or does not fit the schema
 */
export function openJsonFile<T>(
  path: string,
  schema: Schema<T>,
  fallback: T,
  seen?: (text: string) => void,
): LowSync<T> {
  const file = new LowSync<T>(new SafeJsonFile(path, schema, seen), fallback);
  file.read();
  return file;
}

/**
 * lowdb's own file adapter neither syncs to disk nor checks what it reads: a power cut lost most of a
 * file in trials, and a damaged file surfaced far from its cause.
 */
class SafeJsonFile<T> implements SyncAdapter<T> {
  readonly #path: string;
  readonly #schema: Schema<T>;
  readonly #seen: ((text: string) => void) | undefined;

  constructor(path: string, schema: Schema<T>, seen?: (text: string) => void) {
    this.#path = path;
    this.#schema = schema;
    this.#seen = seen;
  }

  read(): T | null {
    const text = readIfPresent(this.#path);
    if (text === undefined) return null;
    this.#seen?.(text);
    const checked = this.#schema.safeParse(parseJson(this.#path, text));
    if (checked.success) return checked.data;
    const first = checked.error.issues[0];
    throw new OperatorError(
      `${this.#path}: ${first?.path.join(".") ?? ""}: ${first?.message ?? "not valid"}`,
    );
  }

  write(data: T): void {
    mkdirSync(dirname(this.#path), { recursive: true });
    const next = `${this.#path}.next`;
    writeFileSync(next, `${JSON.stringify(data, null, 2)}\n`);
    syncToDisk(next);
    renameSync(next, this.#path);
    syncToDisk(dirname(this.#path));
  }
}

function readIfPresent(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new OperatorError(`${path} is not valid JSON: ${cause instanceof Error ? cause.message : cause}`, {
      cause,
    });
  }
}

function syncToDisk(path: string): void {
  const handle = openSync(path, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
