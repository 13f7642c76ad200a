import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFeatureIds } from "../../../../bot/answer/match/feature-ids.ts";

describe("feature numbers", () => {
  it("are given in the order features are met, once each", () => {
    const ids = createFeatureIds();
    expect([ids.ofName("sinh"), ids.ofPair("khai", "sinh"), ids.ofName("'khai"), ids.ofName("sinh")]).toEqual(
      [0, 1, 2, 0],
    );
    expect(ids.size).toBe(3);
  });

  it("are found by the name, a pair's too, and not for what was never met", () => {
    const ids = createFeatureIds();
    ids.ofPair("khai", "sinh");
    ids.ofName("#birth");
    expect([ids.get("khai sinh"), ids.get("#birth")]).toEqual([0, 1]);
    expect([ids.get("sinh khai"), ids.get("khai"), ids.get("khai tử")]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("tell every name with its number, and those of pairs apart", () => {
    const word = fc.constantFrom("khai", "sinh", "tu", "ket", "hon", "nha");
    fc.assert(
      fc.property(fc.array(fc.tuple(word, word), { maxLength: 20 }), (pairs) => {
        const ids = createFeatureIds();
        for (const [first, second] of pairs) {
          ids.ofName(first);
          ids.ofPair(first, second);
        }
        const all = [...ids.entries()];
        expect(all).toHaveLength(ids.size);
        for (const [name, id] of all) expect(ids.get(name)).toBe(id);
        expect([...ids.named()].every(([name]) => !name.includes(" "))).toBe(true);
      }),
    );
  });
});
