import { describe, expect, it } from "vitest";
import { createCueFinders } from "../../../../../bot/answer/understand/facets/cues.ts";
import { namedAtEdges } from "../../../../../bot/answer/understand/facets/named-parts.ts";
import { unitsOf } from "../../../../../bot/answer/understand/facets/units.ts";
import { sampleFacets } from "../../../../support/sample-facets.ts";
import { messageOf } from "../../../../support/sample-message.ts";

const find = createCueFinders(sampleFacets);
const named = (text: string) => {
  const message = messageOf(text);
  return namedAtEdges(message.words, unitsOf(message), find);
};
const shown = (text: string) => named(text).map(({ facet, start, end }) => `${facet} ${start}-${end}`);

describe("a part named at the edge", () => {
  it.each([
    ["lệ phí chứng thực", ["fee 0-2"]],
    ["khai tử giấy tờ", ["documents 2-4"]],
    ["cho em hỏi thời hạn đăng ký", ["time 3-5"]],
    ["dạ về thủ tục ly hôn", ["steps 2-4"]],
    ["tạm trú online", ["online 2-3"]],
    ["nộp qua mạng", ["online 1-3"]],
    ["mẫu dấu tờ khai ạ", ["form 2-4"]],
    ["kết hôn, lệ phí", ["fee 2-4"]],
    ["giay to, thoi han", ["documents 0-2", "time 2-4"]],
  ])("of “%s” is asked for: %j", (text, parts) => {
    expect(shown(text)).toEqual(parts);
  });

  it.each([
    ["tìm lại hồ sơ"],
    ["bị mất giấy tờ"],
    ["sửa tờ khai"],
    ["con tôi nộp hồ sơ hôm qua"],
    ["lệ phí trước bạ"],
    ["đổi tên"],
    [""],
  ])("is not in “%s”", (text) => {
    expect(shown(text)).toEqual([]);
  });

  it("is none in a story", () => {
    const words = "lệ phí một hai ba bốn năm sáu bảy tám chín mười chục trăm ngàn muôn";
    expect(shown(words)).toEqual(["fee 0-2"]);
    expect(shown(`${words} vạn`)).toEqual([]);
  });

  it("is clear, and knows its sentence", () => {
    expect(named("Cưới rồi. Lệ phí sổ hộ")).toEqual([
      { facet: "fee", clear: true, whatIf: false, start: 2, end: 4, sentence: 1 },
    ]);
  });
});
