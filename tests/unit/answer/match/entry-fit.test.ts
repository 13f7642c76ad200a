import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clearFeatures, fitEntry, setFeatures } from "../../../../bot/answer/match/entry-fit.ts";
import {
  clearUnits,
  createWorkspace,
  findEntries,
  similarity,
} from "../../../../bot/answer/match/match-units.ts";
import { readQuery } from "../../../../bot/answer/match/query-features.ts";
import { queryOf, sampleEntries, sampleIndex } from "../../../support/sample-entries.ts";

const index = sampleIndex();
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe("similarity", () => {
  it("is 0 for nothing in common and 1 for the same words", () => {
    expect([similarity(0, 1), similarity(1, 0), similarity(1, 1)]).toEqual([0, 0, 1]);
  });

  it("never falls when either share grows", () => {
    fc.assert(
      fc.property(share, share, share, (complete, explains, more) => {
        const before = similarity(complete, explains);
        expect(before).toBeGreaterThanOrEqual(0);
        expect(before).toBeLessThanOrEqual(1);
        expect(similarity(Math.min(1, complete + more), explains)).toBeGreaterThanOrEqual(before);
        expect(similarity(complete, Math.min(1, explains + more))).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it("holds a whole phrase in a long story above half a phrase in a short one", () => {
    expect(similarity(1, 0.5)).toBeGreaterThan(similarity(0.5, 1));
  });
});

const noBonus = (entries: readonly number[]) => new Float32Array(entries.length);

function fitOf(text: string, entry: number, leaveOut = -1, breaks: readonly number[] = []) {
  const work = createWorkspace(index);
  const query = readQuery(index, queryOf(text, breaks));
  const first = findEntries(index, query, work, 1, noBonus, leaveOut);
  setFeatures(query, work);
  const fit = fitEntry(index, query, work, entry);
  clearFeatures(query, work);
  clearUnits(first, work);
  return { fit, work };
}

describe("fitEntry", () => {
  it("fits an entry's own phrase wholly", () => {
    const { fit } = fitOf("làm giấy khai sinh", 0);
    expect(fit.scores[0]).toBeCloseTo(1, 3);
    expect([fit.complete, fit.explains]).toEqual([expect.closeTo(1, 3), expect.closeTo(1, 3)]);
    const unit = fit.bestUnit - (index.firstUnit[0] ?? 0);
    expect(sampleEntries[0]?.texts[unit]?.text).toBe("làm giấy khai sinh");
  });

  it("ranks an entry's phrases best first and looks at name and purpose apart", () => {
    const [first = 0, second = 0, third = 0, name = 0, purpose = 0] = fitOf("khai sinh", 0).fit.scores;
    expect(first).toBeGreaterThanOrEqual(second);
    expect(second).toBeGreaterThanOrEqual(third);
    expect(Math.min(third, name, purpose)).toBeGreaterThan(0);
  });

  it("is nothing for a text left out or without a word in common", () => {
    expect(fitOf("xin phép xây nhà", 0).fit.scores.every((score) => score === 0)).toBe(true);
    const only = index.firstUnit[3] ?? 0;
    expect(fitOf("xin phép xây nhà", 3).fit.scores[0]).toBeCloseTo(1, 3);
    expect(fitOf("xin phép xây nhà", 3, only).fit.scores[0]).toBe(0);
  });

  it("hears one clause of a story by itself", () => {
    const story = "hôm qua trời mưa quá nên ở nhà hoài, bữa nay tôi muốn làm giấy khai sinh";
    const { fit } = fitOf(story, 0, -1, [0, 9]);
    expect(fit.segmentPhrase).toBeGreaterThan(fit.scores[0] ?? 1);
  });

  it("leaves the workspace as it found it", () => {
    const { work } = fitOf("làm giấy khai sinh", 0);
    expect(work.featureWeight.some((weight) => weight !== 0)).toBe(false);
    expect(work.featureBits.some((bits) => bits !== 0)).toBe(false);
  });
});

describe("findEntries", () => {
  const find = (text: string, most = 10, favourite = -1, leaveOut = -1) => {
    const work = createWorkspace(index);
    const query = readQuery(index, queryOf(text));
    const bonus = (entries: readonly number[]) => entries.map((entry) => (entry === favourite ? 9 : 0));
    const first = findEntries(index, query, work, most, bonus, leaveOut);
    clearUnits(first, work);
    const found = first.matters;
    return { work, codes: found.map(({ entry }) => entry).sort(), found };
  };

  it("finds every entry that shares a word, and no other", () => {
    expect(find("khai").codes).toEqual([0, 2]);
    expect(find("bầu trời").codes).toEqual([]);
  });

  it("keeps the best when there are many, a bonus counted", () => {
    expect(find("khai sinh", 1).codes).toEqual([0]);
    expect(find("khai sinh", 1, 2).codes).toEqual([2]);
  });

  it("finds the same with marks and without", () => {
    expect(find("lam giay khai sinh").codes).toEqual(find("làm giấy khai sinh").codes);
  });

  it("acts as if a text left out were not there", () => {
    const [first = 0] = index.firstUnit.slice(3);
    const whole = find("xin phép xây nhà").found.find(({ entry }) => entry === 3);
    const without = find("xin phép xây nhà", 10, -1, first).found.find(({ entry }) => entry === 3);
    expect(whole?.union).toBeGreaterThan(0);
    expect(without?.union).toBeLessThan(whole?.union ?? 0);
  });

  it("gives shares between 0 and 1 and leaves the workspace at zero", () => {
    const words = fc.array(fc.constantFrom("khai", "sinh", "giấy", "hôn", "lạ", "nhà", "cưới"), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(words, (list) => {
        const { found, work } = find(list.join(" "));
        for (const { union } of found) {
          expect(union).toBeGreaterThan(0);
          expect(union).toBeLessThanOrEqual(1 + 1e-6);
        }
        for (const array of [work.unitMatched, work.entryUnion, work.entryBest])
          expect(array.some((value) => value !== 0)).toBe(false);
      }),
    );
  });
});

describe("readQuery", () => {
  it("counts words that no text has into the whole", () => {
    const known = readQuery(index, queryOf("khai sinh"));
    const strange = readQuery(index, queryOf("khai sinh xyzt"));
    expect(strange.ids).toEqual(known.ids);
    expect(strange.total).toBeGreaterThan(known.total);
  });

  it("takes words that ask for a part lightly", () => {
    const asking = new Set([0, 1]);
    const light = readQuery(index, { ...queryOf("khai sinh"), asking });
    expect(light.total).toBeLessThan(readQuery(index, queryOf("khai sinh")).total);
  });

  it("notes in which stretches a feature stands", () => {
    const query = readQuery(index, queryOf("một hai ba bốn năm sáu bảy tám khai sinh chín mười", [0, 8]));
    const at = query.names.indexOf("khai sinh");
    expect(query.segmentTotals).toHaveLength(2);
    expect(query.segmentBits[at]).toBe(0b10);
  });
});
