import type { Config, ZaloConfig } from "../../bot/config.ts";
import { webhookSignature } from "../../bot/zalo/index.ts";

export type Checked =
  | { readonly ok: true; readonly found: string }
  /** `todo` tells the operator what to do next. */
  | { readonly ok: false; readonly todo: string };

/** One step of setting up an account: what to do by hand, and how to see that it was done. */
export interface SetupStep {
  readonly title: string;
  readonly instructions: readonly string[];
  readonly check: () => Promise<Checked>;
}

const TIMEOUT_MS = 10_000;

/** Shown in instructions while the address is not known; never asked. */
const NO_ADDRESS = "https://<PUBLIC_URL>";

/** The steps in order, for one configuration. Checks look at the running server from outside. */
export function setupSteps(config: Config, nowMs: () => number): SetupStep[] {
  const base = config.publicUrl ?? NO_ADDRESS;
  return [
    appStep(config),
    addressStep(config),
    domainStep(config, base),
    callbackStep(base),
    webhookStep(config, base, nowMs),
    connectStep(config, base),
    messageStep(base),
  ];
}

function appStep({ zalo }: Config): SetupStep {
  return {
    title: "Ứng dụng và Official Account (app and account)",
    instructions: [
      "Tạo ứng dụng tại developers.zalo.me, bật “Đang hoạt động”, đăng ký sản phẩm “Official Account API”.",
      "Official Account phải xác thực và có gói dịch vụ cho dùng API (oa.zalo.me).",
      "Liên kết ứng dụng với Official Account, rồi đặt bốn biến: ZALO_APP_ID, ZALO_APP_SECRET, ZALO_OA_ID, ZALO_OA_SECRET_KEY.",
      "Lưu ý: App Secret và OA Secret Key là hai khóa khác nhau.",
    ],
    check: async () => {
      if (!zalo) return { ok: false, todo: "Chưa có bốn biến ZALO_… trong cấu hình." };
      if (zalo.oaSecretKeys.includes(zalo.appSecret)) {
        return {
          ok: false,
          todo: "ZALO_APP_SECRET và ZALO_OA_SECRET_KEY đang giống nhau; xem lại từng khóa.",
        };
      }
      return { ok: true, found: `ứng dụng ${zalo.appId}, Official Account ${zalo.oaId}` };
    },
  };
}

function addressStep({ publicUrl }: Config): SetupStep {
  return {
    title: "Địa chỉ công khai (public address)",
    instructions: [
      "Máy chủ cần một tên miền https (không kèm cổng) trỏ về chương trình này; nên đặt máy chủ tại Việt Nam.",
      "Đặt PUBLIC_URL, ví dụ PUBLIC_URL=https://motcua.example.vn, rồi chạy npm start.",
    ],
    check: async () => {
      if (!publicUrl) return { ok: false, todo: "Chưa đặt PUBLIC_URL." };
      const { protocol, hostname, port } = new URL(publicUrl);
      const local = hostname === "127.0.0.1" || hostname === "localhost";
      if (!local && (protocol !== "https:" || port !== "")) {
        return { ok: false, todo: "PUBLIC_URL phải là https và không kèm cổng." };
      }
      const { status } = await ask(`${publicUrl}/healthz`);
      if (status !== 200)
        return { ok: false, todo: `${publicUrl}/healthz trả lời ${status}; chương trình đã chạy chưa?` };
      return { ok: true, found: `${publicUrl} trả lời` };
    },
  };
}

function domainStep({ zaloDomainVerifier: code }: Config, base: string): SetupStep {
  return {
    title: "Xác thực tên miền (domain verification)",
    instructions: [
      "developers.zalo.me → ứng dụng → Xác thực domain: thêm tên miền, chọn cách tải tệp lên.",
      "Lấy phần mã trong tên tệp zalo_verifier<mã>.html, đặt ZALO_DOMAIN_VERIFIER=<mã>, chạy lại chương trình, rồi bấm Xác thực.",
    ],
    check: async () => {
      if (!code) return { ok: false, todo: "Chưa đặt ZALO_DOMAIN_VERIFIER." };
      const { status, text } = await ask(`${base}/zalo_verifier${code}.html`);
      const served = status === 200 && text.includes(`content="${code}"`);
      if (!served)
        return { ok: false, todo: `Tệp chưa mở được (${status}); chạy lại chương trình với biến mới.` };
      return { ok: true, found: `${base}/zalo_verifier${code}.html mở được` };
    },
  };
}

function callbackStep(base: string): SetupStep {
  return {
    title: "Địa chỉ nhận cấp quyền (callback)",
    instructions: [
      "developers.zalo.me → ứng dụng → Official Account → Thiết lập chung → Official Account Callback Url:",
      `  ${base}/admin/zalo/callback`,
      "Chọn đủ các nhóm quyền ngay từ đầu: đổi sau này sẽ mất kết nối.",
    ],
    check: async () => {
      const { status } = await ask(`${base}/admin/zalo/callback`);
      if (status !== 401)
        return {
          ok: false,
          todo: `Trang nhận cấp quyền trả lời ${status || "không"}, đáng lẽ hỏi mật khẩu (401).`,
        };
      return { ok: true, found: "trang có mặt và hỏi mật khẩu" };
    },
  };
}

function webhookStep({ zalo }: Config, base: string, nowMs: () => number): SetupStep {
  return {
    title: "Webhook",
    instructions: [
      "developers.zalo.me → ứng dụng → Webhook → Webhook URL:",
      `  ${base}/webhooks/zalo`,
      "Bật từng sự kiện: người dùng gửi tin (mọi loại), quan tâm, bỏ quan tâm, nhấn nút Nhắn tin, OA gửi tin, rút lại đồng ý.",
      "Tắt “Lọc cú pháp”. Trong OA Manager, tắt trả lời tự động theo từ khóa để không trả lời hai lần.",
    ],
    check: async () => {
      if (!zalo) return { ok: false, todo: "Cần bốn biến ZALO_… trước." };
      const check = await ask(`${base}/webhooks/zalo`, { body: "{}" });
      if (check.status !== 200)
        return { ok: false, todo: `Webhook trả lời ${check.status} cho phép thử của Zalo, đáng lẽ 200.` };
      const before = await webhookCount(base, "ignored-receipt");
      await ask(`${base}/webhooks/zalo`, receipt(zalo, nowMs()));
      const after = await webhookCount(base, "ignored-receipt");
      if (after <= before) {
        return {
          ok: false,
          todo: "Chương trình đang chạy không nhận chữ ký; nó có cùng ZALO_APP_ID và ZALO_OA_SECRET_KEY không?",
        };
      }
      return { ok: true, found: "trả lời phép thử của Zalo và nhận chữ ký của khóa này" };
    },
  };
}

function connectStep({ zalo, admin }: Config, base: string): SetupStep {
  return {
    title: "Cấp quyền (connect)",
    instructions: [
      "Quản trị viên của Official Account mở trang này và bấm “Kết nối với Zalo”:",
      `  ${base}/admin/zalo`,
      "Nếu Zalo báo Invalid code verifier dù địa chỉ đúng, ứng dụng cố định code challenge: đặt ZALO_CODE_VERIFIER.",
    ],
    check: async () => {
      if (!zalo) return { ok: false, todo: "Cần bốn biến ZALO_… trước." };
      if (!admin.password) return { ok: false, todo: "Đặt ADMIN_PASSWORD để kiểm tra được trang này." };
      const authorization = `Basic ${Buffer.from(`${admin.user}:${admin.password}`).toString("base64")}`;
      const { status, text } = await ask(`${base}/admin/zalo`, { headers: { authorization } });
      if (status !== 200)
        return {
          ok: false,
          todo: `Trang trả lời ${status}; ADMIN_USER và ADMIN_PASSWORD có giống chương trình đang chạy không?`,
        };
      const refusal = /Zalo chưa cho dùng API[^<]*/.exec(text)?.[0];
      if (refusal) return { ok: false, todo: refusal };
      if (!text.includes("Đang kết nối.")) return { ok: false, todo: "Chưa kết nối, hoặc kết nối đã mất." };
      return { ok: true, found: "đang kết nối" };
    },
  };
}

function messageStep(base: string): SetupStep {
  return {
    title: "Tin nhắn thử (test message)",
    instructions: [
      "Dùng điện thoại nhắn “xin chào” cho Official Account, chờ trả lời, rồi bấm Enter.",
      "Hỏi tiếp “làm khai sinh cần gì”, bấm thử một nút; xem nút có hiện trên máy tính không.",
      "Điểm tài liệu Zalo chưa thống nhất, nếu gặp thì đổi biến rồi chạy lại:",
      "  • nút bị từ chối (-201, -233) hoặc không hiện: ZALO_BUTTON_TEMPLATE=button",
      "  • -14003 Invalid code verifier khi kết nối: ZALO_CODE_VERIFIER=<43 ký tự trong ứng dụng>",
      "  • đang đổi OA Secret Key: đặt khóa mới vào ZALO_OA_SECRET_KEY_NEXT trước khi đổi",
    ],
    check: async () => {
      const sent = await counter(base, /^sends_total\{channel="zalo",outcome="sent"\} (\d+)/m);
      if (sent > 0) return { ok: true, found: `${sent} trả lời đã được Zalo nhận từ khi chương trình chạy` };
      return {
        ok: false,
        todo: "Chưa có trả lời nào được Zalo nhận. Xem nhật ký của chương trình (mã lỗi và cách sửa).",
      };
    },
  };
}

/** A receipt changes nothing, so it may be sent at any time to see whether the signature is taken. */
function receipt(zalo: ZaloConfig, nowMs: number): RequestOptions {
  const timestamp = String(nowMs);
  const body = JSON.stringify({
    app_id: zalo.appId,
    event_name: "user_received_message",
    timestamp,
    sender: { id: zalo.oaId },
    recipient: { id: "0" },
    message: { msg_id: "setup-check" },
  });
  const hex = webhookSignature({
    appId: zalo.appId,
    rawBody: Buffer.from(body),
    timestamp,
    oaSecretKey: zalo.oaSecretKeys[0] ?? "",
  });
  return { body, headers: { "x-zevent-signature": `mac=${hex}` } };
}

function webhookCount(base: string, outcome: string): Promise<number> {
  return counter(base, new RegExp(`^zalo_webhooks_total\\{outcome="${outcome}"\\} (\\d+)`, "m"));
}

async function counter(base: string, pattern: RegExp): Promise<number> {
  const { text } = await ask(`${base}/metrics`);
  return Number(pattern.exec(text)?.[1] ?? 0);
}

interface RequestOptions {
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Status 0 = not reached. */
async function ask(
  url: string,
  { body, headers = {} }: RequestOptions = {},
): Promise<{ status: number; text: string }> {
  if (url.startsWith(NO_ADDRESS)) return { status: 0, text: "" };
  try {
    const response = await fetch(url, {
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...(body !== undefined && { method: "POST", body }),
      headers: { ...(body !== undefined && { "content-type": "application/json" }), ...headers },
    });
    return { status: response.status, text: await response.text() };
  } catch {
    return { status: 0, text: "" };
  }
}
