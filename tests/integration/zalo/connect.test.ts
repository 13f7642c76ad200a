import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { newConnectState, verifierOf } from "../../../bot/channels/zalo/connect/state.ts";
import { codeChallenge } from "../../../bot/zalo/index.ts";
import { TOKEN_PATH } from "../../support/pretend-zalo.ts";
import { admin, startTestApp, type TestApp } from "../../support/test-app.ts";
import { oa } from "../../support/zalo-events.ts";

let app: TestApp;
beforeEach(async () => {
  app = await startTestApp({ env: { ZALO_ACCESS_TOKEN: "", ZALO_REFRESH_TOKEN: "" } });
});
afterEach(() => app.close());

const basic = `Basic ${Buffer.from(`${admin.user}:${admin.password}`).toString("base64")}`;
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${app.url}/admin/zalo${path}`, {
    redirect: "manual",
    headers: { authorization: basic, ...headers },
  });

/** What the administrator's browser holds after pressing "connect". */
async function begin() {
  const response = await get("/connect");
  const location = new URL(response.headers.get("location") ?? "");
  const setCookie = response.headers.get("set-cookie") ?? "";
  return {
    location,
    setCookie,
    state: location.searchParams.get("state") ?? "",
    cookie: setCookie.split(";")[0] ?? "",
  };
}
const callback = (query: Record<string, string>, cookie = "") =>
  get(`/callback?${new URLSearchParams(query)}`, cookie === "" ? {} : { cookie });
const exchanges = () => app.zalo.calls.filter((call) => call.path === TOKEN_PATH);

describe("the page for the administrator", () => {
  it.each(["", "/connect", "/callback?code=CODE-1"])("%j is closed without the password", async (path) => {
    const response = await fetch(`${app.url}/admin/zalo${path}`, { redirect: "manual" });
    expect(response.status).toBe(401);
    expect(exchanges()).toEqual([]);
  });

  it("says that nothing is connected, and which addresses to enter", async () => {
    const text = await (await get("")).text();
    expect(text).toContain("Chưa kết nối.");
    expect(text).toContain("/admin/zalo/callback");
    expect(text).toContain("/webhooks/zalo");
  });
});

describe("connecting", () => {
  it("leads to the account's permission page with a fresh challenge and a state bound to this browser", async () => {
    const { location, setCookie, state } = await begin();
    expect(location.pathname).toBe("/v4/oa/permission");
    expect(location.searchParams.get("code_challenge")).toBe(codeChallenge(verifierOf(state, oa.appSecret)));
    expect(setCookie).toMatch(/HttpOnly/);
    expect(setCookie).toMatch(/SameSite=Lax/);
    expect((await begin()).state).not.toBe(state);
  });

  it("exchanges the code with the verifier of the challenge, and keeps the tokens", async () => {
    const { state, cookie } = await begin();
    const response = await callback({ code: "CODE-1", state, oa_id: oa.oaId }, cookie);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain("Xã Thử");
    expect(exchanges()).toMatchObject([
      { body: { code: "CODE-1", code_verifier: verifierOf(state, oa.appSecret), app_id: oa.appId } },
    ]);
    const page = await (await get("")).text();
    expect(page).toContain("Đang kết nối.");
    expect(page).not.toMatch(/ACCESS-|REFRESH-/);
  });

  it.each<[string, (begun: { state: string; cookie: string }) => [Record<string, string>, string]]>([
    ["a state of another browser", ({ state }) => [{ code: "CODE-1", state }, ""]],
    ["a state that was made up", ({ cookie }) => [{ code: "CODE-1", state: "1.2.3" }, cookie]],
    ["no state and no cookie", () => [{ code: "CODE-1" }, ""]],
    ["a cookie that is no text", ({ state }) => [{ code: "CODE-1", state }, "zalo_connect=%E0%A4%A"]],
    ["a cookie that was made up", () => [{ code: "CODE-1", state: "1.2.3" }, "zalo_connect=1.2.3"]],
    [
      "a state that is too old",
      () => {
        const old = newConnectState(oa.appSecret, Date.now() - 11 * 60_000);
        return [{ code: "CODE-1", state: old }, `zalo_connect=${old}`];
      },
    ],
  ])("refuses %s without asking the platform", async (_name, make) => {
    const [query, cookie] = make(await begin());
    expect((await callback(query, cookie)).status).toBe(400);
    expect(exchanges()).toEqual([]);
  });

  it("works without a returned state when this browser began and the tokens are for our account", async () => {
    const { cookie } = await begin();
    expect((await callback({ code: "CODE-1" }, cookie)).status).toBe(200);
  });

  it("without a returned state the account has to prove itself", async () => {
    const { cookie } = await begin();
    app.zalo.failNext("/v2.0/oa/getoa", { kind: "refuse", code: -224 });
    expect((await callback({ code: "CODE-1" }, cookie)).status).toBe(400);
    expect(await (await get("")).text()).toContain("Chưa kết nối.");
  });

  it("with the state keeps the tokens even when the package does not let us look at the account", async () => {
    const { state, cookie } = await begin();
    app.zalo.failNext("/v2.0/oa/getoa", { kind: "refuse", code: -224 });
    const response = await callback({ code: "CODE-1", state }, cookie);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain("gửi thử một tin nhắn");
  });

  it.each([
    [-14003, "Callback Url"],
    [-14004, "ZALO_APP_SECRET"],
    [-14002, "ZALO_APP_ID"],
    [-14005, "bắt đầu lại"],
  ])("refused by the platform with %d says what to mend", async (code, advice) => {
    const { state, cookie } = await begin();
    app.zalo.failNext(TOKEN_PATH, { kind: "refuse", code });
    const response = await callback({ code: "CODE-1", state }, cookie);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(advice);
  });

  it("a platform that cannot be reached, and an administrator who said no, are told apart", async () => {
    const { state, cookie } = await begin();
    app.zalo.failNext(TOKEN_PATH, { kind: "hang-up" });
    expect(await (await callback({ code: "CODE-1", state }, cookie)).text()).toContain("Không gọi được Zalo");
    expect(await (await callback({ state }, cookie)).text()).toContain("từ chối");
  });
});

describe("with other settings", () => {
  it("tokens for another account are refused", async () => {
    await app.close();
    app = await startTestApp({
      env: { ZALO_OA_ID: "3999999999999999999", ZALO_ACCESS_TOKEN: "", ZALO_REFRESH_TOKEN: "" },
    });
    const { state, cookie } = await begin();
    const response = await callback({ code: "CODE-1", state }, cookie);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("Official Account khác");
    expect(await (await get("")).text()).toContain("Chưa kết nối.");
  });

  it("a verifier fixed in the app's settings is used, also from a link in the console", async () => {
    const verifier = "v".repeat(43);
    await app.close();
    app = await startTestApp({
      env: { ZALO_CODE_VERIFIER: verifier, ZALO_ACCESS_TOKEN: "", ZALO_REFRESH_TOKEN: "" },
    });
    expect((await begin()).location.searchParams.get("code_challenge")).toBe(codeChallenge(verifier));
    expect((await callback({ code: "CODE-1", oa_id: oa.oaId })).status).toBe(200);
    expect(exchanges()).toMatchObject([{ body: { code_verifier: verifier } }]);
  });

  it("the domain's verification file is served", async () => {
    await app.close();
    app = await startTestApp({ env: { ZALO_DOMAIN_VERIFIER: "AbC-12_3" } });
    const response = await fetch(`${app.url}/zalo_verifierAbC-12_3.html`);
    expect(response.status).toBe(200);
    expect(await response.text()).toMatch(/name="zalo-platform-site-verification".*content="AbC-12_3"/);
    expect((await fetch(`${app.url}/zalo_verifierother.html`)).status).toBe(404);
  });
});
