import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Rows } from "../../../../bot/answer/match/build-index.ts";
import { entryOf, sampleEntries, sampleIndex } from "../../../support/sample-entries.ts";

function pairsOf({ starts, values, weights }: Rows): string[] {
  const pairs: string[] = [];
  for (let row = 0; row + 1 < starts.length; row += 1)
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1)
      pairs.push(`${row} ${values[at]} ${weights[at]}`);
  return pairs;
}

const word = fc.constantFrom("giấy", "khai", "sinh", "tử", "cưới", "nhà", "xây", "phép", "con");
const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(" "));
const entries = fc.array(
  fc.record({ phrase: fc.array(text, { maxLength: 4 }), name: fc.array(text, { maxLength: 2 }) }),
  { minLength: 1, maxLength: 8 },
);

describe("the index", () => {
  it("is the same read by text and by feature", () => {
    fc.assert(
      fc.property(entries, (list) => {
        const index = sampleIndex(list.map((texts, at) => entryOf(`1.00000${at}`, texts)));
        const turned = pairsOf(index.unitsOf).map((pair) => {
          const [feature, unit, weight] = pair.split(" ");
          return `${unit} ${feature} ${weight}`;
        });
        expect(turned.sort()).toEqual(pairsOf(index.featuresOf).sort());
      }),
    );
  });

  it("keeps the texts of an entry together, in order", () => {
    const index = sampleIndex();
    sampleEntries.forEach(({ texts }, entry) => {
      const [from = 0, to = 0] = index.firstUnit.slice(entry, entry + 2);
      expect(to - from).toBe(texts.length);
      expect([...index.unitEntry.slice(from, to)].every((one) => one === entry)).toBe(true);
    });
  });

  it("knows how many texts a syllable stands in, and holds rarer features dearer", () => {
    const index = sampleIndex();
    expect(index.known.get("khai")).toBe(7);
    expect(index.known.get("xay")).toBe(2);
    const rarity = (name: string) => index.rarity[index.featureIds.get(name) ?? -1] ?? 0;
    expect(rarity("xay")).toBeGreaterThan(rarity("khai"));
    expect(rarity("khai")).toBeGreaterThan(0);
  });

  it("totals what a perfect match of a text would be worth", () => {
    const { featuresOf: rows, rarity, unitTotal } = sampleIndex();
    unitTotal.forEach((total, unit) => {
      let sum = 0;
      for (let at = rows.starts[unit] ?? 0; at < (rows.starts[unit + 1] ?? 0); at += 1)
        sum += (rarity[rows.values[at] ?? 0] ?? 0) * (rows.weights[at] ?? 0);
      expect(total).toBeCloseTo(sum, 4);
    });
  });

  it("can hold entries without texts", () => {
    expect(sampleIndex([entryOf("1.000001", {})]).unitEntry).toHaveLength(0);
  });
});
