import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { jsonFiles, readFacts, writeFacts } from "../../../bot/catalogue/index.ts";
import type { Procedure } from "../../../bot/domain/index.ts";
import { birthRecord } from "../../support/sample-knowledge.ts";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "facts-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const land: Procedure = { ...birthRecord, code: "1.000009", field: "Đất đai" };
const second: Procedure = { ...birthRecord, code: "1.000000" };

function write(...records: readonly Procedure[]): void {
  writeFacts(folder, new Map(records.map((record) => [record.code, record])));
}

describe("writeFacts and readFacts", () => {
  it("keep one file a field, sorted by code, and give back what was written", () => {
    write(birthRecord, land, second);
    expect(readdirSync(folder).sort()).toEqual(["dat-dai.json", "ho-tich.json"]);
    const file = JSON.parse(readFileSync(join(folder, "ho-tich.json"), "utf8"));
    expect(file.field).toBe("Hộ tịch");
    expect(file.procedures.map(({ code }: Procedure) => code)).toEqual(["1.000000", "1.000001"]);
    expect(readFacts(folder)).toEqual(
      new Map([land, second, birthRecord].map((record) => [record.code, record])),
    );
  });

  it("touch only files that change, and take away a field that has nothing left", () => {
    write(birthRecord, land);
    const path = join(folder, "ho-tich.json");
    utimesSync(path, 1000, 1000);
    write(birthRecord);
    expect(statSync(path).mtimeMs).toBe(1_000_000);
    expect(readdirSync(folder)).toEqual(["ho-tich.json"]);
  });

  it("refuse a code that stands in two files", () => {
    write(birthRecord);
    writeFileSync(join(folder, "khac.json"), JSON.stringify({ field: "Khác", procedures: [birthRecord] }));
    expect(() => readFacts(folder)).toThrow(/khac\.json: 1\.000001 is in another file too/);
  });
});

describe("jsonFiles", () => {
  it("lists JSON files in order, and none where there is no folder", () => {
    for (const name of ["b.json", "a.json", "README.md"]) writeFileSync(join(folder, name), "{}");
    expect(jsonFiles(folder)).toEqual(["a.json", "b.json"]);
    expect(jsonFiles(join(folder, "none"))).toEqual([]);
  });
});
