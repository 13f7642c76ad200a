import { createHash } from "node:crypto";
import type { Procedure } from "../domain/index.ts";

type Fingerprinted = Omit<Procedure, "source"> & {
  readonly source: Omit<Procedure["source"], "fingerprint">;
};

/**
 * A short hash of a record's facts. The day it was last checked is left out, so that looking again
 * at an unchanged record does not make it look edited.
 */
export function fingerprint(record: Fingerprinted): string {
  const { checkedOn: _checkedOn, ...source } = record.source;
  return createHash("sha256")
    .update(JSON.stringify(sorted({ ...record, source })))
    .digest("hex")
    .slice(0, 16);
}

/** True when the record is still as it was imported. */
export function isAsImported(record: Procedure): boolean {
  const { fingerprint: imported, ...source } = record.source;
  return fingerprint({ ...record, source }) === imported;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
