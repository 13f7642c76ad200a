import { describe, expect, it } from "vitest";
import { amountsAsked } from "../../../../../bot/answer/understand/facets/amounts.ts";
import { createCueFinders } from "../../../../../bot/answer/understand/facets/cues.ts";
import { wordsOf } from "../../../../../bot/text/index.ts";
import { sampleFacets } from "../../../../support/sample-facets.ts";

const { names } = createCueFinders(sampleFacets);
const asked = (text: string) =>
  amountsAsked(wordsOf(text), names).map(({ facet, start, end }) => `${facet} ${start}-${end}`);

describe("an amount asked", () => {
  it.each([
    ["chờ mấy ngày", ["time 1-3"]],
    ["bao nhiêu tuần xong", ["time 0-3"]],
    ["cho may thang", ["time 1-3"]],
    ["hết mấy trăm", ["fee 1-3"]],
    ["tốn bao nhiêu tiền", ["fee 1-4"]],
    ["nhiêu tiền", ["fee 0-2"]],
    ["nộp mấy bản", ["documents 1-3"]],
    ["hình mấy tấm", ["documents 1-3"]],
    ["bao nhiêu tuổi mới cưới", ["eligibility 0-3"]],
    ["qua mấy bước", ["steps 1-3"]],
    ["mấy bộ, mấy ngày", ["documents 0-2", "time 2-4"]],
  ])("in “%s”, by what is counted, is %j", (text, amounts) => {
    expect(asked(text)).toEqual(amounts);
  });

  it.each([
    ["mức phí là bao nhiêu", ["fee 3-5"]],
    ["phí nhiêu ạ", ["fee 1-2"]],
    ["thời hạn là bao nhiêu", ["time 3-5"]],
    ["sao y bao nhiêu", ["fee 2-4"]],
    ["sao y bao nhiêu vậy em", ["fee 2-4"]],
    ["bao nhiêu một trang", ["fee 0-2"]],
    ["đóng bao nhiêu cho xã", ["fee 1-3"]],
    ["phi may", ["fee 1-2"]],
  ])("in “%s”, by what is named, is %j", (text, amounts) => {
    expect(asked(text)).toEqual(amounts);
  });

  it.each([
    ["bị mất mấy tháng nay"],
    ["nộp mấy ngày trước"],
    ["mấy tuần rồi chưa thấy"],
    ["hôm nay thứ mấy"],
    ["thứ mấy làm việc"],
    ["sang ten xe may"],
    ["mấy anh cho hỏi"],
    ["bao nhiêu chuyện phải lo"],
    ["nộp ở đâu"],
    [""],
  ])("is none in “%s”", (text) => {
    expect(asked(text)).toEqual([]);
  });
});
