import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { OperatorError } from "../base/index.ts";
import type { Procedure } from "../domain/index.ts";
import { openJsonFile } from "./json-file.ts";
import { procedureFileSchema } from "./schema/procedure.ts";
import { slugOf } from "./slug.ts";

/**
 * Reads every `<field>.json` of a facts folder. `seen` is told the text of each.
 * @throws OperatorError naming the file when one is damaged or two hold the same code
 */
export function readFacts(folder: string, seen?: (text: string) => void): Map<string, Procedure> {
  const records = new Map<string, Procedure>();
  for (const name of jsonFiles(folder)) {
    const none = { field: "-", procedures: [] };
    const { data } = openJsonFile(join(folder, name), procedureFileSchema, none, seen);
    for (const procedure of data.procedures) {
      if (records.has(procedure.code))
        throw new OperatorError(`${name}: ${procedure.code} is in another file too`);
      records.set(procedure.code, procedure as Procedure);
    }
  }
  return records;
}

/** Writes records as one file a field, sorted by code, and removes files of fields that have none left. */
export function writeFacts(folder: string, records: ReadonlyMap<string, Procedure>): void {
  const byField = new Map<string, Procedure[]>();
  for (const record of records.values()) {
    const slug = slugOf(record.field);
    byField.set(slug, [...(byField.get(slug) ?? []), record]);
  }
  for (const [slug, procedures] of byField) {
    const sorted = procedures.toSorted((a, b) => (a.code < b.code ? -1 : 1));
    const field = sorted[0]?.field ?? slug;
    const file = openJsonFile(join(folder, `${slug}.json`), procedureFileSchema, { field, procedures: [] });
    if (JSON.stringify(file.data.procedures) === JSON.stringify(sorted)) continue;
    file.data = { field, procedures: sorted as (typeof file.data)["procedures"] };
    file.write();
  }
  for (const name of jsonFiles(folder)) {
    if (!byField.has(name.replace(/\.json$/, ""))) rmSync(join(folder, name));
  }
}

/** Names of the JSON files directly in a folder, in order; none when the folder is not there. */
export function jsonFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort();
}
