import { describe, expect, it } from "vitest";
import { countsOf } from "../../../../bot/answer/compose/quantities.ts";
import { paper, sampleSubject } from "../../../support/sample-subject.ts";

const counts = (title: string, ...pairs: readonly (readonly [number, number])[]) =>
  countsOf(
    sampleSubject(),
    title,
    pairs.map(([originals, copies], at) => paper(`K${at}`, title, { originals, copies })),
  );

describe("countsOf", () => {
  it("gives originals and copies as the record counts them", () => {
    expect(counts("Giấy chứng sinh", [1, 2])).toEqual(["documents.originals | 1", "documents.copies | 2"]);
  });

  it("leaves out what is not asked for", () => {
    expect(counts("Giấy chứng sinh", [0, 1])).toEqual(["documents.copies | 1"]);
    expect(counts("Giấy chứng sinh", [0, 0])).toEqual([]);
  });

  it("says nothing when the rows of one paper differ, or none stands for it", () => {
    expect(counts("Giấy chứng sinh", [1, 0], [0, 1])).toEqual([]);
    expect(counts("Giấy chứng sinh")).toEqual([]);
  });

  it.each([
    "Bản sao hộ chiếu",
    "Hộ chiếu (bản chụp)",
    "Hợp đồng photo",
    "Ảnh chân dung",
    "Copy of the passport",
  ])("does not call “%s” an original, though the record's column does", (title) => {
    expect(counts(title, [1, 0])).toEqual(["documents.pieces | 1"]);
    expect(counts(title, [1, 1])).toEqual([]);
    expect(counts(title, [0, 0])).toEqual([]);
  });

  it.each(["Đơn đề nghị (01 bản chính)", "02 ảnh 3x4", "Hồ sơ 2 (hai) bộ", "2 photos"])(
    "does not count again what “%s” counts itself",
    (title) => {
      expect(counts(title, [1, 1])).toEqual([]);
    },
  );

  it("takes a form's number for no count", () => {
    expect(counts("Tờ khai mẫu số 01", [1, 0])).toEqual(["documents.originals | 1"]);
  });
});
