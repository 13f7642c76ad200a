import { describe, expect, it } from "vitest";
import { createCueFinders } from "../../../../../bot/answer/understand/facets/cues.ts";
import { readUnit } from "../../../../../bot/answer/understand/facets/read-unit.ts";
import { unitsOf } from "../../../../../bot/answer/understand/facets/units.ts";
import { sampleFacets } from "../../../../support/sample-facets.ts";
import { messageOf } from "../../../../support/sample-message.ts";

const find = createCueFinders(sampleFacets);

function readAll(text: string, english = false) {
  const message = messageOf(text, english);
  return unitsOf(message).flatMap((unit) => readUnit(message.words, unit, find));
}
/** What is asked and where; `~` before what goes with anything. */
const read = (text: string, english = false) =>
  readAll(text, english).map(({ facet, clear, start, end }) => `${clear ? "" : "~"}${facet} ${start}-${end}`);

describe("a unit asks", () => {
  it.each([
    ["tách thửa cần gì", ["documents 2-4"]],
    ["chờ bao lâu, hết mấy trăm", ["time 0-3", "fee 3-6"]],
    ["phí bao nhiêu nộp chỗ nào", ["fee 1-3", "place 4-6"]],
    ["mất mấy ngày", ["time 0-3"]],
    ["gửi đơn đâu", ["place 2-3"]],
    ["xin phép ai vậy", ["place 2-3"]],
    ["viết theo mẫu nào", ["form 2-4"]],
    ["theo luật nào", ["legal 1-3"]],
    ["xong nhận được gì", ["result 1-4"]],
  ])("in “%s” for %j", (text, asked) => {
    expect(read(text)).toEqual(asked);
  });

  it.each([
    ["sang tên qua mạng được không", ["online 2-4"]],
    ["có mất phí không ạ", ["fee 1-3"]],
    ["qua mạng có mất phí không", ["online 0-2"]],
    ["có lấy liền mà phải bản gốc không", ["time 1-3"]],
    ["trễ có bị phạt không", ["legal 2-4"]],
    ["phải đi cùng hả", ["steps 1-3"]],
    ["chứng thực ở xã được không", ["place 2-4"]],
    ["viết tay hay đánh máy", ["form 0-2"]],
    ["làm ở xã", []],
  ])("with a yes-or-no question “%s” for %j", (text, asked) => {
    expect(read(text)).toEqual(asked);
  });

  it("with “lên xã làm được không” both where and whether", () => {
    expect(read("lên xã làm được không")).toEqual(["place 0-2", "~eligibility 3-5"]);
  });

  it("by what follows a condition, not by the condition", () => {
    expect(read("chưa nhập khẩu ở xã thì xin cho con đi học được không")).toEqual(["~eligibility 11-13"]);
    expect(read("chưa nhập khẩu ở xã thì nộp được không")).toEqual(["place 3-5"]);
  });

  it.each([
    ["tách thửa được không", ["~eligibility 2-4"]],
    ["đủ rồi hả", ["~eligibility 1-3"]],
    ["được không", ["~eligibility 0-2"]],
    ["tách thửa làm sao", ["~steps 2-4"]],
    ["bằng cách nào", ["steps 1-3"]],
    ["đăng ký sao ạ", ["~steps 2-3"]],
    ["lệ phí thế nào", ["fee 0-2"]],
    ["nộp online thế nào", ["online 1-2"]],
    ["tách thửa thì điều kiện thế nào", ["eligibility 3-5"]],
  ])("in general with “%s” for %j", (text, asked) => {
    expect(read(text)).toEqual(asked);
  });

  it.each([
    ["cần gì mà làm sao", ["documents 0-2"]],
    ["làm sao để biết phí bao nhiêu", ["fee 5-7"]],
  ])("more clearly than “how” in “%s”: %j", (text, asked) => {
    expect(read(text)).toEqual(asked);
  });

  it("only tells a circumstance with “… thì sao”", () => {
    expect(readAll("mất biên nhận thì sao")).toEqual([
      { facet: "steps", clear: false, whatIf: true, start: 4, end: 5, sentence: 0 },
    ]);
    expect(readAll("mất biên nhận làm sao")[0]?.whatIf).toBe(false);
  });

  it.each([
    ["không có giấy tờ gì"],
    ["chưa cần gì đâu"],
    ["nộp ở đâu cũng nhận"],
    ["không cần gì hết"],
    ["không thấy ai"],
    ["bo sung tu dau"],
    ["tạm trú"],
  ])("nothing in “%s”", (text) => {
    expect(read(text)).toEqual([]);
  });

  it.each([
    ["không biết nộp ở đâu", ["place 3-5"]],
    ["không có sổ thì nộp ở đâu", ["place 5-7"]],
    ["tôi chưa rõ cần gì", ["documents 3-5"]],
    ["sua nha o dau", ["place 2-4"]],
  ])("in spite of a “không” in “%s” for %j", (text, asked) => {
    expect(read(text)).toEqual(asked);
  });

  it.each([
    ["how do I do it online", ["online 5-6"]],
    ["can I do it online", ["online 4-5"]],
    ["can I come alone", ["~eligibility 2-4"]],
    ["how do I start", ["~steps 0-2"]],
  ])("in English, with “%s”, for %j", (text, asked) => {
    expect(read(text, true)).toEqual(asked);
  });

  it("at its place in the message, in its sentence", () => {
    expect(readAll("Thẻ hư rồi. Đổi thì chờ bao lâu?")).toEqual([
      { facet: "time", clear: true, whatIf: false, start: 5, end: 8, sentence: 1 },
    ]);
  });
});
