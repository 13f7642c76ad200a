import { describe, expect, it } from "vitest";
import { documentsSection } from "../../../../bot/answer/compose/documents.ts";
import {
  paper,
  recordSubject,
  sampleGuide,
  sampleRecord,
  sampleSubject,
} from "../../../support/sample-subject.ts";

describe("with a guide", () => {
  it("shows what every case shares, what each case adds, and what the officer looks up", () => {
    expect(documentsSection(sampleSubject()).lines).toEqual([
      "• Tờ khai – documents.originals | 1, documents.form",
      "documents.by-case",
      "• Ở bệnh viện: Giấy chứng sinh",
      "• Tại nhà: Giấy cam đoan",
      "documents.looked-up",
      "• Giấy nơi cư trú – chỉ khi máy không tra được",
    ]);
  });

  it("shows one case's papers once it is decided, with its note", () => {
    expect(documentsSection(sampleSubject({ decided: { "noi-sinh": "tai-nha" } })).lines).toEqual([
      "case.yours | Tại nhà",
      "• Tờ khai – documents.originals | 1, documents.form",
      "• Giấy cam đoan – documents.originals | 1, documents.copies | 1",
      "documents.looked-up",
      "• Giấy nơi cư trú – chỉ khi máy không tra được",
    ]);
    const hospital = documentsSection(sampleSubject({ decided: { "noi-sinh": "benh-vien" } })).lines;
    expect(hospital.slice(0, 2)).toEqual(["case.yours | Ở bệnh viện", "Bệnh viện cấp giấy."]);
  });

  it("says with each case's papers which of them only some need", () => {
    const documents = (sampleGuide.documents ?? []).map((document) =>
      document.id === "cam-doan" ? { ...document, when: { vi: "nếu không có người làm chứng" } } : document,
    );
    const { lines } = documentsSection(sampleSubject({ guide: { ...sampleGuide, documents } }));
    expect(lines).toContain("• Tại nhà: Giấy cam đoan (nếu không có người làm chứng)");
  });

  it("names no papers for a case that is another procedure", () => {
    const { lines } = documentsSection(sampleSubject({ decided: { "noi-sinh": "nuoc-ngoai" } }));
    expect(lines.join()).not.toContain("•");
  });

  it.each([
    ["Nếu bạn sinh tại nhà", "• Tại nhà: Giấy cam đoan"],
    ["Nếu không tại nhà", "• Tại nhà: Giấy cam đoan (nếu không tại nhà)"],
    ["UBND xã yêu cầu", "• Tại nhà: Giấy cam đoan (UBND xã yêu cầu)"],
  ])("says “%s” only where the case does not", (when, line) => {
    const documents = (sampleGuide.documents ?? []).map((document) =>
      document.id === "cam-doan" ? { ...document, when: { vi: when } } : document,
    );
    expect(documentsSection(sampleSubject({ guide: { ...sampleGuide, documents } })).lines).toContain(line);
  });

  it("promises no blank form for a copy, and puts no full stop before details", () => {
    const record = {
      ...sampleRecord,
      cases: [{ name: "", documents: [paper("K1", "x", { forms: ["a.doc"] })] }],
    };
    const named = (vi: string) =>
      documentsSection(
        sampleSubject({
          procedure: record,
          guide: { ...sampleGuide, cases: [], documents: [{ id: "a", name: { vi }, sources: ["K1"] }] },
        }),
      ).lines;
    expect(named("Bản sao giấy đăng ký kinh doanh")).toEqual([
      "• Bản sao giấy đăng ký kinh doanh – documents.pieces | 1",
    ]);
    expect(named("Giấy của khách. Bạn chỉ cần xem.")).toEqual([
      "• Giấy của khách. Bạn chỉ cần xem – documents.originals | 1, documents.form",
    ]);
  });

  it("repeats the question of a bare yes", () => {
    const cases = (sampleGuide.cases ?? []).map((question) => ({
      ...question,
      question: { vi: "Sinh ở nhà phải không?" },
      options: question.options.map((option) => ({ ...option, label: { vi: "Có" } })),
    }));
    const guide = { ...sampleGuide, cases };
    const { lines } = documentsSection(sampleSubject({ guide, decided: { "noi-sinh": "tai-nha" } }));
    expect(lines[0]).toBe("case.yours | Sinh ở nhà phải không? Có");
  });

  it("says that a case is another procedure", () => {
    const { lines } = documentsSection(sampleSubject({ decided: { "noi-sinh": "nuoc-ngoai" } }));
    expect(lines).toContain("case.elsewhere | Ở nước ngoài | 1.000002");
  });

  it("ignores an answer that the question does not know", () => {
    const { lines } = documentsSection(sampleSubject({ decided: { "noi-sinh": "mat-trang" } }));
    expect(lines).not.toContain("• Ở bệnh viện: Giấy chứng sinh");
    expect(lines).toContain("• Tờ khai – documents.originals | 1, documents.form");
  });

  it("is in English where the guide is", () => {
    expect(documentsSection(sampleSubject({ language: "en" })).lines).toContain(
      "• In hospital: Birth notification",
    );
  });

  it("keeps situation and quantity apart", () => {
    const documents = [
      {
        id: "uy-quyen",
        name: { vi: "Giấy ủy quyền" },
        sources: ["K3"],
        when: { vi: "nếu nhờ người đi thay" },
      },
    ];
    const { cases: _cases, ...guide } = sampleGuide;
    expect(documentsSection(sampleSubject({ guide: { ...guide, documents } })).lines).toEqual([
      "• Giấy ủy quyền – nếu nhờ người đi thay; documents.originals | 1, documents.copies | 1",
    ]);
  });
});

describe("a paper for one situation", () => {
  const documents = [
    {
      id: "cam-doan",
      name: { vi: "Giấy cam đoan", en: "Statement" },
      sources: ["K2"],
      when: { vi: "nếu sinh tại nhà", en: "if born at home" },
    },
  ];

  it("does not say the situation again that was decided on", () => {
    const [question] = sampleGuide.cases ?? [];
    const home = question?.options.map((option) => ({
      ...option,
      label: { vi: "Sinh tại nhà" },
      documents: ["cam-doan"],
    }));
    const guide = {
      ...sampleGuide,
      documents,
      cases: question && home ? [{ ...question, options: home }] : [],
    };
    const { lines } = documentsSection(sampleSubject({ guide, decided: { "noi-sinh": "tai-nha" } }));
    expect(lines).toContain("• Giấy cam đoan – documents.originals | 1");
  });

  it("says it where another was", () => {
    const cases = (sampleGuide.cases ?? []).map((question) => ({
      ...question,
      options: [{ id: "nuoc-ngoai", label: { vi: "Ở nước ngoài" }, words: [] }],
    }));
    const { lines } = documentsSection(
      sampleSubject({ guide: { ...sampleGuide, documents, cases }, decided: { "noi-sinh": "nuoc-ngoai" } }),
    );
    expect(lines).toContain("• Giấy cam đoan – nếu sinh tại nhà; documents.originals | 1");
  });
});

describe("from the record alone", () => {
  it("shows the record's titles, long ones shortened", () => {
    const long = `Giấy chứng nhận ${"của cơ quan nhà nước, ".repeat(20)}`.trim();
    const cases = [{ name: "", documents: [paper("K1", long), paper("K2", "Đơn đề nghị")] }];
    const { lines } = documentsSection(recordSubject({ cases }));
    expect(lines[0]).toMatch(/^• Giấy chứng nhận .{50,180} \[…\] – documents\.originals \| 1$/);
    expect(lines[1]).toBe("• Đơn đề nghị – documents.originals | 1");
  });

  it("names the cases when there are several, with one colon", () => {
    const cases = [
      { name: "", documents: [paper("K1", "Đơn")] },
      { name: "Trường hợp cấp lại:", documents: [paper("K2", "Giấy cũ")] },
    ];
    expect(documentsSection(recordSubject({ cases })).lines).toEqual([
      "• Đơn – documents.originals | 1",
      "Trường hợp cấp lại:",
      "• Giấy cũ – documents.originals | 1",
    ]);
  });

  it("leaves the name of a single case out", () => {
    const cases = [{ name: "Thành phần hồ sơ", documents: [paper("K1", "Đơn")] }];
    expect(documentsSection(recordSubject({ cases })).lines).toEqual(["• Đơn – documents.originals | 1"]);
  });

  it("tells of remarks that are left out, and of nothing published", () => {
    const { lines } = documentsSection(recordSubject({ cases: [], notesLeftOut: 3 }));
    expect(lines[0]).toBe("documents.none");
    expect(lines[1]).toMatch(/^documents\.notes \| 3 \| https:/);
  });
});
