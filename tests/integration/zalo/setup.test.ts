import { afterEach, describe, expect, it } from "vitest";
import { personId } from "../../../bot/base/index.ts";
import { readConfig } from "../../../bot/config.ts";
import { type Checked, setupSteps } from "../../../scripts/support/zalo-checks.ts";
import { admin, startTestApp, type TestApp } from "../../support/test-app.ts";
import { citizen, oa, signed, textEvent } from "../../support/zalo-events.ts";

let app: TestApp | undefined;
afterEach(async () => {
  await app?.close();
  app = undefined;
});

const account = {
  ZALO_APP_ID: oa.appId,
  ZALO_APP_SECRET: oa.appSecret,
  ZALO_OA_ID: oa.oaId,
  ZALO_OA_SECRET_KEY: oa.oaSecretKey,
  ZALO_DOMAIN_VERIFIER: "AbC123",
  ADMIN_PASSWORD: admin.password,
};

async function checkAll(env: Record<string, string>): Promise<Checked[]> {
  const results: Checked[] = [];
  for (const step of setupSteps(readConfig(env), Date.now)) results.push(await step.check());
  return results;
}
const todo = (checked: Checked | undefined) => (checked && !checked.ok ? checked.todo : "");

describe("checking the set-up of an account", () => {
  it("without anything says for each step what to do", async () => {
    const results = await checkAll({});
    expect(results.map((result) => result.ok)).toEqual(Array(7).fill(false));
    expect(results.map(todo).join("\n")).not.toContain("undefined");
  });

  it("of a running program that answers finds every step done", async () => {
    app = await startTestApp({ env: { ZALO_DOMAIN_VERIFIER: "AbC123" } });
    const { body, headers } = signed(textEvent("xin chào"));
    await fetch(`${app.url}/webhooks/zalo`, { method: "POST", body, headers });
    expect(await app.flow.settled(personId("zalo", citizen), 8_000)).toBe(true);
    const results = await checkAll({ ...account, PUBLIC_URL: app.url });
    expect(results.filter((result) => !result.ok)).toEqual([]);
  });

  it("finds keys that differ from the running program's, and keys that were mixed up", async () => {
    app = await startTestApp();
    const results = await checkAll({
      ...account,
      PUBLIC_URL: app.url,
      ZALO_OA_SECRET_KEY: "another-secret-key",
    });
    expect(todo(results[4])).toContain("ZALO_OA_SECRET_KEY");
    const mixed = await checkAll({ ...account, ZALO_APP_SECRET: oa.oaSecretKey });
    expect(todo(mixed[0])).toContain("giống nhau");
  });

  it("shows what Zalo refuses and how to mend it", async () => {
    app = await startTestApp();
    app.zalo.failNext("/v2.0/oa/getoa", { kind: "refuse", code: -224 });
    const results = await checkAll({ ...account, PUBLIC_URL: app.url });
    expect(todo(results[5])).toMatch(/-224.*nâng gói/);
  });

  it("refuses an address that Zalo would refuse", async () => {
    const results = await checkAll({ ...account, PUBLIC_URL: "http://motcua.example.vn" });
    expect(todo(results[1])).toContain("https");
  });

  it("a program that does not run is said so", async () => {
    const results = await checkAll({ ...account, PUBLIC_URL: "http://127.0.0.1:9" });
    expect(todo(results[1])).toContain("đã chạy chưa");
  });
});
