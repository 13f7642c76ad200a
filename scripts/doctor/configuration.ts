import type { Config } from "../../bot/config.ts";
import { type Finding, judge } from "./finding.ts";

const { ok, warn, fail } = judge("configuration", "Cấu hình", "configuration");

/** Judges settings that are well-formed: whether they go together. */
export function checkConfiguration({ zalo, publicUrl, admin, databaseUrl, host, port }: Config): Finding {
  if (!zalo) {
    const store = databaseUrl ? "PostgreSQL" : "SQLite";
    return ok(`${host}:${port}, kho ${store}, trình giả lập`, `${host}:${port}, ${store}, simulator`);
  }
  if (zalo.oaSecretKeys.includes(zalo.appSecret)) {
    return fail(
      {
        vi: "ZALO_APP_SECRET và ZALO_OA_SECRET_KEY giống nhau",
        en: "ZALO_APP_SECRET and ZALO_OA_SECRET_KEY are the same",
      },
      {
        vi: "xem lại từng khóa trong developers.zalo.me: đây là hai khóa khác nhau",
        en: "look both up at developers.zalo.me: they are different keys",
      },
    );
  }
  if (!publicUrl?.startsWith("https://")) {
    return warn(
      { vi: "PUBLIC_URL không phải địa chỉ https", en: "PUBLIC_URL is not an https address" },
      {
        vi: "Zalo chỉ gửi tin đến https: đặt PUBLIC_URL=https://tên-miền, xem npm run zalo:setup",
        en: "Zalo only delivers to https: set PUBLIC_URL=https://your-domain, see npm run zalo:setup",
      },
    );
  }
  if (!admin.password) {
    return warn(
      { vi: "chưa đặt ADMIN_PASSWORD", en: "ADMIN_PASSWORD is not set" },
      {
        vi: "đặt ADMIN_PASSWORD; không thì mỗi lần khởi động có một mật khẩu mới",
        en: "set ADMIN_PASSWORD; otherwise each start makes a new one",
      },
    );
  }
  return ok(`Official Account ${zalo.oaId}, ${publicUrl}`, `Official Account ${zalo.oaId}, ${publicUrl}`);
}

/** The settings could not be read. @param problem one line for each bad variable */
export function badConfiguration(problem: string): Finding {
  return fail(
    { vi: problem, en: problem },
    { vi: "sửa các biến nêu trên rồi chạy lại", en: "mend the variables named above and run this again" },
  );
}
