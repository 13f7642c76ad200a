import { describe, expect, it } from "vitest";
import { readConfig } from "../../bot/config.ts";

const account = {
  ZALO_APP_ID: "1000000000000000001",
  ZALO_APP_SECRET: "app-secret",
  ZALO_OA_ID: "3000000000000000003",
  ZALO_OA_SECRET_KEY: "oa-secret-key",
};

describe("readConfig", () => {
  it("needs nothing: the program starts with the simulator", () => {
    expect(readConfig({})).toEqual({
      port: 3000,
      host: "127.0.0.1",
      dataDir: "./data",
      logLevel: "info",
      admin: { user: "admin" },
    });
  });

  it("takes empty variables for missing ones, as .env files write them", () => {
    expect(readConfig({ PORT: "", ZALO_APP_ID: " ", ADMIN_PASSWORD: "" })).toEqual(readConfig({}));
  });

  it("reads an account with everything", () => {
    const { zalo, zaloDomainVerifier, publicUrl } = readConfig({
      ...account,
      ZALO_OA_SECRET_KEY_NEXT: "next-secret-key",
      ZALO_ACCESS_TOKEN: "access-token",
      ZALO_REFRESH_TOKEN: "refresh-token",
      ZALO_CODE_VERIFIER: "v".repeat(43),
      ZALO_DOMAIN_VERIFIER: "AbC-12_3",
      ZALO_BUTTON_TEMPLATE: "button",
      ZALO_API_URL: "http://127.0.0.1:4000/",
      PUBLIC_URL: "https://motcua.example.vn/",
    });
    expect(zalo).toEqual({
      appId: account.ZALO_APP_ID,
      appSecret: "app-secret",
      oaId: account.ZALO_OA_ID,
      oaSecretKeys: ["oa-secret-key", "next-secret-key"],
      seedAccessToken: "access-token",
      seedRefreshToken: "refresh-token",
      codeVerifier: "v".repeat(43),
      buttonTemplate: "button",
      apiUrl: "http://127.0.0.1:4000",
      oauthUrl: "https://oauth.zaloapp.com",
    });
    expect(zaloDomainVerifier).toBe("AbC-12_3");
    expect(publicUrl).toBe("https://motcua.example.vn");
  });

  it.each([
    ["PORT", "eighty"],
    ["PORT", "70000"],
    ["PUBLIC_URL", "motcua.example.vn"],
    ["DATABASE_URL", "mysql://a/b"],
    ["LOG_LEVEL", "loud"],
    ["ZALO_APP_ID", "my app"],
    ["ZALO_CODE_VERIFIER", "short"],
    ["ZALO_DOMAIN_VERIFIER", "../etc/passwd"],
    ["ZALO_BUTTON_TEMPLATE", "maybe"],
    ["ADMIN_PASSWORD", "short"],
  ])("a bad %s stops the start with its name and an example, without its value", (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(
      new RegExp(`^Configuration is not valid\\.\\n${name}: .*Example: ${name}=`),
    );
    expect(() => readConfig({ [name]: "a secret that is wrong\u0000" })).not.toThrow(
      /a secret that is wrong/,
    );
  });

  it("names every bad variable at once", () => {
    expect(() => readConfig({ PORT: "x", LOG_LEVEL: "y" })).toThrow(/PORT[\s\S]*LOG_LEVEL/);
  });

  it.each(Object.keys(account))("half an account is refused, naming what is missing: %s", (missing) => {
    expect(() => readConfig({ ...account, [missing]: undefined })).toThrow(
      new RegExp(`missing: ${missing}\\.`),
    );
  });
});
