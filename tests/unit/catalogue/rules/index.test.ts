import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkKnowledge, contentRules } from "../../../../bot/catalogue/index.ts";
import { SAMPLE_DAY, sampleView } from "../../../support/sample-knowledge.ts";

const names = contentRules.map(({ name }) => name);

describe("contentRules", () => {
  it("holds every rule file once, named like its file", () => {
    const files = readdirSync("bot/catalogue/rules").map((file) => file.replace(/\.ts$/, ""));
    expect([...names].sort()).toEqual(files.filter((file) => file !== "index").sort());
  });

  it("has a test for each rule", () => {
    const tests = new Set(readdirSync(join("tests", "unit", "catalogue", "rules")));
    expect(names.filter((name) => !tests.has(`${name}.test.ts`))).toEqual([]);
  });

  it("explains each rule in one sentence", () => {
    for (const { description } of contentRules) expect(description).toMatch(/^[A-Z].{20,150}\.$/);
  });

  it("passes a small knowledge in which nothing is wrong", () => {
    expect(checkKnowledge(sampleView(), contentRules, { today: SAMPLE_DAY, questions: [] })).toEqual({
      problems: [],
      excepted: 0,
    });
  });
});
