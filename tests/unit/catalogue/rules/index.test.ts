import { readdirSync, readFileSync } from "node:fs";
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

  it("are told to editors, each in a line of the README", () => {
    const readme = readFileSync(join("knowledge", "README.md"), "utf8");
    expect([...readme.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, name]) => name)).toEqual(
      names.toSorted(byReadme(readme)),
    );
  });

  it("passes a small knowledge in which nothing is wrong", () => {
    expect(checkKnowledge(sampleView(), contentRules, { today: SAMPLE_DAY, questions: [] })).toEqual({
      problems: [],
      excepted: 0,
    });
  });
});

/** The README groups rules its own way; only the set of names must agree. */
function byReadme(readme: string): (a: string, b: string) => number {
  return (a, b) => readme.indexOf(`| \`${a}\``) - readme.indexOf(`| \`${b}\``);
}
