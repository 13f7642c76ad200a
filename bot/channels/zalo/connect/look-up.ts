import { type Account, type AccountApi, ZaloRefusedError } from "../../../zalo/index.ts";

/** What the platform says of the account at this moment. */
export type LookedUp =
  | { readonly kind: "found"; readonly account: Account }
  | { readonly kind: "refused"; readonly code: number }
  | { readonly kind: "unreachable" };

/** Asks for the account: the cheapest call that shows whether the tokens work. Never throws. */
export async function lookUp(client: Pick<AccountApi, "account">): Promise<LookedUp> {
  try {
    return { kind: "found", account: await client.account() };
  } catch (error) {
    return error instanceof ZaloRefusedError
      ? { kind: "refused", code: error.code }
      : { kind: "unreachable" };
  }
}

/** Refusals that somebody in the office can mend, and how. */
const advice: Readonly<Record<number, string>> = {
  [-204]: "Official Account đang bị vô hiệu hóa; liên hệ Zalo.",
  [-205]: "Official Account không tồn tại; kiểm tra ZALO_OA_ID.",
  [-209]: "ứng dụng chưa kích hoạt; bật “Đang hoạt động” trên developers.zalo.me.",
  [-212]: "ứng dụng chưa đăng ký sản phẩm Official Account API; đăng ký trên developers.zalo.me.",
  [-219]: "ứng dụng đã bị gỡ hoặc bị vô hiệu hóa trên developers.zalo.me.",
  [-221]: "Official Account chưa xác thực; xác thực trên oa.zalo.me.",
  [-223]: "Official Account chưa cấp quyền này cho ứng dụng; bấm kết nối lại và chọn đủ quyền.",
  [-224]: "gói dịch vụ của Official Account chưa có quyền dùng API; nâng gói trên oa.zalo.me.",
};

/** What somebody in the office can do about a refusal, in Vietnamese. */
export function refusalAdvice(code: number): string {
  return advice[code] ?? "kết nối lại; nếu vẫn vậy, gửi mã này cho người quản trị kỹ thuật.";
}
