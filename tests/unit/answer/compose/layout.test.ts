import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layOut, lengthOf } from "../../../../bot/answer/compose/layout.ts";
import { replyLimits } from "../../../../bot/domain/index.ts";

const closing = "Nguồn: Quyết định 1/QĐ.";
const overflow = (count: number) => `Còn ${count} dòng.`;
const lines = (count: number, length: number, mark = "x") =>
  Array.from({ length: count }, (_, at) => `${at} ${mark.repeat(length)}`);

describe("layOut", () => {
  it("puts a short answer and its source into one message", () => {
    const texts = layOut([{ title: "GIẤY TỜ", lines: ["• Tờ khai"] }], closing, overflow);
    expect(texts).toEqual([`GIẤY TỜ\n• Tờ khai\n\n${closing}`]);
  });

  it("keeps sections apart by an empty line", () => {
    const sections = [
      { title: "A", lines: ["a"] },
      { title: "B", lines: ["b"] },
    ];
    expect(layOut(sections, closing, overflow)).toEqual([`A\na\n\nB\nb\n\n${closing}`]);
  });

  it("goes on in a second message, with the source there only", () => {
    const texts = layOut([{ title: "A", lines: lines(30, 100) }], closing, overflow);
    expect(texts).toHaveLength(2);
    expect(texts.map((text) => text.includes(closing))).toEqual([false, true]);
    expect(texts.join("\n")).not.toContain("Còn");
  });

  it("says how many lines it left out, counting no empty ones", () => {
    const sections = [
      { title: "A", lines: lines(30, 100) },
      { title: "B", lines: lines(30, 100) },
    ];
    const [text = ""] = layOut(sections, closing, overflow, 1);
    const kept = text.split("\n").filter((line) => /^\d/.test(line)).length;
    expect(text).toContain(`Còn ${30 - kept + 31} dòng.`);
  });

  it("still has company for the source when the lines alone fill a message", () => {
    const body = lines(19, 100);
    const fill = replyLimits.text - lengthOf(["A", ...body].join("\n")) - 1;
    const texts = layOut([{ title: "A", lines: [...body, "y".repeat(fill)] }], closing, overflow);
    expect(texts).toHaveLength(2);
    expect(texts[1]).toBe(`${"y".repeat(fill)}\n\n${closing}`);
  });

  it("moves a line that opens a list to where the list is", () => {
    const body = [...lines(18, 100), "Cán bộ tra:", "• Căn cước".padEnd(200, "x")];
    const texts = layOut([{ title: "A", lines: body }], closing, overflow);
    expect(texts[1]?.startsWith("Cán bộ tra:\n")).toBe(true);
  });

  it("cuts a line that no message could hold", () => {
    const [text = ""] = layOut([{ title: "A", lines: ["từ ".repeat(2000)] }], closing, overflow);
    expect(text).toContain("[…]");
    expect(text.endsWith(closing)).toBe(true);
  });

  it("always fits, keeps the order, loses nothing uncounted and ends with the source", () => {
    const line = fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 900 })
      .map((text) => `•${text.replace(/\s/g, "_")}`);
    const section = fc.record({ title: fc.constant("PHẦN"), lines: fc.array(line, { maxLength: 40 }) });
    fc.assert(
      fc.property(
        fc.array(section, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(1, 2),
        (sections, most) => {
          const texts = layOut(sections, closing, overflow, most);
          const all = sections.flatMap(({ title, lines: body }) => [title, ...body]);
          const shown = texts
            .join("\n")
            .split("\n")
            .filter((one) => one !== "" && one !== closing);
          const left = /^Còn (\d+) dòng\.$/.exec(shown.at(-1) ?? "")?.[1];
          const kept = left ? shown.slice(0, -1) : shown;
          expect(texts.length).toBeLessThanOrEqual(most);
          expect(texts.every((text) => lengthOf(text) <= replyLimits.text)).toBe(true);
          expect(texts.at(-1)?.endsWith(`\n\n${closing}`)).toBe(true);
          expect(kept).toEqual(all.slice(0, kept.length));
          expect(all.length - kept.length).toBe(Number(left ?? 0));
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("lengthOf", () => {
  it.each([
    ["", 0],
    ["giấy", 4],
    ["giấy".normalize("NFD"), 4],
    ["👍", 1],
  ])("%s is %i letters long", (text, length) => {
    expect(lengthOf(text)).toBe(length);
  });
});
