import { describe, expect, it } from "vitest";
import {
  eligibilitySection,
  formSection,
  legalSection,
  resultSection,
} from "../../../../bot/answer/compose/rules-and-results.ts";
import { echo, paper, recordSubject, sampleGuide, sampleSubject } from "../../../support/sample-subject.ts";

describe("formSection", () => {
  it("names a form as the guide does, with its file", () => {
    const { lines } = formSection(sampleSubject());
    expect(lines).toHaveLength(2);
    expect(lines[0]).toBe("form.item | Tờ khai | to-khai.docx");
    expect(lines[1]).toMatch(/^form\.link \| https:/);
  });

  it("shortens the record's title and gives all files of a paper together", () => {
    const title =
      "Đơn đề nghị cấp giấy chứng nhận theo Mẫu số 01 tại Phụ lục I, ban hành kèm theo Nghị định của Chính phủ";
    const cases = [
      { name: "", documents: [paper("K9", title, { forms: ["a.doc", "b.doc"] }), paper("K8", "Giấy")] },
    ];
    expect(formSection(recordSubject({ cases })).lines[0]).toBe(
      "form.item | Đơn đề nghị cấp giấy chứng nhận theo Mẫu số 01 tại Phụ lục I […] | a.doc; b.doc",
    );
  });

  it("gives a form once that several cases ask for", () => {
    const documents = [paper("K9", "Đơn", { forms: ["a.doc"] })];
    const cases = [
      { name: "", documents },
      { name: "Cấp lại", documents },
    ];
    expect(formSection(recordSubject({ cases })).lines).toHaveLength(2);
  });

  it("gives files of papers that differ only in where the title was cut together", () => {
    const cases = [
      { name: "", documents: [paper("K1", "Tờ khai CT01", { forms: ["a.doc"] })] },
      { name: "", documents: [paper("K2", "Tờ khai CT01 […]", { forms: ["b.doc", "a.doc"] })] },
    ];
    expect(formSection(recordSubject({ cases })).lines[0]).toBe("form.item | Tờ khai CT01 | a.doc; b.doc");
  });

  it("leaves out for whom a form is, and tells the form", () => {
    const title = "Đối với người hoạt động cách mạng trước năm 1945: - Bản khai theo Mẫu số 01";
    const cases = [{ name: "", documents: [paper("K1", title, { forms: ["a.doc"] })] }];
    expect(formSection(recordSubject({ cases })).lines[0]).toBe(
      "form.item | Bản khai theo Mẫu số 01 | a.doc",
    );
  });

  it("says that there is none", () => {
    const { lines } = formSection(recordSubject({ cases: [] }));
    expect(lines[0]).toBe("form.none");
    expect(lines[1]).toMatch(/^more-on-portal \| https:/);
  });
});

describe("eligibilitySection", () => {
  it("gives the guide's words, the record's list and what to do when refused", () => {
    const guide = { ...sampleGuide, ifRefused: { vi: "Hỏi lý do." } };
    expect(eligibilitySection(sampleSubject({ guide })).lines).toEqual([
      "Để con có giấy khai sinh.",
      "Cha hoặc mẹ.",
      "eligibility.subjects | Công dân Việt Nam",
      "eligibility.refused | Hỏi lý do.",
      "eligibility.ask",
    ]);
  });

  it("is in English as far as names are known", () => {
    const say = echo({ "term.Công dân Việt Nam": "Vietnamese citizens" });
    const subject = recordSubject({ subjects: ["Công dân Việt Nam", "Hội"] }, { language: "en", say });
    expect(eligibilitySection(subject).lines[0]).toBe("eligibility.subjects | Vietnamese citizens; Hội");
  });

  it("says that nobody is named", () => {
    expect(eligibilitySection(recordSubject({ subjects: [] })).lines[0]).toBe("eligibility.unknown");
  });
});

describe("legalSection", () => {
  const lawLines = (...legalBases: readonly { number: string; title: string }[]) =>
    legalSection(recordSubject({ legalBases })).lines;

  it.each([
    ["60/2014/QH13", "Luật Hộ tịch", "• 60/2014/QH13 – Luật Hộ tịch"],
    ["60/2014/QH13", "", "• 60/2014/QH13"],
    ["18/2026/NĐ-CP", "sửa đổi một số nghị định.", "• 18/2026/NĐ-CP – sửa đổi một số nghị định"],
    [
      "121/2025/NĐ-CP",
      "Nghị định số 121/2025/NĐ-CP về phân quyền",
      "• Nghị định số 121/2025/NĐ-CP về phân quyền",
    ],
    ["Nghị định 143/2016/NĐ-CP", "Nghị định số 143/2016/NĐ-CP", "• Nghị định số 143/2016/NĐ-CP"],
  ])("names %s “%s” without saying its number twice", (number, title, line) => {
    expect(lawLines({ number, title })).toEqual([line]);
  });

  it("shows six laws and counts the others", () => {
    const lines = lawLines(
      ...Array.from({ length: 8 }, (_, at) => ({ number: `${at}/2020/QH14`, title: "Luật" })),
    );
    expect(lines).toHaveLength(7);
    expect(lines.at(-1)).toMatch(/^legal\.more \| 2 \| https:/);
  });

  it("says that none is published, and what being late means", () => {
    const guide = { ...sampleGuide, ifLate: { vi: "Bị phạt." } };
    const procedure = recordSubject({ legalBases: [] }).procedure;
    expect(legalSection(sampleSubject({ guide, procedure })).lines).toEqual([
      "late | Bị phạt.",
      "legal.none",
    ]);
  });
});

describe("resultSection", () => {
  it("lists the results, or says that none is published", () => {
    expect(resultSection(recordSubject({ results: ["Giấy khai sinh"] })).lines).toEqual(["• Giấy khai sinh"]);
    expect(resultSection(recordSubject({ results: [] })).lines).toEqual(["result.none"]);
  });

  it("gives an English reader both names", () => {
    const say = echo({ "term.Giấy khai sinh": "Birth certificate" });
    const subject = recordSubject({ results: ["Giấy khai sinh"] }, { language: "en", say });
    expect(resultSection(subject).lines).toEqual(["• Birth certificate (Giấy khai sinh)"]);
  });
});

it("says what to do when refused where the guide has no words of its own", () => {
  expect(eligibilitySection(recordSubject({})).lines).toContain("eligibility.refused.general");
});

describe("what does not belong", () => {
  it("is an office that is late, among the laws", () => {
    const guide = { ...sampleGuide, ifOfficeLate: { vi: "Cán bộ phải hẹn ngày mới." } };
    expect(legalSection(sampleSubject({ guide })).lines.join()).not.toContain("late");
  });

  it("is a list of results run together on one line", () => {
    const results = ["Quyết định công nhận. - Giấy chứng nhận"];
    expect(resultSection(recordSubject({ results })).lines).toEqual([
      "• Quyết định công nhận",
      "• Giấy chứng nhận",
    ]);
  });
});
