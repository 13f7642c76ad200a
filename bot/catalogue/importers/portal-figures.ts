import type { PortalDetail } from "./portal-shape.ts";
import { oneLine } from "./published-text.ts";

/** Units whose number a citizen may need to hear: deadlines, ages, copies, people. */
const units =
  "ngày làm việc|ngày|giờ|tháng|năm|tuổi|phút|tuần|lần|người|dân tộc|thành viên|%|m2|m²|km|bản|bộ|ảnh|số|chữ|triệu|tỷ";
/** `30 tháng 4 năm 1975` written out; the dates of laws are written with strokes. */
const day = /(?<!\d)(\d{1,2} tháng \d{1,2} năm \d{4})(?!\d)/giu;
/** `60 ngày`, `06 (sáu) tháng`; not the day in `12/3` nor the number of a law. */
const figure = new RegExp(
  `(?<![\\d./-])(\\d{1,3}(?:[.,]\\d{1,3})*)\\s*(?:\\([^)]{1,40}\\)\\s*)?(${units})(?![\\p{L}\\d])`,
  "giu",
);

/**
 * Numbers with their units in the parts of a record that are not kept (steps, conditions, notes), each once:
 * `15 giờ; 60 ngày`. With them a deadline in a guide can be held against the record; undefined when there are none.
 */
export function readFigures(detail: PortalDetail): string | undefined {
  const prose = [
    ...(detail.executionSteps ?? []).flatMap((step) => [step?.name, step?.description]),
    detail.requirementsAndConditions,
    ...(detail.executionMethods ?? []).map(({ description }) => description),
    ...(detail.executionCases ?? []).flatMap(({ profileComponents }) =>
      (profileComponents ?? []).map(({ name }) => name),
    ),
  ];
  const found = new Set<string>();
  const text = oneLine(prose.join("\n"));
  for (const [whole] of text.matchAll(day)) found.add(whole.toLowerCase());
  for (const [, number = "", unit = ""] of text.replace(day, "").matchAll(figure)) {
    found.add(`${number.replace(/^0+(?=\d)/, "")} ${unit.toLowerCase()}`);
  }
  return found.size > 0 ? [...found].sort().join("; ") : undefined;
}
