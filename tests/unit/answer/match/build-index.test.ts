import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { featureSorts, type Holders, type MatchIndex } from "../../../../bot/answer/match/build-index.ts";
import { wordsOf } from "../../../../bot/text/index.ts";
import { entryOf, sampleEntries, sampleIndex } from "../../../support/sample-entries.ts";

/** How many texts of each entry hold each feature, counted text by text. */
function countedByText({ featuresOf: { starts, values }, firstUnit }: MatchIndex): string[] {
  const times = new Map<string, number>();
  for (let entry = 0; entry + 1 < firstUnit.length; entry += 1)
    for (let unit = firstUnit[entry] ?? 0; unit < (firstUnit[entry + 1] ?? 0); unit += 1)
      for (const id of values.slice(starts[unit], starts[unit + 1]))
        times.set(`${id} ${entry}`, (times.get(`${id} ${entry}`) ?? 0) + 1);
  return [...times].map(([key, count]) => `${key} ${count}`);
}

function countedByFeature({ starts, entries, times }: Holders): string[] {
  const counts: string[] = [];
  for (let id = 0; id + 1 < starts.length; id += 1)
    for (let at = starts[id] ?? 0; at < (starts[id + 1] ?? 0); at += 1)
      counts.push(`${id} ${entries[at]} ${times[at]}`);
  return counts;
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
        expect(countedByFeature(index.holders).sort()).toEqual(countedByText(index).sort());
      }),
    );
  });

  it("keeps the texts of an entry together, in order", () => {
    const index = sampleIndex();
    sampleEntries.forEach(({ texts }, entry) => {
      const [from = 0, to = 0] = index.firstUnit.slice(entry, entry + 2);
      expect(to - from).toBe(texts.length);
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

  it("hears words, pairs, concepts and marks apart", () => {
    const index = sampleIndex();
    const sortOf = (name: string) => featureSorts[index.sorts[index.featureIds.get(name) ?? -1] ?? -1];
    expect(["khai", "khai sinh", `'${wordsOf("giấy")[0]?.key}`].map(sortOf)).toEqual([
      "word",
      "pair",
      "mark",
    ]);
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
    expect(sampleIndex([entryOf("1.000001", {})]).unitKind).toHaveLength(0);
  });
});
