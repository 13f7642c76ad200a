import { describe, expect, it } from "vitest";
import { dossierNumberIn, screen } from "../../../bot/answer/screen.ts";
import { contextOf, startDraft } from "../../support/small-world.ts";

const ctx = contextOf();
const screened = (text: string) => {
  const draft = screen(startDraft({ text, state: {} }), ctx);
  if ("messages" in draft) throw new Error("screening never answers");
  return draft;
};

describe("screening", () => {
  it.each([
    ["H40.12-261103-0007", "answered.dossier-status"],
    ["h40.12-261103-0007", "answered.dossier-status"],
    ["hồ sơ G01.899.104-250612-0042 của tôi sao rồi", "answered.dossier-status"],
    ["(H40-260115-000123)", "answered.dossier-status"],
    ["vào www.qua-tang.example lãnh quà", "refused.spam"],
    ["HTTPS://VAY-NHANH.EXAMPLE/", "refused.spam"],
    ["http://mua-ban.example", "refused.spam"],
    ["bấm bit.ly/xyz123", "refused.spam"],
    ["nhóm t.me/kiem-tien", "refused.spam"],
    ["tinyurl.com/abc", "refused.spam"],
    ["", "unanswerable.unreadable"],
    ["   \n\t ", "unanswerable.unreadable"],
    ["🙏🙏🙏", "unanswerable.unreadable"],
    ["?!…,.;", "unanswerable.unreadable"],
    ["\u200b\u200b", "unanswerable.unreadable"],
  ])("settles “%s” as %s", (text, status) => {
    expect(screened(text).decision).toEqual({ kind: "status", status });
  });

  it.each([
    "làm giấy khai sinh",
    "Quyết định 261103-0007",
    "XH40.12-261103-0007",
    "H40.12-261103-00",
    "H40.12-2611-0007",
    "nộp ở https://dichvucong.gov.vn được không",
    "www.tayninh.gov.vn có mẫu đơn không",
    "gửi thư tới vi-du@thu.example",
    "số nhà 12.5",
    "ok",
    "7",
  ])("leaves “%s” to be understood", (text) => {
    expect(screened(text).decision).toBeUndefined();
    expect(screened(text).payload).toBeUndefined();
  });

  it("takes a tap for what it says and for nothing else", () => {
    const tapped = screened(" #mc:tt:1.000001:fee ");
    expect(tapped.payload).toEqual({ kind: "procedure", code: "1.000001", facet: "fee" });
    expect(tapped.decision).toBeUndefined();
    expect(screened("xin #mc:canbo").payload).toBeUndefined();
  });

  it("looks for the dossier number before the link", () => {
    expect(screened("https://tra-cuu.example/H40.12-261103-0007").decision).toEqual({
      kind: "status",
      status: "answered.dossier-status",
    });
  });

  it("hands on the text in its normal form", () => {
    expect(screened("  khai\u200b  sinh\n cho  con ").text).toBe("khai sinh\ncho con");
  });
});

describe("the dossier number", () => {
  it("is found inside a sentence as it was typed", () => {
    expect(dossierNumberIn("mã h40.12-261103-0007, nộp tuần trước")).toBe("h40.12-261103-0007");
  });

  it("is none where there is none", () => {
    expect(dossierNumberIn("mã thủ tục 1.001193")).toBeUndefined();
  });
});
