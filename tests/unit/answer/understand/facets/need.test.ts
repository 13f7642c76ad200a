import { describe, expect, it } from "vitest";
import { facetsOfNeed } from "../../../../../bot/answer/understand/facets/need.ts";
import { wordsOf } from "../../../../../bot/text/index.ts";

describe("a need told without a question", () => {
  it.each([
    ["em muốn tách hộ"],
    ["xin xác nhận độc thân"],
    ["can lam lai bang"],
    ["tính dời mộ"],
    ["I want a permit"],
  ])("in “%s” is for papers and steps", (text) => {
    expect(facetsOfNeed(wordsOf(text))).toEqual(["documents", "steps"]);
  });

  it.each([
    ["sửa ngày sinh trong học bạ"],
    ["hai vợ chồng nhập khẩu về ngoại"],
    ["renew licence after long stay"],
  ])("in “%s” is an act, so for papers and steps", (text) => {
    expect(facetsOfNeed(wordsOf(text))).toEqual(["documents", "steps"]);
  });

  it.each([
    ["xin hỗ trợ hộ nghèo"],
    ["má tôi muốn hưởng trợ cấp tuổi già"],
    ["nhà em cần miễn giảm học phí"],
  ])("in “%s” is for a benefit: whether, then how", (text) => {
    expect(facetsOfNeed(wordsOf(text))).toEqual(["eligibility", "steps"]);
  });

  it.each([
    ["tách thửa"],
    ["muốn cưới"],
    ["sửa ngày sinh"],
    ["can cuoc cong dan"],
    ["can ho ben kia on qua"],
    ["hàng xóm lấn ranh bên hông"],
    ["trợ cấp tuổi già"],
    [""],
  ])("is none in “%s”", (text) => {
    expect(facetsOfNeed(wordsOf(text))).toEqual([]);
  });
});
