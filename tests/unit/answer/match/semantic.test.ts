import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readQuery } from "../../../../bot/answer/match/query-features.ts";
import {
  alignment,
  classOf,
  isSemantic,
  packModel,
  pointOf,
  type SemanticModel,
  unpackModel,
} from "../../../../bot/answer/match/semantic.ts";
import { createSemantics } from "../../../../bot/answer/match/semantics.ts";
import { entryOf, queryOf, sampleIndex } from "../../../support/sample-entries.ts";

/** Four directions, two of them used: the first is about houses, the second about weddings. */
const model: SemanticModel = {
  size: 4,
  features: new Map([
    ["nha", 0],
    ["cuoi", 1],
  ]),
  featurePoints: { values: Float32Array.from([1, 0, 0, 0, 0, 1, 0, 0]), scale: 1 },
  classes: new Map([
    ["1.000004", 0],
    ["1.000002", 1],
  ]),
  classPoints: { values: Float32Array.from([6, 0, 0, 0, 0, 6, 0, 0]), scale: 1 },
};
describe("the learned model", () => {
  it("puts a text near the class whose people talk like it", () => {
    const point = pointOf(model, [{ id: 0, weight: 1 }]);
    expect(alignment(model, point, 0)).toBeGreaterThan(alignment(model, point, 1));
  });

  it("does not depend on how long a text is, only on what it says", () => {
    const once = pointOf(model, [{ id: 0, weight: 1 }]);
    const longer = pointOf(model, [
      { id: 0, weight: 3 },
      { id: -1, weight: 5 },
    ]);
    expect([...longer]).toEqual([...once]);
  });

  it("knows nothing of words it has not learned", () => {
    expect([...pointOf(model, [{ id: -1, weight: 1 }])]).toEqual([0, 0, 0, 0]);
  });

  it("survives being packed, to the precision of a byte", () => {
    const size = fc.double({ min: 0.5, max: 1, noNaN: true });
    const value = fc.tuple(size, fc.boolean()).map(([one, below]) => (below ? -one : one));
    const points = fc.array(value, { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(points, points, (featurePoints, classPoints) => {
        const packed = packModel({
          ...model,
          featurePoints: { values: Float32Array.from(featurePoints), scale: 1 },
          classPoints: { values: Float32Array.from(classPoints), scale: 1 },
        });
        const again = unpackModel(JSON.parse(JSON.stringify(packed)));
        expect([...again.features]).toEqual([...model.features]);
        expect([...again.classes]).toEqual([...model.classes]);
        // The largest of so few values may be cut to the second largest.
        const order = featurePoints.map(Math.abs).sort((a, b) => a - b);
        const cut = order.at(-2) ?? 0;
        const { values, scale } = again.featurePoints;
        Float64Array.from(values, (one) => one * scale).forEach((value, at) => {
          const before = Math.max(-cut, Math.min(cut, featurePoints[at] ?? 0));
          expect(Math.abs(value - before)).toBeLessThanOrEqual(cut / 127 + 1e-5);
        });
      }),
    );
  });

  it("leaves marks out and names every kind of target", () => {
    expect([isSemantic("nha"), isSemantic("'nhà"), isSemantic("#marry")]).toEqual([true, false, true]);
    const targets = [
      { kind: "procedure", code: "1.000001" },
      { kind: "intent", status: "smalltalk.greeting" },
      { kind: "life-event", id: "sinh-con" },
      { kind: "topic", topic: 3 },
    ] as const;
    expect(targets.map(classOf)).toEqual([
      "1.000001",
      "smalltalk.greeting",
      "life-event sinh-con",
      "topic 3",
    ]);
  });
});

describe("nearness of entries", () => {
  const index = sampleIndex([
    entryOf("1.000002", { phrase: ["cưới"] }),
    entryOf("1.000004", { phrase: ["nhà"] }),
    entryOf("1.000009", { phrase: ["xe"] }),
  ]);
  const semantics = createSemantics(model, index);
  const query = (text: string) => readQuery(index, queryOf(text));

  it("is 0 for the nearest, below for others, and in the middle for one that is not learned", () => {
    const [wedding = 0, house = 9, strange] = semantics.near(query("nha"), [0, 1, 2]);
    expect(house).toBe(0);
    expect(wedding).toBeLessThan(0);
    expect(wedding).toBeGreaterThanOrEqual(-1);
    expect(strange).toBe(-0.5);
  });

  it("is told of the entries that are asked for, in their order", () => {
    expect([...semantics.near(query("nha"), [0])]).toEqual([0]);
    expect([...semantics.near(query("nha"), [1, 0])].toReversed()).toEqual([
      ...semantics.near(query("nha"), [0, 1]),
    ]);
  });
});
