import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { silentLog, systemClock } from "../../../bot/base/index.ts";
import { noteReferralOpened, openStore, type Store } from "../../../bot/store/index.ts";
import { runScriptFile } from "../../support/run-script.ts";

describe("npm run referral", { timeout: 60_000 }, () => {
  let dataDir: string;
  let program: Store;
  const run = (...args: string[]) => runScriptFile("referral", args, { DATA_DIR: dataDir });

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), "motcua-referral-"));
    program = await openStore({ dataDir, clock: systemClock, log: silentLog });
  });
  afterAll(async () => {
    await program.close();
    rmSync(dataDir, { recursive: true });
  });

  it("adds a link while the program has the store, and shows what came of it", async () => {
    expect((await run("list")).out).toContain("none yet");
    const added = await run("add", "quay1", "--label", "Quầy số 1");
    expect(added).toMatchObject({ code: 0, out: expect.stringContaining("/r/QUAY1") });
    await program.transaction((tx) => noteReferralOpened(tx, "QUAY1", 5));
    expect((await run("list")).out).toMatch(/QUAY1\s+1\s+0\s+Quầy số 1/);
    expect(JSON.parse((await run("list", "--json")).out)).toMatchObject([{ code: "QUAY1", opened: 1 }]);
  });

  it.each([
    ["a code that is taken", ["add", "QUAY1", "--label", "khác"], "taken already"],
    ["a code no message can carry", ["add", "quầy", "--label", "x"], "cannot be a code"],
    ["an empty label", ["add", "QUAY2", "--label", " "], "--label"],
  ])("refuses %s in one line", async (_what, args, problem) => {
    const { code, err } = await run(...args);
    expect(code).toBe(1);
    expect(err).toContain(problem);
    expect(err).not.toContain("    at ");
  });

  it("says what to do where there is no store", async () => {
    const { code, err } = await runScriptFile("referral", ["list"], { DATA_DIR: join(dataDir, "none") });
    expect(code).toBe(1);
    expect(err).toContain("npm run migrate");
  });
});
