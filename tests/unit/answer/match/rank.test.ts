import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type EvidenceOf, evidenceNames } from "../../../../bot/answer/match/evidence.ts";
import { confidenceNames, confidenceOf, confidenceValues, rank } from "../../../../bot/answer/match/rank.ts";

const candidate = (entry: number, phrase: number): EvidenceOf => ({
  entry,
  union: phrase,
  fit: { phrase, name: 0, complete: 0, explains: 0, nameComplete: 0, exact: 0, bestUnit: entry },
  evidence: evidenceNames.map((name) => (name === "phrase" ? phrase : 0)),
});
const weights = {
  evidence: evidenceNames.map((name) => (name === "phrase" ? 4 : 0)),
  confidence: [-1, ...confidenceNames.map(() => 1)],
};
const phrases = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 20 });

describe("rank", () => {
  it("puts the weightiest first, and the earlier entry where two are equal", () => {
    const ranked = rank([candidate(7, 0.2), candidate(5, 0.9), candidate(3, 0.9)], weights);
    expect(ranked.map(({ entry }) => entry)).toEqual([3, 5, 7]);
  });

  it("shares one whole among the candidates, more to the better", () => {
    fc.assert(
      fc.property(phrases, (list) => {
        const ranked = rank(
          list.map((phrase, at) => candidate(at, phrase)),
          weights,
        );
        expect(ranked.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
        ranked.slice(1).forEach(({ share, score }, at) => {
          expect(share).toBeLessThanOrEqual(ranked[at]?.share ?? 0);
          expect(score).toBeLessThanOrEqual(ranked[at]?.score ?? 0);
        });
      }),
    );
  });

  it("gives the same whatever order the candidates come in", () => {
    fc.assert(
      fc.property(phrases, (list) => {
        const candidates = list.map((phrase, at) => candidate(at, phrase));
        expect(rank(candidates.toReversed(), weights)).toEqual(rank(candidates, weights));
      }),
    );
  });

  it("does not overflow on great weights", () => {
    const [first] = rank([candidate(0, 1), candidate(1, 0)], {
      ...weights,
      evidence: weights.evidence.map((one) => one * 1e4),
    });
    expect(first?.share).toBe(1);
  });

  it("can rank nothing", () => {
    expect(rank([], weights)).toEqual([]);
  });
});

describe("confidence", () => {
  it("reads the lead over the second candidate", () => {
    const alone = confidenceValues(rank([candidate(0, 0.5)], weights));
    const rivalled = confidenceValues(rank([candidate(0, 0.5), candidate(1, 0.5)], weights));
    expect(alone.slice(0, 3)).toEqual([1, 1, 0.5]);
    expect(rivalled.slice(0, 3)).toEqual([0.5, 0, 0.5]);
  });

  it("is a chance, and lowest where nothing was found", () => {
    const nothing = confidenceOf([], weights);
    fc.assert(
      fc.property(phrases, (list) => {
        const confidence = confidenceOf(
          rank(
            list.map((phrase, at) => candidate(at, phrase)),
            weights,
          ),
          weights,
        );
        expect(confidence).toBeGreaterThan(nothing);
        expect(confidence).toBeLessThan(1);
      }),
    );
  });

  it("has a value for each of its names", () => {
    expect(confidenceValues([])).toHaveLength(confidenceNames.length);
    expect(confidenceValues(rank([candidate(0, 1)], weights))).toHaveLength(confidenceNames.length);
  });
});
