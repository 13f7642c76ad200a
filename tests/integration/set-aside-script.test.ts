import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { silentLog, systemClock } from "../../bot/base/index.ts";
import { openStore, type Store } from "../../bot/store/index.ts";
import { runScriptFile } from "../support/run-script.ts";
import { an, binh, makeFlow, type TestFlow } from "../support/test-flow.ts";

describe("npm run set-aside, beside the running program", { timeout: 90_000 }, () => {
  let dataDir: string;
  let store: Store;
  let flow: TestFlow;
  let away = true;
  const run = (...args: string[]) => runScriptFile("set-aside", args, { DATA_DIR: dataDir });

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), "motcua-set-aside-"));
    store = await openStore({ dataDir, clock: systemClock, log: silentLog });
    flow = makeFlow(store, { farEnd: async () => (away ? { kind: "refused", reason: "-213" } : undefined) });
    flow.start();
  });
  afterAll(async () => {
    await flow.drain();
    await store.close();
    rmSync(dataDir, { recursive: true });
  });

  it("says when nothing waits", async () => {
    expect(await run("list")).toMatchObject({ code: 0, out: expect.stringContaining("nothing waits") });
  });

  it("shows what waits without the person, has one tried again and closes the other", async () => {
    for (const person of [an, binh]) {
      await flow.say(person, "lệ phí, số tôi 0912345678");
      expect(await flow.settled(person, 8_000)).toBe(true);
    }
    const list = await run("list");
    expect(list.out).toContain("re: lệ phí, số tôi [số điện thoại]");
    expect(list.out).not.toMatch(/0912345678|1001|1002/);
    const rows = JSON.parse((await run("list", "--json")).out) as { entryId: string; personId?: string }[];
    expect(rows).toHaveLength(2);
    expect(rows[0]).not.toHaveProperty("personId");
    const [first, second] = rows.map(({ entryId }) => entryId);
    away = false;
    expect((await run("retry", first?.slice(0, 8) ?? "")).code).toBe(0);
    expect(await flow.settled(an, 8_000)).toBe(true);
    expect(flow.received(an)).toEqual(["re: lệ phí, số tôi [số điện thoại]"]);
    expect((await run("close", second ?? "")).code).toBe(0);
    expect(flow.received(binh)).toEqual([]);
    expect((await run("list")).out).toContain("nothing waits");
    const handled = await store.read
      .selectFrom("set_aside")
      .select(["handled_by", "handled_at_ms"])
      .execute();
    for (const row of handled)
      expect(row).toEqual({ handled_by: expect.any(String), handled_at_ms: expect.any(Number) });
  });

  it.each([["retry"], ["close"]])("%s of what is not there fails in one line", async (what) => {
    const { code, err } = await run(what, "no-such-id");
    expect(code).toBe(1);
    expect(err).toContain("no-such-id");
    expect(err).not.toContain("    at ");
  });

  it("explains itself", async () => {
    expect((await run("--help")).out).toContain("retry");
  });
});
