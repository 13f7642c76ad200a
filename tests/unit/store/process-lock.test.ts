import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { OperatorError, silentLog, systemClock } from "../../../bot/base/index.ts";
import { openStore } from "../../../bot/store/index.ts";
import { type Child, startChild } from "../../support/children.ts";

describe("one process on one SQLite file", () => {
  let dataDir: string;
  const children: Child[] = [];
  const open = () => openStore({ dataDir, clock: systemClock, log: silentLog });

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), "motcua-lock-"));
  });

  afterEach(async () => {
    for (const child of children.splice(0)) await child.kill("SIGKILL");
    rmSync(dataDir, { recursive: true });
  });

  async function holder(): Promise<Child> {
    const child = startChild("tests/support/hold-store.ts", { args: [dataDir] });
    children.push(child);
    await child.line((line) => line === "open");
    return child;
  }

  it("refuses the second, naming the first and what to do", async () => {
    const first = await holder();
    const refusal = await open().catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(OperatorError);
    expect(String(refusal)).toContain(`pid ${first.process.pid}`);
    expect(String(refusal)).toContain("DATA_DIR");
  });

  it("opens after the first was killed without a chance to clean up", async () => {
    await (await holder()).kill("SIGKILL");
    const store = await open();
    await store.ping();
    await store.close();
  });

  it("refuses a second opening in the same process, and opens again after closing", async () => {
    const store = await open();
    await expect(open()).rejects.toBeInstanceOf(OperatorError);
    await store.close();
    await (await open()).close();
  });
});
