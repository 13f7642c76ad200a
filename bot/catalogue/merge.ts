import type { Procedure } from "../domain/index.ts";
import { isAsImported } from "./fingerprint.ts";

/** A record that staff edited by hand and whose source has changed since; left as it is until they decide. */
export interface KeptRecord {
  readonly code: string;
  /** Names of the fields that differ. */
  readonly fields: readonly string[];
}

export interface MergeResult {
  readonly records: ReadonlyMap<string, Procedure>;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Of the unchanged: records that now carry a later day of checking. */
  readonly rechecked: number;
  readonly kept: readonly KeptRecord[];
}

export interface MergeOptions {
  /** The source wins over records edited by hand. */
  readonly acceptSource: boolean;
  /** Records found unchanged at the source take over its day of checking: somebody has looked again. */
  readonly recheck: boolean;
}

/**
 * Lays imported records over the present ones. A record edited by hand is kept and reported, unless
 * `acceptSource` says that the source wins. Importing the same records again changes nothing.
 */
export function mergeRecords(
  present: ReadonlyMap<string, Procedure>,
  incoming: readonly Procedure[],
  { acceptSource, recheck }: MergeOptions,
): MergeResult {
  const records = new Map(present);
  const kept: KeptRecord[] = [];
  const count = { added: 0, changed: 0, unchanged: 0, rechecked: 0 };
  for (const record of incoming) {
    const old = records.get(record.code);
    if (!old) {
      records.set(record.code, record);
      count.added += 1;
    } else if (old.source.fingerprint === record.source.fingerprint) {
      count.unchanged += 1;
      if (recheck && old.source.checkedOn < record.source.checkedOn) {
        records.set(record.code, { ...old, source: { ...old.source, checkedOn: record.source.checkedOn } });
        count.rechecked += 1;
      }
    } else if (isAsImported(old) || acceptSource) {
      records.set(record.code, record);
      count.changed += 1;
    } else {
      kept.push({ code: record.code, fields: differences(old, record) });
    }
  }
  return { records, ...count, kept };
}

function differences(old: Procedure, record: Procedure): string[] {
  const keys = new Set([...Object.keys(old), ...Object.keys(record)]);
  return [...keys].filter(
    (key) =>
      key !== "source" && JSON.stringify(Reflect.get(old, key)) !== JSON.stringify(Reflect.get(record, key)),
  );
}
