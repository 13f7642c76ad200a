import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { messageOf, OperatorError } from "../../base/index.ts";

/** One record of a file, or why its row cannot be read. Rows count from 1. */
export interface SourceRow {
  readonly row: number;
  readonly value?: unknown;
  readonly problem?: string;
}

/** Larger than any file of the portal we have seen by ten times. */
const LARGEST_FILE_BYTES = 512 * 1024 * 1024;

/**
 * Reads a portal file: `.json` (one record, a list, or the API envelope), `.jsonl` (a record a line),
 * each also with `.gz`. A broken line spoils only itself.
 * @throws OperatorError when the file cannot be opened or its kind is not known
 */
export function readSourceFile(path: string): SourceRow[] {
  const kind = /\.(jsonl?)(\.gz)?$/i.exec(path);
  if (!kind)
    throw new OperatorError(`${path}: expected a .json or .jsonl file of the portal, plain or with .gz`);
  const text = readText(path, Boolean(kind[2]));
  if (kind[1]?.toLowerCase() === "jsonl") {
    return text.split("\n").flatMap((line, index) => (line.trim() ? [parseRow(line, index + 1)] : []));
  }
  const whole = parseRow(text, 1);
  if (!Array.isArray(whole.value)) return [whole];
  return whole.value.map((value: unknown, index) => ({ row: index + 1, value }));
}

function readText(path: string, zipped: boolean): string {
  try {
    const bytes = readFileSync(path);
    return (zipped ? gunzipSync(bytes, { maxOutputLength: LARGEST_FILE_BYTES }) : bytes)
      .toString("utf8")
      .normalize("NFC");
  } catch (cause) {
    throw new OperatorError(`${path} cannot be read: ${messageOf(cause)}`, { cause });
  }
}

function parseRow(text: string, row: number): SourceRow {
  try {
    return { row, value: JSON.parse(text) };
  } catch (cause) {
    return { row, problem: `not valid JSON: ${messageOf(cause)}` };
  }
}
