import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Block, blocksOf, spansOf } from "../../../bot/view/message-blocks.ts";

const answer = [
  "GIẤY TỜ CẦN CÓ – Làm giấy khai sinh",
  "Ai cũng cần các giấy tờ này. Tùy trường hợp, có thể cần thêm.",
  "• Tờ khai đăng ký khai sinh",
  "• Căn cước (1 bản chính)",
  "Tại quầy:",
  "1. Đem giấy tờ đến Trung tâm.",
  "2. Điền tờ khai.",
  "",
  "Nguồn: Quyết định 163/QĐ-BTP ngày 16/01/2026. Mã thủ tục 1.001193. Cổng cập nhật ngày 15/04/2026.",
].join("\n");

describe("blocks of a message", () => {
  it("sees heading, lists, steps and source of an answer", () => {
    expect(blocksOf(answer)).toEqual([
      { kind: "heading", text: "GIẤY TỜ CẦN CÓ – Làm giấy khai sinh" },
      { kind: "paragraph", text: "Ai cũng cần các giấy tờ này. Tùy trường hợp, có thể cần thêm." },
      { kind: "bullets", items: ["Tờ khai đăng ký khai sinh", "Căn cước (1 bản chính)"] },
      { kind: "paragraph", text: "Tại quầy:" },
      {
        kind: "numbers",
        items: [
          { number: 1, text: "Đem giấy tờ đến Trung tâm." },
          { number: 2, text: "Điền tờ khai." },
        ],
      },
      { kind: "source", text: answer.split("\n").at(-1) },
    ]);
  });

  it.each([
    ["PHÍ, LỆ PHÍ – Kết hôn", "heading"],
    ["DOCUMENTS – Birth registration", "heading"],
    ["Có – nhưng không phải tiêu đề", "paragraph"],
    ["UBND – ", "paragraph"],
    ["Source: Decision 163/QĐ-BTP.", "source"],
    ["2026. là một năm", "paragraph"],
  ])("%s is a %s", (line, kind) => {
    expect(blocksOf(line).map((block) => block.kind)).toEqual([kind]);
  });

  it("never changes a word: the lines of the blocks are the lines of the text", () => {
    const line = fc.oneof(
      fc.string(),
      fc.string().map((text) => `• ${text}`),
      fc.tuple(fc.integer({ min: 1, max: 99 }), fc.string()).map(([number, text]) => `${number}. ${text}`),
      fc.constantFrom("GIẤY TỜ – x", "Nguồn: y", ""),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const text = lines.join("\n");
        expect(blocksOf(text).flatMap(linesOf)).toEqual(text.split("\n").filter((one) => one.trim() !== ""));
      }),
    );
  });
});

function linesOf(block: Block): string[] {
  if (block.kind === "bullets") return block.items.map((item) => `• ${item}`);
  if (block.kind === "numbers") return block.items.map(({ number, text }) => `${number}. ${text}`);
  return [block.text];
}

describe("what can be opened in a line", () => {
  it.each([
    ["Nộp tại: https://dichvucong.gov.vn/a-b. Rồi chờ.", ["https://dichvucong.gov.vn/a-b"]],
    ["(xem https://a.vn/b?c=1)", ["https://a.vn/b?c=1"]],
    ["Mã thủ tục 1.001193. Cổng", ["1.001193"]],
    ["Procedure code 2.000528. Portal", ["2.000528"]],
    ["Phí 1.001193 đồng", []],
    ["javascript:alert(1)", []],
    ["không có gì", []],
  ])("%s", (line, opened) => {
    expect(spansOf(line).flatMap((span) => (span.kind === "text" ? [] : [span.text]))).toEqual(opened);
  });

  it("loses no letter", () => {
    const piece = fc.oneof(fc.string(), fc.constantFrom("https://a.vn/b", " Mã thủ tục 1.001193", "."));
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const line = pieces.join("");
        expect(
          spansOf(line)
            .map((span) => span.text)
            .join(""),
        ).toBe(line);
      }),
    );
  });
});
