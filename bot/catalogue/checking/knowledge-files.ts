import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { messageOf, OperatorError } from "../../base/index.ts";

/** One JSON file of the knowledge folder, as it stands on disk. */
export interface KnowledgeFile {
  /** Path inside the folder, with `/` between parts. */
  readonly path: string;
  readonly text: string;
  readonly value: unknown;
  /** Why the text is not JSON; then `value` is undefined. */
  readonly broken?: string;
}

/**
 * Reads every `.json` file under a knowledge folder, in order of path. Damaged files are returned too.
 * @throws OperatorError when the folder is not there
 */
export function readKnowledgeFiles(folder: string): KnowledgeFile[] {
  if (!existsSync(folder)) throw new OperatorError(`${folder}: no such folder`);
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".json"))
    .sort()
    .map((path) => knowledgeFile(path, readFileSync(join(folder, path), "utf8")));
}

/** Makes a knowledge file of a path and its text. */
export function knowledgeFile(path: string, text: string): KnowledgeFile {
  try {
    return { path, text, value: JSON.parse(text) };
  } catch (error) {
    return { path, text, value: undefined, broken: messageOf(error) };
  }
}
