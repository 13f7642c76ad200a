import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { systemClock } from "../../bot/base/index.ts";
import { type Child, startChild } from "../support/children.ts";

/** The knowledge of a whole country is loaded, on machines that do other things as well. */
const PATIENCE_MS = 90_000;

let dataDir: string;
const children: Child[] = [];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "motcua-main-"));
});
afterEach(async () => {
  await Promise.all(children.splice(0).map((child) => child.kill("SIGKILL")));
  rmSync(dataDir, { recursive: true, force: true });
});

function start(env: Record<string, string> = {}): { child: Child; output: string[] } {
  const child = startChild("bot/main.ts", { env: { PORT: "0", DATA_DIR: dataDir, ...env } });
  children.push(child);
  const output: string[] = [];
  child.process.stdout?.on("data", (chunk: Buffer) => output.push(chunk.toString()));
  return { child, output };
}

describe("starting the program with nothing set", () => {
  it("prints three addresses, answers in the simulator, and drains at SIGTERM", {
    timeout: PATIENCE_MS,
  }, async () => {
    const { child, output } = start();
    const health = (await child.line((line) => line.includes("/healthz"))).trim().split(/\s+/).at(-1) ?? "";
    const text = output.join("");
    const base = health.replace("/healthz", "");
    for (const path of ["/simulator", "/chat", "/healthz"]) expect(text).toContain(`${base}${path}`);
    for (const path of ["/healthz", "/readyz", "/chat"]) expect((await fetch(base + path)).status).toBe(200);
    expect(text).toContain("Quản trị (administrator): admin / ");

    const phone = `${base}/simulator/people/binh/messages`;
    await fetch(phone, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ text: "chào" }),
    });
    const seen = async () => (await (await fetch(phone)).json()) as { readonly from: string }[];
    for (let tries = 0; tries < 100 && (await seen()).length < 2; tries += 1) await systemClock.sleep(100);
    expect((await seen()).map(({ from }) => from)).toEqual(["person", "oa"]);

    await child.kill("SIGTERM");
    expect(child.process.exitCode).toBe(0);
    expect(output.join("")).toContain("Đã dừng.");
  });
});

describe("npm start", () => {
  const root = join(import.meta.dirname, "../..");

  it("builds and runs where nothing is built, also where npm runs no script before another", {
    timeout: PATIENCE_MS,
  }, async () => {
    rmSync(join(root, "dist"), { recursive: true, force: true });
    const npm = spawn("npm", ["start", "--ignore-scripts"], {
      cwd: root,
      env: { PATH: process.env.PATH, PORT: "0", DATA_DIR: dataDir },
      stdio: ["ignore", "pipe", "inherit"],
      detached: true,
    });
    const closed = once(npm, "close");
    let output = "";
    npm.stdout.on("data", (chunk: Buffer) => {
      const before = output;
      output += chunk.toString();
      // Once: a second signal ends the program at once.
      if (output.includes("/healthz") && !before.includes("/healthz") && npm.pid)
        process.kill(-npm.pid, "SIGTERM");
    });
    await closed;
    expect(output).toContain("/healthz");
    expect(output).toContain("Đã dừng.");
  });
});

describe("a start that cannot be", () => {
  it("ends with the variable's name and an example, and no stack", { timeout: PATIENCE_MS }, () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "bot/main.ts"], {
      cwd: join(import.meta.dirname, "../.."),
      env: { PATH: process.env.PATH, PORT: "eighty", DATA_DIR: dataDir },
      encoding: "utf8",
    });
    expect(status).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/PORT: .*Example: PORT=3000/);
    expect(stderr).not.toMatch(/\n +at /);
  });
});
