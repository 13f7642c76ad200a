import type { Facet, FacetWords } from "../../bot/domain/index.ts";

const words = (
  asks: readonly string[],
  names: readonly string[] = [],
  checks: readonly string[] = [],
  not?: readonly string[],
): FacetWords => ({ asks, names, checks, ...(not && { not }) });

/** A few expressions for every part, so that a test can tell which of them was found. */
export const sampleFacets: Readonly<Record<Facet, FacetWords>> = {
  documents: words(["giấy tờ gì", "cần gì"], ["giấy tờ", "hồ sơ"], ["bản gốc"], ["giấy tờ nhà"]),
  fee: words(
    ["bao nhiêu tiền", "tiền … tính sao"],
    ["lệ phí", "phí"],
    ["mất phí", "miễn phí"],
    ["lệ phí trước bạ"],
  ),
  time: words(["bao lâu", "khi nào"], ["thời hạn"], ["lấy liền"]),
  place: words(["ở đâu", "chỗ nào"], ["nơi nộp"], ["ở xã", "lên xã"]),
  online: words(["trang nào"], ["qua mạng", "online"], ["qua mạng", "online"]),
  steps: words(["làm sao", "thế nào", "cách nào", "how do"], ["thủ tục"], ["đi cùng"]),
  form: words(["mẫu nào"], ["tờ khai"], ["viết tay"]),
  eligibility: words(["ai được", "điều kiện gì"], ["điều kiện"]),
  legal: words(["luật nào"], ["mức phạt"], ["bị phạt"]),
  result: words(["nhận được gì"], ["kết quả"], ["bản điện tử"]),
};
