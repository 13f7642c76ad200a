import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { segmentsOf } from "../../../../bot/answer/match/segments.ts";

describe("segments", () => {
  it.each([0, 1, 5, 9])("are none in a message of %i words", (words) => {
    expect(segmentsOf(words, [])).toEqual([]);
  });

  it("are the clauses of a longer message, very short ones aside", () => {
    expect(segmentsOf(14, [6, 8])).toEqual([
      { start: 0, end: 6 },
      { start: 8, end: 14 },
    ]);
  });

  it("overlap where a clause is long", () => {
    const segments = segmentsOf(30, []);
    expect(segments[0]).toEqual({ start: 0, end: 9 });
    segments.slice(1).forEach(({ start }, at) => {
      expect(start).toBeLessThan(segments[at]?.end ?? 0);
    });
  });

  it("always lie within the message, at most 28, so that each has a bit of its own", () => {
    const breaks = fc
      .array(fc.nat({ max: 320 }), { maxLength: 40 })
      .map((list) => [...new Set(list)].sort((a, b) => a - b));
    fc.assert(
      fc.property(fc.nat({ max: 300 }), breaks, (words, cuts) => {
        const segments = segmentsOf(words, cuts);
        expect(segments.length).toBeLessThanOrEqual(28);
        for (const { start, end } of segments) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(words);
          expect(end).toBeGreaterThan(start);
        }
      }),
    );
  });

  it("leave no stretch of nine words unheard while there are few", () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 100 }), (words) => {
        const heard = new Set(
          segmentsOf(words, []).flatMap(({ start, end }) =>
            Array.from({ length: end - start }, (_, at) => start + at),
          ),
        );
        expect(heard.size).toBe(words);
      }),
    );
  });
});
