import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { OperatorError } from "../base/index.ts";
import { lockFile } from "./sqlite.ts";

export interface ProcessLock {
  /** May be called more than once. */
  readonly release: () => void;
}

/**
 * Makes this process the only one that writes to an SQLite file: a second one would hand out work
 * that the first already has. The lock is the system's, on `<file>.lock`; `<file>.pid` only says who.
 * @throws OperatorError when another process holds it.
 */
export function takeProcessLock(path: string): ProcessLock {
  const pidPath = `${path}.pid`;
  const lock = lockFile(`${path}.lock`);
  if (!lock) {
    throw new OperatorError(
      `The store ${path} is in use by another process${holder(pidPath)}. Stop that one first, ` +
        "give this one its own DATA_DIR, or set DATABASE_URL so that several processes can share a store.",
    );
  }
  writeFileSync(pidPath, `${process.pid}\n`);
  let held = true;
  return {
    release: () => {
      if (!held) return;
      held = false;
      rmSync(pidPath, { force: true });
      lock.release();
    },
  };
}

function holder(pidPath: string): string {
  try {
    return ` (pid ${readFileSync(pidPath, "utf8").trim()})`;
  } catch {
    return "";
  }
}
