import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runScriptFile } from "../../support/run-script.ts";
import { SAMPLE_DAY, type Sample, sampleFiles } from "../../support/sample-knowledge.ts";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "knowledge-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(change?: (sample: Sample) => void): void {
  for (const { path, text } of sampleFiles(change)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function check(...args: readonly string[]) {
  return runScriptFile("check-knowledge", ["--folder", folder, "--today", SAMPLE_DAY, ...args]);
}

describe("npm run check:knowledge", { timeout: 60_000 }, () => {
  it("finds the shipped knowledge in order, with all that was promised", async () => {
    const { code, out, err } = await runScriptFile("check-knowledge", ["--json"]);
    expect(err).toBe("");
    const result = JSON.parse(out);
    expect(result.problems).toEqual([]);
    expect(code).toBe(0);
    expect(result.rules).toBeGreaterThanOrEqual(18);
    expect(result.guides).toBe(result.procedures);
  });

  it("prints each problem with its place and ends with 1", async () => {
    write((sample) => {
      sample.birthGuide.who = { vi: "Bạn đến UBND cấp huyện.", en: "Go to the district." };
    });
    const { code, out, err } = await check();
    expect(code).toBe(1);
    expect(err).toBe(
      "former-districts: guides/ho-tich.json 1.000001 who: found Bạn đến UBND cấp huyện.; expected the commune or the province, or a word that this is past\n",
    );
    expect(out).toContain("1 problems (0 excepted)");
  });

  it("holds phrases against the question files it is given", async () => {
    write();
    const questions = join(folder, "cau-hoi.jsonl");
    writeFileSync(questions, `${JSON.stringify({ id: "q9", text: "Con mới sanh chưa có giấy??" })}\n`);
    const { code, err } = await check("--questions", questions);
    expect(code).toBe(1);
    expect(err).toContain("nearly question q9");
  });

  it("shows the faults of one rule only, and lists the rules", async () => {
    write((sample) => {
      sample.birthGuide.related = ["1.000001"];
      sample.topic.codes = ["1.000001", "1.999999"];
    });
    const { err } = await check("--rule", "references");
    expect(err.trim().split("\n")).toHaveLength(1);
    expect((await check("--list")).out.split("\n").length).toBeGreaterThan(18);
  });

  it.each([
    ["an unknown rule", ["--rule", "khong-co"], "no such rule"],
    ["questions that are not there", ["--questions", "khong-co.jsonl"], "khong-co.jsonl cannot be read"],
  ])("says in one line what is wrong with %s", async (_name, args, words) => {
    write();
    const { code, err } = await check(...args);
    expect(code).toBe(1);
    expect(err).toContain(words);
    expect(err.trim().split("\n")).toHaveLength(1);
  });
});

describe("the reports", { timeout: 60_000 }, () => {
  it("report:knowledge prints a row a field and their total", async () => {
    write();
    const { code, out } = await runScriptFile("report-knowledge", ["--folder", folder]);
    expect(code).toBe(0);
    expect(out).toMatch(/^Hộ tịch +2 +1 +2 +1 /m);
    expect(out).toMatch(/^TẤT CẢ +2 +1 /m);
  });

  it("report:knowledge --json covers the shipped knowledge", async () => {
    const { out } = await runScriptFile("report-knowledge", ["--core", "--json"]);
    const { fields, total } = JSON.parse(out);
    expect(total.core).toBe(201);
    expect(total.guides).toBe(total.facts);
    expect(total.fullEnglish).toBeGreaterThanOrEqual(40);
    expect(fields.every(({ core }: { core: number }) => core > 0)).toBe(true);
  });

  it("report:fees prints the worst first, as many as asked for", async () => {
    write();
    const { code, out } = await runScriptFile("report-fees", ["--folder", folder, "--limit", "1"]);
    expect(code).toBe(0);
    expect(out).toContain(
      "1.000001 [cấp xã, ưu tiên 1] Thủ tục đăng ký khai sinh\n    chưa công bố: qua mạng",
    );
    expect(out).toContain("… và 1 thủ tục nữa");
    expect(out).toContain("2 trong 2 thủ tục chưa biết đủ phí");
  });

  it("report:fees --json gives all of them, of one level when asked", async () => {
    write();
    const all = JSON.parse((await runScriptFile("report-fees", ["--folder", folder, "--json"])).out);
    expect(all).toMatchObject({ procedures: 2, unknown: 2 });
    expect(all.fees.map(({ code }: { code: string }) => code)).toEqual(["1.000001", "1.000002"]);
    const none = await runScriptFile("report-fees", ["--folder", folder, "--level", "ministry", "--json"]);
    expect(JSON.parse(none.out)).toMatchObject({ unknown: 0, fees: [] });
  });

  it.each([
    ["report-fees", ["--level", "xã"], "--level xã: expected one of commune"],
    ["report-knowledge", ["--folder", "/khong/co"], "no such folder"],
  ])("%s says what is wrong with %j", async (script, args, words) => {
    const { code, err } = await runScriptFile(script, args);
    expect(code).toBe(1);
    expect(err).toContain(words);
  });

  it.each(["check-knowledge", "report-knowledge", "report-fees"])("%s explains itself", async (script) => {
    const { code, out } = await runScriptFile(script, ["--help"]);
    expect(code).toBe(0);
    expect(out).toContain("--json");
  });
});
