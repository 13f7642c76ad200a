import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { queryOf } from "../../../bot/answer/query-of.ts";
import { contextOf, readDraft, readOf, wordsIn } from "../../support/small-world.ts";

const ctx = contextOf();
const read = (text: string) => readOf(readDraft(text, ctx));
const looked = (text: string, polite: readonly number[] = []) =>
  wordsIn(queryOf(read(text), new Set(polite)));

describe("what is looked up", () => {
  it.each([
    ["khai tử ở đâu", [], "khai tu o dau"],
    ["không, ý tôi là khai tử", [], "khai tu"],
    ["quay lại vụ kết hôn", [], "ket hon"],
    ["thẻ bị mất chứ không phải bị hư", [], "the bi mat"],
    ["tôi không phải kết hôn mà khai tử", [], "toi khai tu"],
  ])("of “%s” is without what turns the talk", (text, polite, words) => {
    expect(looked(text, polite)).toBe(words);
  });

  it("is without courtesies where enough is left to look up", () => {
    expect(looked("xin chào khai tử ở đâu", [0, 1])).toBe("khai tu o dau");
  });

  it("keeps courtesies where little else was said", () => {
    expect(looked("xin chào xã", [0, 1])).toBe("xin chao xa");
  });

  it("is never nothing", () => {
    expect(looked("quay lại")).toBe("quay lai");
  });

  it("keeps what asks at its new places", () => {
    const message = read("không, ý tôi là khai tử, cần giấy tờ gì");
    const { words, asking = new Set() } = queryOf(message, new Set());
    expect(words.map(({ folded }) => folded)).toEqual(["khai", "tu", "can", "giay", "to", "gi"]);
    expect([...asking].map((at) => words[at]?.folded)).toEqual(["can", "giay", "to", "gi"]);
  });

  it("holds words of the message in their order, and points only into itself", () => {
    const pieces =
      "không, |ý tôi là |quay lại |khai tử |. |ở đâu |chứ không phải |mà |kết hôn |cần giấy tờ gì |! ";
    const text = fc.array(fc.constantFrom(...pieces.split("|")), { maxLength: 14 });
    fc.assert(
      fc.property(text, fc.uniqueArray(fc.nat(20)), (parts, polite) => {
        const message = read(`xin ${parts.join("")}`);
        const query = queryOf(message, new Set(polite));
        const places = query.words.map((word) => message.words.indexOf(word));
        expect(places.every((place) => place >= 0)).toBe(true);
        expect(query.words.length).toBeGreaterThan(0);
        expect(query.words.length).toBeLessThanOrEqual(message.words.length);
        for (const at of [...(query.asking ?? []), ...(query.background ?? [])])
          expect(at).toBeLessThan(query.words.length);
      }),
    );
  });
});
