import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    /** `postgres://…` of a server for this run; empty when there is none and its tests are skipped. */
    postgresUrl: string;
  }
}

const DEBIAN_FOLDER = "/usr/lib/postgresql";
const isRoot = process.getuid?.() === 0;

/**
 * Vitest's global set-up: gives each run its own PostgreSQL on a free loopback port, with its data in
 * the temporary folder and nothing flushed to disk. It gets ready while other tests run; tests that
 * need it wait for it (see `stores.ts`).
 */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const programs = findPrograms() ?? install();
  project.provide("postgresUrl", "");
  if (!programs) return undefined;
  const port = await freePort();
  project.provide("postgresUrl", `postgres://postgres@127.0.0.1:${port}/postgres`);
  return start(programs, port);
}

function findPrograms(): string | undefined {
  if (!existsSync(DEBIAN_FOLDER)) return undefined;
  const newest = readdirSync(DEBIAN_FOLDER).sort((a, b) => Number(b) - Number(a));
  return newest
    .map((version) => join(DEBIAN_FOLDER, version, "bin"))
    .find((bin) => existsSync(join(bin, "initdb")));
}

/** As root on Debian the package can be had; otherwise the tests are skipped by name. */
function install(): string | undefined {
  if (!isRoot || !existsSync("/usr/bin/apt-get")) return undefined;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const get = (...args: string[]) => execFileSync("apt-get", ["-qq", ...args], { env, stdio: "ignore" });
  try {
    get("update");
    get("install", "-y", "--no-install-recommends", "postgresql");
  } catch {
    return undefined;
  }
  return findPrograms();
}

function start(programs: string, port: number): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "motcua-postgres-"));
  const user = serverUser();
  if (user) chownSync(folder, user.uid, user.gid);
  const options = { cwd: folder, stdio: "ignore", ...user } as const;
  const initdb = ["-D", folder, "-U", "postgres", "-E", "UTF8", "--auth=trust", "--no-sync"];
  const server = [
    "-D",
    folder,
    "-p",
    String(port),
    "-h",
    "127.0.0.1",
    "-k",
    "",
    "-F",
    "-c",
    "max_connections=200",
  ];
  let running: ChildProcess = spawn(join(programs, "initdb"), initdb, options);
  let stopping = false;
  running.once("exit", (code) => {
    if (code === 0 && !stopping) running = spawn(join(programs, "postgres"), server, options);
  });
  return async () => {
    stopping = true;
    await stop(running);
    rmSync(folder, { recursive: true, force: true });
  };
}

/** PostgreSQL refuses to run as root; its package brings a user for it. */
function serverUser(): { uid: number; gid: number } | undefined {
  if (!isRoot) return undefined;
  const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    // SIGINT is PostgreSQL's fast shutdown: it does not wait for clients.
    child.kill("SIGINT");
  });
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
