import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evidenceNames, gatherEvidence } from "../../../../bot/answer/match/evidence.ts";
import { createWorkspace } from "../../../../bot/answer/match/first-look.ts";
import type { Semantics } from "../../../../bot/answer/match/semantics.ts";
import { queryOf, sampleEntries, sampleIndex } from "../../../support/sample-entries.ts";

const index = sampleIndex();
/** Evidence from words alone: the learned model finds everything equally near. */
const indifferent: Semantics = { near: (_, entries) => new Float32Array(entries.length) };
const gather = (text: string) =>
  gatherEvidence(index, indifferent, queryOf(text), createWorkspace(index)).matters;
const named = (text: string, entry: number) => {
  const { evidence = [] } = gather(text).find((one) => one.entry === entry) ?? {};
  return Object.fromEntries(evidenceNames.map((name, at) => [name, evidence[at] ?? 0]));
};

describe("evidence", () => {
  it("is a number for each of its names, none of them against an entry", () => {
    const words = fc.array(fc.constantFrom("khai", "sinh", "giấy", "hôn", "cưới", "nhà", "em", "lạ"), {
      minLength: 1,
      maxLength: 25,
    });
    fc.assert(
      fc.property(words, (list) => {
        for (const { evidence } of gather(list.join(" "))) {
          expect(evidence).toHaveLength(evidenceNames.length);
          expect(evidence.every((value) => value >= 0 && value < 10)).toBe(true);
        }
      }),
    );
  });

  it("names the text that fitted best", () => {
    const [best] = gather("làm hôn thú").filter(({ entry }) => entry === 1);
    const unit = (best?.fit.bestUnit ?? 0) - (index.firstUnit[1] ?? 0);
    expect(sampleEntries[1]?.texts[unit]?.text).toBe("làm hôn thú");
  });

  it("tells siblings apart by what few of them have", () => {
    const [birth, death] = [named("đăng ký khai sinh", 0), named("đăng ký khai sinh", 2)];
    expect(birth.contrast).toBeGreaterThan(death.contrast ?? 1);
    expect(birth.name).toBeGreaterThan(death.name ?? 1);
  });

  it("is stronger for an entry whose phrase a question is than for any other", () => {
    sampleEntries.forEach(({ texts }, entry) => {
      for (const { kind, text } of texts) {
        if (kind !== "phrase") continue;
        const found = gather(text);
        const phrase = (one: (typeof found)[number] | undefined) => one?.fit.phrase ?? 0;
        const own = phrase(found.find((one) => one.entry === entry));
        expect(own).toBeCloseTo(1, 3);
        for (const other of found) if (other.entry !== entry) expect(phrase(other)).toBeLessThan(own);
      }
    });
  });

  it("adds up: the more that is told, the more certain", () => {
    const short = named("khai sinh", 0);
    const long = named("khai sinh, đăng ký khai sinh, làm giấy khai sinh", 0);
    expect(long.words).toBeGreaterThan(short.words ?? 9);
  });

  it("is none when nothing is shared", () => {
    expect(gather("bầu trời xanh")).toEqual([]);
  });
});
