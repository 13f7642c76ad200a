import { escapeHtml, plainPage } from "../../../http/index.ts";
import type { Account, TokenStatus } from "../../../zalo/index.ts";
import { type LookedUp, refusalAdvice } from "./look-up.ts";

/** What the administrator has to enter in the platform's settings. */
export interface Addresses {
  readonly callback: string;
  readonly webhook: string;
}

/** The state of the connection, and the way to renew it. */
export function statusPage(status: TokenStatus, account: LookedUp | undefined, addresses: Addresses): string {
  const parts = [statusOf(status), account ? accountOf(account) : "", next(addresses)];
  return plainPage("Kết nối Zalo Official Account", parts.join("\n"));
}

/** After a consent; `account` is missing when the platform does not show it. */
export function connectedPage(account: Account | undefined): string {
  const name = account?.name ? `: <strong>${escapeHtml(account.name)}</strong>` : "";
  const packageName = account?.packageName ? `<p>Gói dịch vụ: ${escapeHtml(account.packageName)}</p>` : "";
  const unsure = account
    ? ""
    : "<p>Zalo chưa cho xem thông tin tài khoản; hãy gửi thử một tin nhắn để kiểm tra.</p>";
  return plainPage(
    "Đã kết nối",
    `<p>Đã kết nối Official Account${name}.</p>\n${packageName}${unsure}\n<p><a href="/admin/zalo">Về trang kết nối</a></p>`,
  );
}

/** Why connecting failed, and what to do. */
export function failedPage(reason: string, advice: string): string {
  return plainPage(
    "Chưa kết nối được",
    `<p>${escapeHtml(reason)}</p>\n<p>${escapeHtml(advice)}</p>\n<p><a href="/admin/zalo/connect">Kết nối lại</a></p>`,
  );
}

function accountOf(found: LookedUp): string {
  switch (found.kind) {
    case "refused":
      return `<p role="alert">Zalo chưa cho dùng API (mã ${found.code}): ${escapeHtml(refusalAdvice(found.code))}</p>`;
    case "unreachable":
      return "<p>Chưa hỏi được Zalo về tài khoản lúc này. Tải lại trang để thử lại.</p>";
    case "found":
      return `<p>${factsOf(found.account).map(escapeHtml).join(" · ")}</p>`;
  }
}

function factsOf(account: Account): string[] {
  const { name, isVerified, packageName, packageValidThrough, followers } = account;
  return [
    ...(name ? [name] : []),
    ...(isVerified === undefined ? [] : [isVerified ? "đã xác thực" : "CHƯA xác thực"]),
    ...(packageName ? [`gói ${packageName}${packageValidThrough ? ` đến ${packageValidThrough}` : ""}`] : []),
    ...(followers === undefined ? [] : [`${followers} người quan tâm`]),
  ];
}

function statusOf(status: TokenStatus): string {
  if (status.lostAtMs !== undefined) {
    return `<p role="alert"><strong>Mất kết nối từ ${time(status.lostAtMs)}.</strong> Zalo không nhận mã gia hạn nữa; quản trị viên OA cần kết nối lại.</p>`;
  }
  if (!status.connected) return "<p><strong>Chưa kết nối.</strong></p>";
  const rows = [
    ["Gia hạn lần cuối", status.renewedAtMs],
    ["Mã truy cập hết hạn (tự gia hạn trước đó)", status.accessExpiresAtMs],
    ["Phải kết nối lại trước ngày này nếu tự gia hạn ngừng chạy", status.refreshExpiresAtMs],
  ] as const;
  const shown = rows.map(([label, atMs]) => `<tr><th scope="row">${label}</th><td>${time(atMs)}</td></tr>`);
  return `<p><strong>Đang kết nối.</strong></p>\n<table>${shown.join("")}</table>`;
}

function next({ callback, webhook }: Addresses): string {
  return `<h2>Kết nối</h2>
<p>Địa chỉ cần khai trong ứng dụng Zalo (đúng từng ký tự):</p>
<ul>
<li>Official Account Callback Url: <code>${escapeHtml(callback)}</code></li>
<li>Webhook URL: <code>${escapeHtml(webhook)}</code></li>
</ul>
<p>Người bấm phải là quản trị viên của Official Account.</p>
<p><a href="/admin/zalo/connect">Kết nối với Zalo</a></p>`;
}

function time(atMs: number | undefined): string {
  if (!atMs) return "chưa rõ";
  const format = new Intl.DateTimeFormat("vi-VN", {
    timeZone: "Asia/Ho_Chi_Minh",
    dateStyle: "short",
    timeStyle: "short",
  });
  return format.format(atMs);
}
