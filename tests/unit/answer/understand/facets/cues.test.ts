import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Cue, createCueFinders, overlap } from "../../../../../bot/answer/understand/facets/cues.ts";
import { wordsOf } from "../../../../../bot/text/index.ts";
import { sampleFacets } from "../../../../support/sample-facets.ts";

const find = createCueFinders(sampleFacets);
const shown = (cues: readonly Cue[]) => cues.map(({ facet, start, end }) => `${facet} ${start}-${end}`);
const asks = (text: string) => shown(find.asks(wordsOf(text)));
const names = (text: string) => shown(find.names(wordsOf(text)));
const checks = (text: string) => shown(find.checks(wordsOf(text)));

describe("cues that ask", () => {
  it.each([
    ["nộp ở đâu", ["place 1-3"]],
    ["cần gì và chờ bao lâu", ["documents 0-2", "time 4-6"]],
    ["bao lau bao nhieu tien", ["time 0-2", "fee 2-5"]],
    ["lệ phí", []],
    ["", []],
  ])("in “%s” are %j", (text, cues) => {
    expect(asks(text)).toEqual(cues);
  });

  it.each([
    ["ở đau", ["place 0-2"]],
    ["bao lau", ["time 0-2"]],
    ["khi nao", ["time 0-2"]],
    ["ở đầu đường", []],
    ["ở đấu trường", []],
    ["khi náo", []],
  ])("forgive a missing mark but no wrong tone: “%s” %j", (text, cues) => {
    expect(asks(text)).toEqual(cues);
  });

  it.each([
    ["tiền đất tính sao", ["fee 0-4"]],
    ["tiền một hai ba bốn năm sáu tính sao", ["fee 0-9"]],
    ["tiền một hai ba bốn năm sáu bảy tính sao", []],
    ["tien dat tinh sao", ["fee 0-4"]],
    ["tiến đất tính sao", []],
    ["tiền đất", []],
  ])("may hold other words between: “%s” %j", (text, cues) => {
    expect(asks(text)).toEqual(cues);
  });

  it("give way where a closer expression stands", () => {
    expect(asks("tiền làm sao tính sao")).toEqual(["steps 1-3"]);
  });
});

describe("cues that name or check", () => {
  it("are told from each other", () => {
    expect(names("lệ phí ở xã")).toEqual(["fee 0-2"]);
    expect(checks("lệ phí ở xã")).toEqual(["place 2-4"]);
  });

  it("are the longest", () => {
    expect(names("lệ phí, phí")).toEqual(["fee 0-2", "fee 2-3"]);
  });

  it("need the right marks where any are typed", () => {
    expect(names("thoi han")).toEqual(["time 0-2"]);
    expect(names("thôi hạn")).toEqual([]);
    expect(checks("ở xa")).toEqual(["place 0-2"]);
    expect(checks("ở xả")).toEqual([]);
  });

  it("are none where words only look like them", () => {
    expect(names("lệ phí trước bạ")).toEqual([]);
    expect(names("giấy tờ nhà")).toEqual([]);
    expect(names("giấy tờ nhưng không phải nhà")).toEqual(["documents 0-2"]);
  });
});

describe("overlapping", () => {
  const cue = (start: number, end: number): Cue => ({ facet: "fee", start, end });

  it.each([
    [0, 2, 1, 3, true],
    [0, 4, 1, 2, true],
    [0, 2, 0, 2, true],
    [0, 2, 2, 4, false],
    [0, 1, 3, 4, false],
  ])("of %i–%i and %i–%i: %s", (start, end, from, to, both) => {
    expect(overlap(cue(start, end), cue(from, to))).toBe(both);
    expect(overlap(cue(from, to), cue(start, end))).toBe(both);
  });
});

it("cues of any text lie in it, from left to right", () => {
  const word = fc.constantFrom(
    ..."ở đâu đau bao lâu nhiêu tiền tính sao lệ phí trước bạ qua mạng xã cần gì".split(" "),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 20 }), (list) => {
      const words = wordsOf(list.join(" "));
      for (const cues of [find.asks(words), find.names(words), find.checks(words)]) {
        for (const { start, end } of cues) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(words.length);
        }
        expect(cues.map(({ start }) => start)).toEqual(cues.map(({ start }) => start).sort((a, b) => a - b));
      }
    }),
  );
});
