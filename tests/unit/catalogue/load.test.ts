import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { OperatorError } from "../../../bot/base/index.ts";
import { loadKnowledge } from "../../../bot/catalogue/index.ts";
import { type Sample, sampleFiles } from "../../support/sample-knowledge.ts";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "knowledge-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(change?: (sample: Sample) => void): void {
  for (const { path, text } of sampleFiles(change)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

describe("loadKnowledge", () => {
  it("reads every part", () => {
    write();
    const knowledge = loadKnowledge(folder);
    expect([...knowledge.procedures.keys()]).toEqual(["1.000001", "1.000002"]);
    expect(knowledge.guides.get("1.000001")?.name.vi).toBe("Làm giấy khai sinh");
    expect(knowledge.topics).toHaveLength(1);
    expect(knowledge.lifeEvents).toHaveLength(1);
    expect(knowledge.places.offices[0]?.id).toBe("can-giuoc");
    expect(knowledge.holidays.yearly.length).toBeGreaterThan(0);
    expect(knowledge.vocabulary.shorthand.gks).toBe("giấy khai sinh");
    expect(knowledge.replies.failed?.en).toBe("Hello {name}.");
    expect(Object.isFrozen(knowledge)).toBe(true);
  });

  it("has one version for one content, and another after any change", () => {
    write();
    const version = loadKnowledge(folder).version;
    expect(version).toMatch(/^[0-9a-f]{12}$/);
    expect(loadKnowledge(folder).version).toBe(version);
    const changes: readonly ((sample: Sample) => void)[] = [
      (sample) => (sample.birthRecord.results = ["Khác"]),
      (sample) => (sample.birthGuide.name.vi = "Khác"),
      (sample) => (sample.topic.question.vi = "Khác"),
      (sample) => (sample.event.intro.vi = "Khác"),
      (sample) => (sample.holidays.checkedOn = "2026-11-25"),
      (sample) => (sample.vocabulary.fillers = ["khác"]),
      (sample) => (sample.wording.failed = { vi: "Khác", en: "Other" }),
    ];
    const versions = changes.map((change) => {
      write(change);
      return loadKnowledge(folder).version;
    });
    expect(new Set([version, ...versions]).size).toBe(changes.length + 1);
  });

  it.each<[string, string, (sample: Sample) => void]>([
    ["a damaged file", "topics", (sample) => (sample.raw["topics/all.json"] = "{")],
    [
      "a value that does not fit",
      "guides.0.checkedOn",
      (sample) => (sample.birthGuide.checkedOn = "hôm qua"),
    ],
    [
      "two guides for a procedure",
      "two guides for 1.000001",
      (sample) => (sample.marriageGuide.code = "1.000001"),
    ],
    ["no procedures", "npm run import", (sample) => (sample.procedureFiles = [])],
  ])("stops at %s, saying where", (_name, words, change) => {
    write(change);
    expect(() => loadKnowledge(folder)).toThrow(OperatorError);
    expect(() => loadKnowledge(folder)).toThrow(words);
  });

  it("names a part that is missing", () => {
    write();
    rmSync(join(folder, "vocabulary", "fillers.json"));
    expect(() => loadKnowledge(folder)).toThrow(/fillers\.json is missing/);
  });
});
