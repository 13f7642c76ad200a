import {
  accessSync,
  constants,
  existsSync,
  readdirSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { dirname, join, resolve } from "node:path";
import { messageOf, systemClock } from "../../bot/base/index.ts";
import { dataFolderRisk } from "../../bot/store/index.ts";
import type { DataFolderSeen } from "./data-folder.ts";
import type { PortState } from "./machine.ts";
import type { HostSeen } from "./zalo.ts";

const PATIENCE_MS = 5_000;

/** Looks at the folder and leaves it as it was. `clockAheadMs` is the file system's clock less ours. */
export function lookAtDataFolder(dataDir: string): DataFolderSeen & { readonly clockAheadMs?: number } {
  const path = resolve(dataDir);
  const exists = existsSync(path);
  const risk = dataFolderRisk(path);
  const folder = exists ? path : nearestFolder(path);
  const seen = { path, exists, ...(risk && { risk }) };
  try {
    const { bavail, bsize } = statfsSync(folder);
    const freeBytes = bavail * bsize;
    if (exists) return { ...seen, freeBytes, clockAheadMs: writeProbe(path) };
    accessSync(folder, constants.W_OK);
    return { ...seen, freeBytes };
  } catch (error) {
    return { ...seen, notWritable: messageOf(error) };
  }
}

/** Writes a file and takes it away again. @returns the file system's clock less ours, ms */
function writeProbe(folder: string): number {
  const probe = join(folder, `.doctor-${process.pid}`);
  const beforeMs = systemClock.nowMs();
  try {
    writeFileSync(probe, "");
    return statSync(probe).mtimeMs - beforeMs;
  } finally {
    rmSync(probe, { force: true });
  }
}

function nearestFolder(path: string): string {
  return existsSync(path) ? path : nearestFolder(dirname(path));
}

/** Any answer counts, whatever its status. `aheadMs` is the host's clock less ours. */
export async function lookAtHost(url: string): Promise<HostSeen & { readonly aheadMs?: number }> {
  const { host } = new URL(url);
  try {
    const response = await fetch(url, {
      method: "HEAD",
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const theirs = Date.parse(response.headers.get("date") ?? "");
    return { host, ...(Number.isFinite(theirs) && { aheadMs: theirs - systemClock.nowMs() }) };
  } catch (error) {
    return { host, problem: reasonOf(error) };
  }
}

/** `fetch` hides the reason in the cause. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof Error && "code" in cause) return String(cause.code);
  return messageOf(cause ?? error);
}

export async function lookAtPort(host: string, port: number): Promise<PortState> {
  const state = await tryToListen(host, port);
  return state === "taken" && (await isOurs(host, port)) ? "ours" : state;
}

function tryToListen(host: string, port: number): Promise<PortState> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      resolve(error.code === "EADDRINUSE" ? "taken" : "not-allowed"),
    );
    server.listen(port, host, () => server.close(() => resolve("free")));
  });
}

async function isOurs(host: string, port: number): Promise<boolean> {
  const reached = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  const at = reached.includes(":") ? `[${reached}]` : reached;
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const health = await fetch(`http://${at}:${port}/healthz`, { signal });
    return (await health.text()) === '{"status":"ok"}';
  } catch {
    return false;
  }
}

const browsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const DATABASE_FOLDER = "/usr/lib/postgresql";

/** Where Debian puts what the tests look for. */
export function lookForTestPrograms(): { readonly chromium: boolean; readonly postgres: boolean } {
  const versions = existsSync(DATABASE_FOLDER) ? readdirSync(DATABASE_FOLDER) : [];
  return {
    chromium: browsers.some((path) => existsSync(path)),
    postgres: versions.some((version) => existsSync(join(DATABASE_FOLDER, version, "bin", "initdb"))),
  };
}
