import { describe, expect, it } from "vitest";
import { messageOf, OperatorError } from "../../../bot/base/index.ts";

describe("errors", () => {
  it.each([
    [new RangeError("too long"), "too long"],
    [new OperatorError("set PORT"), "set PORT"],
    ["thrown text", "thrown text"],
    [undefined, "undefined"],
    [42, "42"],
  ])("%s is told in one line", (thrown, message) => {
    expect(messageOf(thrown)).toBe(message);
  });

  it("an operator's error keeps its cause and its name", () => {
    const cause = new Error("EACCES");
    const error = new OperatorError("the folder cannot be written", { cause });
    expect([error.cause, error.name, error instanceof Error]).toEqual([cause, "OperatorError", true]);
  });
});
