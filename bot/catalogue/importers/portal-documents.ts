import type { DocumentCase, RequiredDocument } from "../../domain/index.ts";
import type { PortalCase, PortalComponent } from "./portal-shape.ts";
import { cutAtSentence, oneLine, withoutListMarks } from "./published-text.ts";

const TITLE_LIMIT = 300;
const CASE_NAME_LIMIT = 160;
const remarkHeading = /^(lưu ý|ghi chú|chú ý)/i;
/** How explanatory lines begin that stand in the list without a number of copies. */
const remarkOpening =
  /^(trường hợp|trong trường hợp|lưu ý|ghi chú|nếu |đối với|việc |cơ quan|cá nhân (có|thực)|người (yêu|có|nộp|đi)|khi |các giấy tờ|không |số lượng|hồ sơ |cách thức)/i;

/** How the name of a paper begins: kept even when it is long and no number of copies is given. */
const paperOpening =
  /^(giấy|tờ khai|đơn|bản |văn bản|phiếu|hộ chiếu|trích lục|quyết định|hợp đồng|danh sách|báo cáo|biên bản|sổ |thẻ )/i;

/** Reads the dossier: papers by case, and how many explanatory lines were left out. */
export function readDocuments(cases: readonly PortalCase[]): { cases: DocumentCase[]; notesLeftOut: number } {
  let notesLeftOut = 0;
  const read = cases.map(({ name, profileComponents }) => {
    const title = cutAtSentence(withoutListMarks(oneLine(name)), CASE_NAME_LIMIT);
    const papers = (profileComponents ?? []).filter((part) => !isRemark(part, title));
    notesLeftOut += (profileComponents ?? []).length - papers.length;
    return { name: title, documents: keyed(papers) };
  });
  return { cases: read.filter(({ documents }) => documents.length > 0), notesLeftOut };
}

function isRemark(part: PortalComponent, caseName: string): boolean {
  const title = withoutListMarks(oneLine(part.name));
  if (title === "") return true;
  if (part.originalQty || part.copyQty || part.attachments?.length) return false;
  if (remarkHeading.test(caseName) || remarkOpening.test(title)) return true;
  return title.length > TITLE_LIMIT && !paperOpening.test(title);
}

/** The portal's component code is the key; a code used twice in one list gets `#2`, `#3`. */
function keyed(parts: readonly PortalComponent[]): RequiredDocument[] {
  const used = new Map<string, number>();
  return parts.map((part) => {
    const code = part.code?.trim() || "no-code";
    const nth = (used.get(code) ?? 0) + 1;
    used.set(code, nth);
    return {
      key: nth === 1 ? code : `${code}#${nth}`,
      title: cutAtSentence(withoutListMarks(oneLine(part.name)), TITLE_LIMIT),
      originals: Math.max(0, Math.trunc(part.originalQty ?? 0)),
      copies: Math.max(0, Math.trunc(part.copyQty ?? 0)),
      forms: [...new Set((part.attachments ?? []).map(({ fileName }) => oneLine(fileName)).filter(Boolean))],
    };
  });
}
