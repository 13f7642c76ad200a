import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lastMigration } from "../../bot/store/index.ts";
import { startTestApp, type TestApp } from "../support/test-app.ts";
import { citizen, oa, textEvent } from "../support/zalo-events.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const account = {
  ZALO_APP_ID: oa.appId,
  ZALO_APP_SECRET: oa.appSecret,
  ZALO_OA_ID: oa.oaId,
  ZALO_OA_SECRET_KEY: oa.oaSecretKey,
};

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a script as the shell would. */
function run(script: string, args: readonly string[], env: Record<string, string> = {}): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ["--import", "tsx", `scripts/${script}.ts`, ...args], {
      cwd: root,
      env: { PATH: process.env.PATH ?? "", ...env },
    });
    let [out, err] = ["", ""];
    child.stdout.on("data", (data) => {
      out += data;
    });
    child.stderr.on("data", (data) => {
      err += data;
    });
    child.once("close", (code) => resolve({ code, out, err }));
  });
}

describe("the scripts of the store and the flow", { timeout: 60_000 }, () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "motcua-scripts-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(["migrate", "receive", "torture", "referral"])("%s explains itself", async (script) => {
    const { code, out } = await run(script, ["--help"]);
    expect(code).toBe(0);
    expect(out).toContain(`Usage: ${script}`);
  });

  it.each([
    ["migrate", ["--no-such-option"]],
    ["receive", []],
    ["torture", ["--kills", "many"]],
    ["torture", ["--server", "none"]],
    ["referral", ["add", "QUAY1"]],
  ])("%s %j fails", async (script, args) => {
    expect((await run(script, args)).code).toBe(1);
  });

  it("migrate brings a store up to date, and says when it is", async () => {
    const DATA_DIR = join(folder, "store");
    const first = await run("migrate", [], { DATA_DIR });
    expect(first).toMatchObject({ code: 0, out: expect.stringContaining(`now at ${lastMigration()}`) });
    const second = await run("migrate", ["--json"], { DATA_DIR });
    expect(JSON.parse(second.out)).toEqual({ applied: [], version: lastMigration() });
  });

  it("migrate names what is wrong with the configuration", async () => {
    const { code, err } = await run("migrate", [], { DATABASE_URL: "mysql://x" });
    expect(code).toBe(1);
    expect(err).toContain("DATABASE_URL");
    expect(err).not.toContain("    at ");
  });

  describe("receive", () => {
    let app: TestApp;
    let file: string;

    beforeAll(async () => {
      app = await startTestApp();
      file = join(folder, "event.json");
      writeFileSync(file, JSON.stringify(textEvent("lệ phí", { atMs: 1_000_000_000_000 })));
    });
    afterAll(() => app.close());

    const webhook = () => ["--to", `${app.url}/webhooks/zalo`];

    it("replays an old event so that it is answered, each time anew", async () => {
      for (let time = 0; time < 2; time++) {
        const { code, out } = await run("receive", [file, ...webhook()], account);
        expect(out).toMatch(/^200 after \d+ ms/);
        expect(code).toBe(0);
      }
      await expect.poll(() => app.zalo.messages.length, { timeout: 10_000 }).toBe(2);
      expect(app.zalo.messages[0]).toMatchObject({ userId: citizen, text: "Trả lời: lệ phí" });
    });

    it("sends nothing when only asked to show", async () => {
      const calls = app.zalo.messages.length;
      const { code, out } = await run("receive", [file, ...webhook(), "--dry-run"], account);
      expect(code).toBe(0);
      expect(out).toMatch(/X-ZEvent-Signature: mac=[0-9a-f]{64}/);
      expect(app.zalo.messages).toHaveLength(calls);
    });

    it.each([
      ["the account's settings are missing", () => [file, ...webhook()], {}, /ZALO_APP_ID/],
      ["the file is not there", () => [join(folder, "none.json")], account, /none\.json/],
      ["nobody listens", () => [file, "--to", "http://127.0.0.1:9/webhooks/zalo"], account, /npm start/],
    ])("says what to do when %s", async (_name, args, env, words) => {
      const { code, err } = await run("receive", args(), env);
      expect(code).toBe(1);
      expect(err).toMatch(words);
      expect(err).not.toContain("    at ");
    });

    it("does not take a list for an event", async () => {
      const list = join(folder, "list.json");
      writeFileSync(list, "[]");
      expect(await run("receive", [list], account)).toMatchObject({
        code: 1,
        err: expect.stringContaining("expected one JSON object"),
      });
    });
  });
});
