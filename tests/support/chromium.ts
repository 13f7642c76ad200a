import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    /** Path of a Chromium; empty when there is none and its tests are skipped. */
    chromiumPath: string;
  }
}

const candidates = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Vitest's global set-up: finds Debian's Chromium, or installs it where the run may. */
export function setup(project: TestProject): void {
  project.provide("chromiumPath", find() ?? install() ?? "");
}

function find(): string | undefined {
  return candidates.find((path) => existsSync(path));
}

/** As root on Debian the package can be had; otherwise browser tests are skipped by name. */
function install(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return undefined;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const get = (...args: string[]) => execFileSync("apt-get", ["-qq", ...args], { env, stdio: "ignore" });
  try {
    get("update");
    // DejaVu has all Vietnamese letters; without any font the pages would be boxes.
    get("install", "-y", "--no-install-recommends", "chromium", "fonts-dejavu-core");
  } catch {
    return undefined;
  }
  return find();
}
