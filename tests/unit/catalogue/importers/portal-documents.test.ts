import { describe, expect, it } from "vitest";
import { readDocuments } from "../../../../bot/catalogue/importers/portal-documents.ts";
import { portalComponent } from "../../../support/portal-record.ts";

type Component = NonNullable<
  NonNullable<Parameters<typeof readDocuments>[0][number]["profileComponents"]>[number]
>;

const part = (changes: Partial<Component>): Component => portalComponent(changes) as Component;

function read(...components: readonly Partial<Component>[]) {
  return readDocuments([{ name: "", profileComponents: components.map(part) }]);
}

describe("readDocuments", () => {
  it("takes list marks off titles and keeps numbers of copies and forms", () => {
    const attachments = [{ fileName: "mau 01.docx" }, { fileName: "mau 01.docx" }, { fileName: " " }];
    const { cases } = read({ name: "- Tờ khai;", originalQty: 1, copyQty: 2, attachments });
    expect(cases).toEqual([
      {
        name: "",
        documents: [{ key: "G99-KQ1", title: "Tờ khai", originals: 1, copies: 2, forms: ["mau 01.docx"] }],
      },
    ]);
  });

  it("tells components of one code apart", () => {
    const { cases } = read({}, {}, { code: "G99-KQ2" }, {}, { code: null });
    expect(cases[0]?.documents.map(({ key }) => key)).toEqual([
      "G99-KQ1",
      "G99-KQ1#2",
      "G99-KQ2",
      "G99-KQ1#3",
      "no-code",
    ]);
  });

  it.each([
    "* Lưu ý: đem bản chính để đối chiếu",
    "Trường hợp ủy quyền thì phải có văn bản ủy quyền",
    "Số lượng hồ sơ: 01 bộ",
    "Đối với hộ nghèo: không cần",
    " - ",
  ])("leaves the remark “%s” out and counts it", (name) => {
    const { cases, notesLeftOut } = read({}, { name, originalQty: 0, copyQty: 0 });
    expect(cases[0]?.documents).toHaveLength(1);
    expect(notesLeftOut).toBe(1);
  });

  it("keeps a line that asks for copies, whatever it begins with", () => {
    expect(
      read({ name: "Trường hợp ủy quyền: giấy ủy quyền", originalQty: 1 }).cases[0]?.documents,
    ).toHaveLength(1);
  });

  it("cuts a long title at a sentence; without copies it is a paper only if it begins like one", () => {
    const long = `${"bản vẽ mặt bằng vườn mai. ".repeat(20)}`;
    const none = { originalQty: 0, copyQty: 0 };
    const { cases, notesLeftOut } = read(
      { name: `Giấy tờ về đất, ${long}`, ...none },
      { name: `Vườn mai, ${long}`, ...none },
    );
    expect(notesLeftOut).toBe(1);
    const title = cases[0]?.documents[0]?.title ?? "";
    expect(title).toMatch(/^Giấy tờ về đất.* \[…\]$/);
    expect(title.length).toBeLessThanOrEqual(300);
  });

  it("leaves everything under the heading “Lưu ý” out, and cases with no paper", () => {
    const note = part({ name: "Giấy tờ cũ vẫn dùng được", originalQty: 0 });
    const read2 = readDocuments([
      { name: "Lưu ý", profileComponents: [note] },
      { name: "b) Cấp lại:", profileComponents: null },
      { name: "a) Cấp mới:", profileComponents: [part({})] },
    ]);
    expect(read2.cases.map(({ name }) => name)).toEqual(["Cấp mới"]);
    expect(read2.notesLeftOut).toBe(1);
  });
});
