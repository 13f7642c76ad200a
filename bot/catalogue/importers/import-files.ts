import type { Procedure } from "../../domain/index.ts";
import { readPortalRecord } from "./portal-json.ts";
import { readSourceFile } from "./read-source.ts";

/** A record that was not taken, with all that is needed to mend it. */
export interface Rejected {
  readonly file: string;
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly problem: string;
}

export interface ReadFiles {
  readonly read: number;
  readonly procedures: readonly Procedure[];
  readonly rejected: readonly Rejected[];
}

export interface ReadOptions {
  /** The day the portal was looked at, `YYYY-MM-DD`. */
  readonly checkedOn: string;
  /** Leave out procedures that one province or ministry keeps for itself. */
  readonly nationalOnly: boolean;
  /** Called after each record with the number of records done and known so far. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Reads portal files one after another. When a code comes twice, the later record stands. */
export function readPortalFiles(paths: readonly string[], options: ReadOptions): ReadFiles {
  const rejected: Rejected[] = [];
  const procedures = new Map<string, Procedure>();
  let read = 0;
  for (const file of paths) {
    const rows = readSourceFile(file);
    for (const { row, value, problem } of rows) {
      read += 1;
      options.onProgress?.(read, Math.max(read, rows.length));
      if (problem) {
        rejected.push({ file, row, column: "(record)", value: "", problem });
        continue;
      }
      const record = readPortalRecord(value, options.checkedOn);
      if (!record.ok) {
        for (const { field, value: found, problem: why } of record.problems) {
          rejected.push({ file, row, column: field, value: found, problem: why });
        }
      } else if (!options.nationalOnly || record.procedure.scope === "national") {
        procedures.set(record.procedure.code, record.procedure);
      }
    }
  }
  return { read, procedures: [...procedures.values()], rejected };
}
