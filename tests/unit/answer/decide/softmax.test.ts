import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { predict, type SoftmaxExample, trainSoftmax } from "../../../../bot/answer/decide/softmax.ts";
import type { Rows } from "../../../../bot/answer/match/build-index.ts";

/** Each row is a list of features, all of weight 1. */
function rowsOf(lists: readonly (readonly number[])[]): Rows {
  const starts = [0];
  for (const list of lists) starts.push((starts.at(-1) ?? 0) + list.length);
  const values = lists.flat();
  return {
    starts: Uint32Array.from(starts),
    values: Uint32Array.from(values),
    weights: Float32Array.from(values, () => 1),
  };
}

const FEATURES = 10;
const CLASSES = 3;
/** Feature = class says all; 3 to 9 are noise that every class has alike. */
const lists = Array.from({ length: 60 }, (_, at) => [at % CLASSES, 3 + (at % 7)]);
const rows = rowsOf(lists);
const examples: SoftmaxExample[] = lists.map(([label = 0], row) => ({ row, label }));
const model = trainSoftmax(rows, examples, FEATURES, CLASSES);

function chancesOf(ids: readonly number[], amounts: readonly number[] = ids.map(() => 1), of = model) {
  const chances = new Float64Array(of.classes);
  predict(of, ids, amounts, chances);
  return [...chances];
}

describe("softmax", () => {
  it("learns what tells the classes apart", () => {
    for (let label = 0; label < CLASSES; label += 1) expect(chancesOf([label])[label]).toBeGreaterThan(0.8);
  });

  it("is not led by what all classes have", () => {
    for (let noise = 3; noise < FEATURES; noise += 1) {
      for (const chance of chancesOf([noise])) expect(chance).toBeLessThan(0.6);
    }
    expect(chancesOf([1, 5])[1]).toBeGreaterThan(0.6);
  });

  it("gives chances that sum to 1, of any features and amounts", () => {
    const feature = fc.record({
      id: fc.integer({ min: 0, max: FEATURES - 1 }),
      amount: fc.double({ min: 0, max: 50, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(feature, { maxLength: 30 }), (features) => {
        const chances = chancesOf(
          features.map(({ id }) => id),
          features.map(({ amount }) => amount),
        );
        expect(chances.every((chance) => chance >= 0 && chance <= 1)).toBe(true);
        expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9);
      }),
    );
  });

  it("says the same of a text and of the same text said louder", () => {
    const [soft, loud] = [chancesOf([0, 4]), chancesOf([0, 4], [9, 9])];
    soft.forEach((chance, at) => {
      expect(loud[at]).toBeCloseTo(chance, 6);
    });
  });

  it("gives the same weights for the same rows", () => {
    const again = trainSoftmax(rows, examples, FEATURES, CLASSES);
    expect(again.weights).toEqual(model.weights);
    expect(again.bias).toEqual(model.bias);
  });

  it("finds the classes alike while it has learnt nothing", () => {
    const empty = trainSoftmax(rows, [], FEATURES, CLASSES);
    expect(chancesOf([0, 1, 2], undefined, empty)).toEqual([1 / 3, 1 / 3, 1 / 3]);
  });

  it("leans to the class that is seen more often where no feature tells", () => {
    const uneven = trainSoftmax(
      rowsOf([[3], [3], [3], [3], [3], [3]]),
      [0, 0, 0, 0, 0, 1].map((label, row) => ({ row, label })),
      FEATURES,
      2,
    );
    const [often = 0, seldom = 1] = chancesOf([3], undefined, uneven);
    expect(often).toBeGreaterThan(seldom);
  });
});
