import { describe, expect, it } from "vitest";
import { readFigures } from "../../../../bot/catalogue/importers/portal-figures.ts";
import { portalDetail as shape } from "../../../../bot/catalogue/importers/portal-shape.ts";
import { portalComponent, portalDetail, portalMethod } from "../../../support/portal-record.ts";

function figures(changes: Record<string, unknown>): string | undefined {
  const empty = {
    executionSteps: [],
    requirementsAndConditions: "",
    executionMethods: [],
    executionCases: [],
  };
  return readFigures(shape.parse(portalDetail({ ...empty, ...changes })));
}

describe("readFigures", () => {
  it("gathers numbers with units from steps, conditions, notes and papers, each once", () => {
    const found = figures({
      executionSteps: [
        { description: "Trong thời hạn 60 ngày. Chậm nhất 60 ngày." },
        { name: "trước 23 giờ" },
      ],
      requirementsAndConditions: "Người từ đủ 18 tuổi",
      executionMethods: [portalMethod({ description: "không quá 02 ngày làm việc" })],
      executionCases: [
        { profileComponents: [portalComponent({ name: "02 ảnh, cấp không quá 06 (sáu) tháng" })] },
      ],
    });
    expect(found).toBe("18 tuổi; 2 ngày làm việc; 2 ảnh; 23 giờ; 6 tháng; 60 ngày");
  });

  it("keeps dates written out, and takes neither law numbers nor dates with strokes for figures", () => {
    expect(figures({ requirementsAndConditions: "từ ngày 30 tháng 4 năm 1975" })).toBe("30 tháng 4 năm 1975");
    expect(
      figures({ requirementsAndConditions: "Nghị định số 61/2025/NĐ-CP ngày 04/3/2025" }),
    ).toBeUndefined();
  });

  it("is absent when nothing is said", () => {
    expect(figures({ executionSteps: undefined, requirementsAndConditions: undefined })).toBeUndefined();
  });
});
