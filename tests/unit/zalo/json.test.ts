import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJsonKeepingIds } from "../../../bot/zalo/index.ts";

describe("parseJsonKeepingIds", () => {
  it.each([
    ["an id longer than a number can hold", '{"id":1234567890123456789}', { id: "1234567890123456789" }],
    ["a negative one", "[-1234567890123456789]", ["-1234567890123456789"]],
    ["a time in milliseconds stays a number", '{"timestamp":1790000000123}', { timestamp: 1790000000123 }],
    [
      "a long fraction stays a number",
      "[0.1234567890123456, 0.50000000000000000000]",
      [0.1234567890123456, 0.5],
    ],
    [
      "digits inside text stay as they are",
      '{"t":": 1234567890123456789,"}',
      { t: ": 1234567890123456789," },
    ],
    [
      "digits after an escaped quote",
      String.raw`{"t":"\" 1234567890123456789"}`,
      { t: '" 1234567890123456789' },
    ],
  ])("%s", (_name, text, expected) => {
    expect(parseJsonKeepingIds(text)).toEqual(expected);
  });

  it("reads everything without long numbers as JSON.parse does", () => {
    fc.assert(
      fc.property(fc.json({ depthSize: "small" }), (text) => {
        fc.pre(!/\d{16}/.test(text));
        expect(parseJsonKeepingIds(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it("refuses what is not JSON", () => {
    expect(() => parseJsonKeepingIds("{")).toThrow(SyntaxError);
  });
});
