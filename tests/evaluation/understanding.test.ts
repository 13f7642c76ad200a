import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { loadKnowledge } from "../../bot/catalogue/index.ts";
import { type Figures, figuresOf } from "../../scripts/evaluation/figures.ts";
import { readItems } from "../../scripts/evaluation/items.ts";
import { runItems } from "../../scripts/evaluation/run.ts";

/**
 * The figures that were reached and may only rise. Written by hand after a change that raised them:
 * run `npm run evaluate` on both files and copy what it says.
 */
const baseline = z
  .record(z.string(), z.number())
  .parse(JSON.parse(readFileSync(new URL("baseline.json", import.meta.url), "utf8")));

let figures: Figures;
beforeAll(() => {
  const read = ["questions", "conversations"].map((name) =>
    readItems(`tests/evaluation/${name}.written.jsonl`),
  );
  const knowledge = loadKnowledge();
  const questions = read.flatMap((one) => one.questions);
  const talks = read.flatMap((one) => one.talks);
  const run = runItems(knowledge, questions, talks, () => performance.now());
  figures = figuresOf(run, (code) => knowledge.procedures.has(code));
}, 300_000);

describe("understanding of questions nobody wrote the knowledge for", () => {
  const higher: Record<string, (of: Figures) => number> = {
    "answerable.top1": ({ answerable }) => answerable.top1,
    "answerable.top3": ({ answerable }) => answerable.top3,
    "ambiguous.offered": ({ ambiguous }) => ambiguous.offered,
    "offtopic.refused": ({ offtopic }) => offtopic.refused,
    "smalltalk.right": ({ smalltalk }) => smalltalk.right,
    "feedback.right": ({ feedback }) => feedback.right,
    "handoff.right": ({ handoff }) => handoff.right,
    "status.right": ({ status }) => status.right,
    "facet.right": ({ facet }) => facet.right,
    "conversations.turnsRight": ({ conversations }) => conversations.turnsRight,
  };
  it.each(Object.entries(higher))("%s has not fallen", (name, read) => {
    expect(baseline).toHaveProperty([name]);
    expect(read(figures)).toBeGreaterThanOrEqual(baseline[name] ?? Number.POSITIVE_INFINITY);
  });

  const lower: Record<string, (of: Figures) => number> = {
    "answerable.wrong": ({ answerable }) => answerable.wrong,
    "answerable.refused": ({ answerable }) => answerable.refused,
  };
  it.each(Object.entries(lower))("%s has not risen", (name, read) => {
    expect(read(figures)).toBeLessThanOrEqual(baseline[name] ?? Number.NEGATIVE_INFINITY);
  });
});
