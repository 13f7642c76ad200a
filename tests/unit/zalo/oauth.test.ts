import nock from "nock";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { silentLog, systemClock } from "../../../bot/base/index.ts";
import { codeChallenge, createOAuth, createTransport, newCodeVerifier } from "../../../bot/zalo/index.ts";

const HOST = "https://oauth.zaloapp.com";
const oauth = createOAuth({
  transport: createTransport({ clock: systemClock, log: silentLog }),
  oauthUrl: HOST,
  appId: "1000",
  appSecret: "app secret",
});

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});

describe("PKCE", () => {
  it("a verifier has 43 characters and differs each time", () => {
    const verifiers = Array.from({ length: 50 }, newCodeVerifier);
    for (const verifier of verifiers) expect(verifier).toMatch(/^[\w-]{43}$/);
    expect(new Set(verifiers).size).toBe(50);
  });
  it("the challenge is that of RFC 7636's example", () => {
    expect(codeChallenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")).toBe(
      "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
    );
  });
});

it("the permission page is the account's, with challenge and state", () => {
  const url = new URL(
    oauth.permissionUrl({
      redirectUri: "https://a.vn/admin/zalo/callback",
      verifier: "v".repeat(43),
      state: "s",
    }),
  );
  expect(url.origin + url.pathname).toBe(`${HOST}/v4/oa/permission`);
  expect(Object.fromEntries(url.searchParams)).toEqual({
    app_id: "1000",
    redirect_uri: "https://a.vn/admin/zalo/callback",
    code_challenge: codeChallenge("v".repeat(43)),
    code_challenge_method: "S256",
    state: "s",
  });
});

describe("grants", () => {
  const token = (form: Record<string, string>) =>
    nock(HOST, { reqheaders: { secret_key: "app secret", "content-type": /x-www-form-urlencoded/ } }).post(
      "/v4/oa/access_token",
      form,
    );
  const exchange = { code: "c", grant_type: "authorization_code", code_verifier: "v", app_id: "1000" };
  const refresh = { refresh_token: "r", grant_type: "refresh_token", app_id: "1000" };

  it.each([
    ["with times as text", "90000", "7776000"],
    ["with times as numbers", 90000, 7776000],
  ])("an exchange %s", async (_name, expires_in, refresh_token_expires_in) => {
    token(exchange).reply(200, {
      access_token: "a",
      refresh_token: "b",
      expires_in,
      refresh_token_expires_in,
    });
    expect(await oauth.exchangeCode("c", "v")).toEqual({
      accessToken: "a",
      refreshToken: "b",
      expiresInMs: 90_000_000,
      refreshExpiresInMs: 7_776_000_000,
    });
  });

  it("a refresh that brings no new refresh token and no times", async () => {
    token(refresh).reply(200, { access_token: "a" });
    expect(await oauth.refresh("r")).toEqual({ accessToken: "a", expiresInMs: 90_000_000 });
  });

  it.each([-14002, -14003, -14004, -14005, -14014, -14018, -118])(
    "refused with %d inside HTTP 200",
    async (code) => {
      token(refresh).reply(200, { access_token: "", refresh_token: "", error: code, error_name: "No" });
      await expect(oauth.refresh("r")).rejects.toMatchObject({
        name: "ZaloRefusedError",
        family: "oauth",
        code,
      });
    },
  );

  it("an answer without a token may have used up the refresh token", async () => {
    token(refresh).reply(200, { error: 0 });
    await expect(oauth.refresh("r")).rejects.toMatchObject({
      name: "ZaloUnreachableError",
      maybeDelivered: true,
    });
  });

  it("the 404 that a missing secret brings is a refusal", async () => {
    token(refresh).reply(404, "empty api");
    await expect(oauth.refresh("r")).rejects.toMatchObject({ name: "ZaloRefusedError", code: 404 });
  });
});
