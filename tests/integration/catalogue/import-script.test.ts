import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readFacts } from "../../../bot/catalogue/index.ts";
import { type Ran, runScriptFile } from "../../support/run-script.ts";

const good = "tests/fixtures/portal/vuon-mai.jsonl";
const faulty = "tests/fixtures/portal/co-loi.jsonl";
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "facts-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function importFiles(...args: readonly string[]): Promise<Ran> {
  return runScriptFile("import", [...args, "--to", folder]);
}

/** Every file of the folder with its text. */
function snapshot(): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]),
  );
}

describe("npm run import", { timeout: 60_000 }, () => {
  it("writes a file a field, and changes nothing the second time", async () => {
    const first = await importFiles(good, "--checked-on", "2026-07-18");
    expect(first).toMatchObject({ code: 0, out: "4 read, 4 added, 0 changed, 0 unchanged, 0 rejected\n" });
    const written = snapshot();
    expect(Object.keys(written)).toEqual(["ghe-xuong.json", "vuon-canh.json"]);
    expect([...readFacts(folder).values()].map(({ source }) => source.checkedOn)).toEqual(
      Array(4).fill("2026-07-18"),
    );

    const second = await importFiles(good);
    expect(second.out).toBe("4 read, 0 added, 0 changed, 4 unchanged, 0 rejected\n");
    expect(snapshot()).toEqual(written);
  });

  it("with --dry-run says what would change and writes nothing", async () => {
    const { code, out } = await importFiles(good, "--dry-run");
    expect(code).toBe(0);
    expect(out).toContain("4 added");
    expect(out).toContain("dry run: nothing was written");
    expect(snapshot()).toEqual({});
  });

  it("takes the good rows of a faulty file, names the bad ones and ends with 1", async () => {
    const { code, out, err } = await importFiles(faulty);
    expect(code).toBe(1);
    expect(out).toBe("5 read, 1 added, 0 changed, 0 unchanged, 5 rejected\n");
    expect(err).toContain(`${faulty}:3 code = "1900007": expected a procedure code such as 1.001193`);
    expect([...readFacts(folder).keys()]).toEqual(["1.900005"]);
  });

  it("with --json prints one object of the contract's shape, and no bar", async () => {
    const { code, out, err } = await importFiles(faulty, "--json");
    expect(code).toBe(1);
    expect(err).toBe("");
    const result = JSON.parse(out);
    expect(result).toMatchObject({ read: 5, added: 1, changed: 0, unchanged: 0, kept: [] });
    expect(result.rejected).toHaveLength(5);
    expect(result.rejected[1]).toEqual({
      file: faulty,
      row: 3,
      column: "code",
      value: '"1900007"',
      problem: "expected a procedure code such as 1.001193",
    });
  });

  it("keeps and reports what staff edited, until told that the source wins", async () => {
    await importFiles("tests/fixtures/portal/envelope.json");
    const path = join(folder, "vuon-canh.json");
    writeFileSync(
      path,
      readFileSync(path, "utf8").replace("Thủ tục xác nhận vườn mai", "Xác nhận vườn mai (xã sửa)"),
    );
    const changed = join(folder, "moi.jsonl");
    const detail = JSON.parse(readFileSync("tests/fixtures/portal/envelope.json", "utf8")).data;
    writeFileSync(changed, JSON.stringify({ ...detail, resultsDetails: [{ name: "Giấy mới" }] }));

    const kept = await importFiles(changed);
    expect(kept.out).toContain("kept as edited by hand: 1.900001 (differs from the source in name, results)");
    expect(readFacts(folder).get("1.900001")?.name).toBe("Xác nhận vườn mai (xã sửa)");

    const accepted = await importFiles(changed, "--accept-source");
    expect(accepted.out).toBe("1 read, 0 added, 1 changed, 0 unchanged, 0 rejected\n");
    expect(readFacts(folder).get("1.900001")).toMatchObject({
      name: "Thủ tục xác nhận vườn mai",
      results: ["Giấy mới"],
    });
  });

  it("moves the day of checking when it is given", async () => {
    await importFiles(good, "--checked-on", "2026-07-18");
    const { out } = await importFiles(good, "--checked-on", "2026-11-24", "--json");
    expect(JSON.parse(out)).toMatchObject({ unchanged: 4, rechecked: 4 });
    expect(readFacts(folder).get("1.900001")?.source.checkedOn).toBe("2026-11-24");
  });

  it.each([
    ["a file of another kind", ["danh-sach.csv"], "expected a .json or .jsonl file"],
    ["a day that is none", [good, "--checked-on", "hôm qua"], "expected a day such as 2026-07-18"],
  ])("says in one line what is wrong with %s", async (_name, args, words) => {
    const { code, err } = await importFiles(...args);
    expect(code).toBe(1);
    expect(err).toContain(words);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it("explains itself", async () => {
    const { code, out } = await importFiles("--help");
    expect(code).toBe(0);
    for (const option of ["--dry-run", "--json", "--national-only", "--accept-source", "--checked-on"]) {
      expect(out).toContain(option);
    }
  });
});
