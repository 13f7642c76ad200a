import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { OperatorError } from "../../../../bot/base/index.ts";
import { readKnowledgeFiles } from "../../../../bot/catalogue/index.ts";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "knowledge-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe("readKnowledgeFiles", () => {
  it("reads every JSON file, sorted by path, and leaves the rest alone", () => {
    mkdirSync(join(folder, "guides"));
    writeFileSync(join(folder, "priority.json"), "{}");
    writeFileSync(join(folder, "guides", "ho-tich.json"), "[1]");
    writeFileSync(join(folder, "README.md"), "# Đọc trước");
    expect(readKnowledgeFiles(folder)).toEqual([
      { path: "guides/ho-tich.json", text: "[1]", value: [1] },
      { path: "priority.json", text: "{}", value: {} },
    ]);
  });

  it("hands back a damaged file with the reason", () => {
    writeFileSync(join(folder, "priority.json"), "{,}");
    expect(readKnowledgeFiles(folder)).toMatchObject([
      { path: "priority.json", text: "{,}", value: undefined, broken: expect.stringContaining("JSON") },
    ]);
  });

  it("says when the folder is not there", () => {
    expect(() => readKnowledgeFiles(join(folder, "none"))).toThrow(OperatorError);
  });
});
