import { describe, expect, it } from "vitest";
import { QUESTION_LIMIT, readSaid } from "../../../../bot/channels/web/said.ts";

describe("what a form says", () => {
  it("takes the typed text, composed and trimmed", () => {
    const typed = "  làm khai sinh \n".normalize("NFD");
    expect(readSaid({ text: typed, key: "abcdef1234" })).toEqual({
      kind: "said",
      text: "làm khai sinh",
      key: "abcdef1234",
    });
  });

  it("lets a tapped button win over what is typed", () => {
    expect(readSaid({ text: "đang gõ dở", say: "#mc:canbo" })).toMatchObject({
      kind: "said",
      text: "#mc:canbo",
    });
  });

  it.each([[{}], [{ text: " \n " }], [{ text: ["a", "b"] }], [undefined], ["text=a"], [null]])(
    "%j is empty",
    (form) => {
      expect(readSaid(form)).toEqual({ kind: "empty", text: "" });
    },
  );

  it("counts letters, not bytes or halves of letters", () => {
    expect(readSaid({ text: "ế".repeat(QUESTION_LIMIT).normalize("NFD") }).kind).toBe("said");
    expect(readSaid({ text: "👵".repeat(QUESTION_LIMIT) }).kind).toBe("said");
  });

  it("keeps a text that is too long, and says how long", () => {
    const text = "a".repeat(QUESTION_LIMIT + 1);
    expect(readSaid({ text })).toEqual({ kind: "too-long", text, length: QUESTION_LIMIT + 1 });
  });

  it.each(["short", "with space in it", "x".repeat(65), "đ".repeat(10)])("ignores the key %s", (key) => {
    expect(readSaid({ text: "a", key })).toEqual({ kind: "said", text: "a", key: undefined });
  });
});
