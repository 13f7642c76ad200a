import { describe, expect, it } from "vitest";
import { KEPT_TEXT_LIMIT, keepable } from "../../../bot/conversation/keepable.ts";
import type { InboundContent } from "../../../bot/domain/index.ts";

describe("what may be stored of a message", () => {
  it.each([
    [
      "numbers of people are masked",
      "cccd 079123456789, sđt 0912345678",
      "cccd [số căn cước], sđt [số điện thoại]",
    ],
    ["a character PostgreSQL cannot hold is left out", "a\0b", "ab"],
    [
      "everything else stays as it was written",
      "lệ phí 🧾\u202e\u0007 1.001193?",
      "lệ phí 🧾\u202e\u0007 1.001193?",
    ],
  ])("%s", (_name, text, kept) => {
    expect(keepable({ kind: "text", text })).toEqual({ kind: "text", text: kept });
  });

  it("masks the words under a picture too", () => {
    expect(keepable({ kind: "image", text: "thẻ 079123456789" })).toEqual({
      kind: "image",
      text: "thẻ [số căn cước]",
    });
  });

  it("keeps the beginning of an endless text", () => {
    const kept = keepable({ kind: "text", text: "x".repeat(1_000_000) });
    expect(kept).toEqual({ kind: "text", text: "x".repeat(KEPT_TEXT_LIMIT) });
  });

  it("takes the longest body a webhook lets through in its stride", () => {
    const startedMs = performance.now();
    keepable({ kind: "text", text: "x".repeat(256 * 1024) });
    // Was minutes when the time grew with the square of the length.
    expect(performance.now() - startedMs).toBeLessThan(3_000);
  });

  it("never shows part of a number that was cut at the limit", () => {
    const kept = keepable({ kind: "text", text: `${" ".repeat(KEPT_TEXT_LIMIT - 6)}079123456789` });
    expect(JSON.stringify(kept)).not.toMatch(/\d{3}/);
  });

  it("blurs a place to about a hundred metres", () => {
    expect(keepable({ kind: "location", latitude: 10.7712345, longitude: 106.6987654 })).toEqual({
      kind: "location",
      latitude: 10.771,
      longitude: 106.699,
    });
  });

  it.each(["follow", "withdraw", "reaction", "sticker"] as const)("leaves %s as it is", (kind) => {
    const content: InboundContent = { kind };
    expect(keepable(content)).toEqual(content);
  });
});
