import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { OperatorError } from "../../../../bot/base/index.ts";
import { readPortalFiles } from "../../../../bot/catalogue/index.ts";
import { portalDetail, portalLine } from "../../../support/portal-record.ts";

const fixtures = "tests/fixtures/portal";
const options = { checkedOn: "2026-07-18", nationalOnly: false };
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "portal-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const codes = (paths: readonly string[], more: Partial<typeof options> = {}) =>
  readPortalFiles(paths, { ...options, ...more }).procedures.map(({ code }) => code);

describe("readPortalFiles", () => {
  it("reads lines, a list, one record and the API's envelope, plain and zipped", () => {
    const records = [portalDetail(), portalDetail({ code: "1.900002" })];
    const lines = records.map(portalLine).join("\r\n");
    expect(codes([fileOf("a.jsonl", lines)])).toEqual(["1.900001", "1.900002"]);
    expect(codes([fileOf("a.jsonl.gz", gzipSync(lines))])).toEqual(["1.900001", "1.900002"]);
    expect(codes([fileOf("a.json", JSON.stringify(records))])).toEqual(["1.900001", "1.900002"]);
    expect(codes([fileOf("b.json.gz", gzipSync(JSON.stringify(records[0])))])).toEqual(["1.900001"]);
    expect(codes([`${fixtures}/envelope.json`])).toEqual(["1.900001"]);
  });

  it("spoils only the broken row, and names file, row, column, value and problem", () => {
    const file = `${fixtures}/co-loi.jsonl`;
    const { read, procedures, rejected } = readPortalFiles([file], options);
    expect(read).toBe(5);
    expect(procedures.map(({ code }) => code)).toEqual(["1.900005"]);
    expect(rejected.map(({ row, column, value }) => `${row} ${column} ${value}`)).toEqual([
      "2 (record) ",
      '3 code "1900007"',
      '4 name "   "',
      '4 updatedAt "2026-05-20"',
      '5 executionMethods.0.submissionMethod "FAX"',
    ]);
    expect(rejected.every((each) => each.file === file && each.problem !== "")).toBe(true);
    expect(rejected[0]?.problem).toMatch(/^not valid JSON/);
    expect(rejected[1]?.problem).toContain("1.001193");
  });

  it("leaves other provinces' own procedures out when asked to", () => {
    const file = `${fixtures}/vuon-mai.jsonl`;
    expect(codes([file])).toEqual(["1.900001", "1.900002", "2.900003", "1.900004"]);
    expect(codes([file], { nationalOnly: true })).toEqual(["1.900001", "1.900002", "2.900003"]);
  });

  it("lets the later record of a code stand", () => {
    const first = fileOf("a.json", JSON.stringify(portalDetail({ name: "Cũ" })));
    const second = fileOf("b.json", JSON.stringify(portalDetail({ name: "Mới" })));
    expect(readPortalFiles([first, second], options).procedures.map(({ name }) => name)).toEqual(["Mới"]);
  });

  it("says how far it is", () => {
    const seen: string[] = [];
    const onProgress = (done: number, total: number) => seen.push(`${done}/${total}`);
    readPortalFiles([`${fixtures}/vuon-mai.jsonl`], { ...options, onProgress });
    expect(seen).toEqual(["1/4", "2/4", "3/4", "4/4"]);
  });

  it("names a file of another kind, one that is missing and one that is not zipped", () => {
    expect(() => codes([fileOf("a.csv", "")])).toThrow(/a\.csv: expected a \.json or \.jsonl file/);
    expect(() => codes([join(folder, "none.json")])).toThrow(OperatorError);
    expect(() => codes([fileOf("a.jsonl.gz", "plain")])).toThrow(/a\.jsonl\.gz cannot be read/);
  });
});

describe("the fixtures' defects", () => {
  const { procedures } = readPortalFiles([`${fixtures}/vuon-mai.jsonl`], options);
  const [bareZero, disagreeing, odd, marked] = procedures;

  it("keep a bare zero as a gap", () => {
    expect(bareZero?.channels[0]?.fees).toEqual([{ kind: "not-published" }]);
  });

  it("keep times and fees of each channel, and flag times that disagree", () => {
    expect(disagreeing?.channels.map(({ fees }) => fees[0]?.kind)).toEqual(["amount", "provincial-council"]);
    expect(disagreeing?.conflicts).toEqual([{ about: "time", values: ["18 working-day", "4 working-day"] }]);
    expect(disagreeing?.levels).toEqual(["province"]);
  });

  it("compose text, read dollars and words for a time, and do without absent keys", () => {
    expect(odd).toMatchObject({ name: "Cho thuê ghe chở mai", field: "Ghe xuồng", subjects: [] });
    expect(odd?.channels[0]).toMatchObject({
      time: { kind: "note", note: "Trong ngày làm việc" },
      fees: [{ kind: "amount", amount: 5, currency: "USD" }],
    });
  });

  it("take off list marks, count the remark and tell equal component codes apart", () => {
    expect(marked).toMatchObject({ scope: "local", notesLeftOut: 1 });
    expect(marked?.cases).toMatchObject([
      {
        name: "Giấy tờ phải nộp",
        documents: [
          { key: "G99-KQ1", title: "Đơn xin" },
          { key: "G99-KQ1#2", title: "Bản vẽ vườn" },
        ],
      },
    ]);
  });
});
