import { describe, expect, it } from "vitest";
import { ownMatter, wantsDone } from "../../../../bot/answer/understand/talk-words.ts";
import { wordsOf } from "../../../../bot/text/index.ts";

const own = (text: string) => {
  const words = wordsOf(text);
  return ownMatter({ words, matter: words }).map(({ folded }) => folded);
};

describe("the matter of its own in a talk", () => {
  it.each([
    ["nộp ở tỉnh giùm chị"],
    ["gửi hồ sơ trực tiếp"],
    ["thế bữa trả kết quả"],
    ["nhờ ba má nộp thay"],
    ["it will cost"],
  ])("is none in “%s”", (text) => {
    expect(own(text).filter((word) => word !== "o")).toEqual([]);
  });

  it.each([
    ["nộp hộ chiếu", ["chieu"]],
    ["lấy sổ hồng", ["so", "hong"]],
    ["con chó cắn người ta", ["cho", "can"]],
    ["send my licence", ["my", "licence"]],
  ])("in “%s” is %j", (text, matter) => {
    expect(own(text)).toEqual(matter);
  });

  it("trusts marks once the message has any", () => {
    expect(own("nha xa")).toEqual(["nha"]);
    expect(own("nhà xa")).toEqual(["nha", "xa"]);
    expect(own("nhà xã")).toEqual(["nha"]);
  });

  it("is looked for in the matter only", () => {
    const words = wordsOf("tách thửa giùm");
    expect(ownMatter({ words, matter: words.slice(1) }).map(({ folded }) => folded)).toEqual(["thua"]);
    expect(ownMatter({ words, matter: [] })).toEqual([]);
  });
});

describe("something is wanted done", () => {
  it.each([
    ["làm lại cái thẻ", true],
    ["muốn nhập hộ khẩu", true],
    ["doi bang lai", true],
    ["hủy đơn", true],
    ["renew it", true],
    ["đợi mấy hôm", false],
    ["bao nhiêu", false],
    ["mỗ xẻ", false],
    ["how long", false],
    ["", false],
  ])("in “%s”: %s", (text, wanted) => {
    expect(wantsDone(wordsOf(text))).toBe(wanted);
  });
});
