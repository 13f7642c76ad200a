import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Payload, readPayload, writePayload } from "../../../bot/answer/index.ts";
import { facets } from "../../../bot/domain/index.ts";

const id = fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+){0,3}$/);
const code = fc.stringMatching(/^\d\.\d{6}$/);
const payload: fc.Arbitrary<Payload> = fc.oneof(
  fc.record({ kind: fc.constant("procedure" as const), code }),
  fc.record({ kind: fc.constant("procedure" as const), code, facet: fc.constantFrom(...facets) }),
  fc.record({ kind: fc.constant("case" as const), code, question: id, option: id }),
  fc.record({ kind: fc.constant("life-event" as const), id }),
  fc.constant({ kind: "person" as const }),
  fc.constant({ kind: "none-of-these" as const }),
);

describe("payloads", () => {
  it("are read back as they were written", () => {
    fc.assert(
      fc.property(payload, (written) => {
        expect(readPayload(` ${writePayload(written)}\n`)).toEqual(written);
      }),
    );
  });

  it.each([
    "",
    "tt:1.001193",
    "#mc:",
    "#mc:tt",
    "#mc:th:1.001193:noi-sinh",
    "#mc:sk",
    "#mc:xyz:1",
    "xin #mc:canbo",
  ])("“%s” is ordinary text", (text) => {
    expect(readPayload(text)).toBeUndefined();
  });

  it("drops a part that does not exist", () => {
    expect(readPayload("#mc:tt:1.001193:price")).toEqual({ kind: "procedure", code: "1.001193" });
  });

  it("says the same again of anything it reads", () => {
    const typed = fc.array(fc.constantFrom("#mc", "tt", "th", "sk", "fee", "1.001193", ":", "-", " ", "é"), {
      maxLength: 9,
    });
    fc.assert(
      fc.property(typed, (parts) => {
        const read = readPayload(parts.join(""));
        if (read) expect(readPayload(writePayload(read))).toEqual(read);
      }),
      { numRuns: 2000 },
    );
  });
});
