import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clearFeatures, fitEntry, setFeatures, similarity } from "../../../../bot/answer/match/entry-fit.ts";
import { createWorkspace } from "../../../../bot/answer/match/first-look.ts";
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

function fitOf(text: string, entry: number) {
  const work = createWorkspace(index);
  const query = readQuery(index, queryOf(text));
  setFeatures(query, work);
  const fit = fitEntry(index, query, work, entry);
  clearFeatures(query, work);
  return { fit, work };
}

describe("fitEntry", () => {
  it("fits an entry's own phrase wholly", () => {
    const { fit } = fitOf("làm giấy khai sinh", 0);
    for (const value of [fit.phrase, fit.complete, fit.explains, fit.exact]) expect(value).toBeCloseTo(1, 3);
    const unit = fit.bestUnit - (index.firstUnit[0] ?? 0);
    expect(sampleEntries[0]?.texts[unit]?.text).toBe("làm giấy khai sinh");
  });

  it("looks at phrases and names apart", () => {
    const { fit } = fitOf("đăng ký khai sinh", 0);
    expect(fit.nameComplete).toBeGreaterThan(0.9);
    expect(fit.name).toBeGreaterThan(fit.phrase);
  });

  it("is nothing for an entry without a word in common", () => {
    expect(fitOf("xin phép xây nhà", 0).fit).toMatchObject({ phrase: 0, name: 0, complete: 0, exact: 0 });
    expect(fitOf("xin phép xây nhà", 3).fit.phrase).toBeCloseTo(1, 3);
  });

  it("is far from exact when a quarter is missing", () => {
    const { fit } = fitOf("làm giấy khai sinh cho bé trai mới sanh hôm qua", 0);
    expect(fit.complete).toBeGreaterThan(0.9);
    expect(fit.exact).toBeLessThan(0.5);
  });

  it("leaves the workspace as it found it", () => {
    const { work } = fitOf("làm giấy khai sinh", 0);
    expect(work.asked.some((flag) => flag !== 0)).toBe(false);
  });
});
