import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { storeFileName } from "../../bot/store/index.ts";
import type { Finding } from "../../scripts/doctor/finding.ts";
import { freePort } from "../support/postgres.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

interface Examined {
  readonly code: number | null;
  readonly levels: Readonly<Record<string, string>>;
  readonly out: string;
}

/** Runs the script as the shell would, with nothing set but `env`. */
function doctor(env: Record<string, string>, ...args: string[]): Promise<Omit<Examined, "levels">> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ["--import", "tsx", "scripts/doctor.ts", ...args], {
      cwd: root,
      env: { PATH: process.env.PATH ?? "", ...env },
    });
    let out = "";
    child.stdout.on("data", (data) => {
      out += data;
    });
    child.once("close", (code) => resolve({ code, out }));
  });
}

/** The level of each check, by name. An empty folder in place of the knowledge keeps it quick. */
async function examine(env: Record<string, string>): Promise<Examined> {
  const { code, out } = await doctor(env, "--json", "--folder", "tests/fixtures/none");
  const { findings } = JSON.parse(out) as { findings: Finding[] };
  return { code, out, levels: Object.fromEntries(findings.map(({ check, level }) => [check, level])) };
}

describe("npm run doctor", { timeout: 60_000 }, () => {
  let folder: string;
  let web: Server;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "motcua-doctor-"));
    web = createServer((_req, res) => res.end("something else"));
    await new Promise<void>((resolve) => web.listen(0, "127.0.0.1", resolve));
  });
  afterAll(() => {
    web.close();
    rmSync(folder, { recursive: true });
  });
  const webPort = () => (web.address() as AddressInfo).port;

  it("explains itself", async () => {
    const { code, out } = await doctor({}, "--help");
    expect(code).toBe(0);
    expect(out).toContain("Usage: doctor");
  });

  it("finds a new set-up with the shipped knowledge in order, and leaves nothing behind", async () => {
    const { code, out } = await doctor({ DATA_DIR: join(folder, "new"), PORT: String(await freePort()) });
    expect(out).not.toContain("✘");
    expect(out).toMatch(/Kiến thức \(knowledge\): \d+ thủ tục/);
    expect(code).toBe(0);
    expect(readdirSync(folder)).not.toContain("new");
  });

  it("fails for a damaged store, a taken port, knowledge that is not there", async () => {
    writeFileSync(join(folder, storeFileName), "not a database ".repeat(100));
    const { code, levels } = await examine({ DATA_DIR: folder, PORT: String(webPort()) });
    expect(levels).toMatchObject({ "data-folder": "ok", store: "fail", port: "fail", knowledge: "fail" });
    expect(code).toBe(1);
    expect(readdirSync(folder)).toEqual([storeFileName]);
  });

  it("tells a host that answers from one that does not, and shows no secret", async () => {
    const { levels, out } = await examine({
      DATA_DIR: join(folder, "new"),
      PORT: String(await freePort()),
      ZALO_APP_ID: "1000000000000000001",
      ZALO_APP_SECRET: "app-secret-for-tests",
      ZALO_OA_ID: "3000000000000000003",
      ZALO_OA_SECRET_KEY: "oa-secret-for-tests",
      ZALO_API_URL: `http://127.0.0.1:${webPort()}`,
      ZALO_OAUTH_URL: `http://127.0.0.1:${await freePort()}`,
    });
    expect(levels).toMatchObject({ configuration: "warn", clock: "ok", zalo: "fail" });
    expect(out).toContain("ECONNREFUSED");
    expect(out).not.toContain("secret-for-tests");
  });

  it("names a bad setting and still looks at the rest", async () => {
    const { code, levels, out } = await examine({ PORT: "many" });
    expect(levels).toMatchObject({ node: "ok", configuration: "fail", "test-programs": expect.any(String) });
    expect(levels).not.toHaveProperty("store");
    expect(out).toContain("PORT");
    expect(code).toBe(1);
  });
});
