import { describe, expect, it } from "vitest";
import { fingerprint, isAsImported } from "../../../bot/catalogue/fingerprint.ts";
import { mergeRecords } from "../../../bot/catalogue/index.ts";
import type { Procedure } from "../../../bot/domain/index.ts";
import { birthRecord } from "../../support/sample-knowledge.ts";

const options = { acceptSource: false, recheck: false };

/** The sample record with changes, as an import would have left it. */
function imported(changes: Partial<Procedure> = {}, checkedOn = "2026-07-18"): Procedure {
  const { source, ...facts } = { ...birthRecord, ...changes };
  const { fingerprint: _old, ...dated } = { ...source, checkedOn };
  return { ...facts, source: { ...dated, fingerprint: fingerprint({ ...facts, source: dated }) } };
}

const present = (...records: readonly Procedure[]) => new Map(records.map((record) => [record.code, record]));
const edited: Procedure = { ...imported(), name: "Làm khai sinh (xã sửa)" };

describe("fingerprint", () => {
  it("knows a record as imported until a fact changes by hand", () => {
    expect(isAsImported(imported())).toBe(true);
    expect(isAsImported(edited)).toBe(false);
  });

  it("does not depend on the order of keys or the day of checking", () => {
    const { code, ...rest } = imported();
    expect(isAsImported({ ...rest, code })).toBe(true);
    expect(imported({}, "2026-09-01").source.fingerprint).toBe(imported().source.fingerprint);
  });
});

describe("mergeRecords", () => {
  it("adds, changes and leaves alone", () => {
    const before = present(imported(), imported({ code: "1.000005" }));
    const incoming = [
      imported(),
      imported({ code: "1.000005", name: "Tên mới" }),
      imported({ code: "1.000006" }),
    ];
    const result = mergeRecords(before, incoming, options);
    expect(result).toMatchObject({ added: 1, changed: 1, unchanged: 1, rechecked: 0, kept: [] });
    expect(result.records.get("1.000005")?.name).toBe("Tên mới");
    expect([...result.records.keys()]).toEqual(["1.000001", "1.000005", "1.000006"]);
    expect(before.size).toBe(2);
  });

  it("changes nothing the second time", () => {
    const incoming = [imported({ name: "Tên mới" }), imported({ code: "1.000006" })];
    const once = mergeRecords(present(imported()), incoming, options);
    const twice = mergeRecords(once.records, incoming, options);
    expect(twice).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
    expect([...twice.records]).toEqual([...once.records]);
  });

  it("keeps a record edited by hand while its source is as it was", () => {
    const result = mergeRecords(present(edited), [imported()], options);
    expect(result).toMatchObject({ unchanged: 1, kept: [] });
    expect(result.records.get("1.000001")).toBe(edited);
  });

  it("keeps it, and says in what it differs, when the source has changed too", () => {
    const next = imported({ results: ["Giấy khai sinh điện tử"] });
    const result = mergeRecords(present(edited), [next], options);
    expect(result.kept).toEqual([{ code: "1.000001", fields: ["name", "results"] }]);
    expect(result.records.get("1.000001")).toBe(edited);
  });

  it("lets the source win over a hand-made edit only when told to", () => {
    const next = imported({ results: ["Giấy khai sinh điện tử"] });
    const result = mergeRecords(present(edited), [next], { ...options, acceptSource: true });
    expect(result).toMatchObject({ changed: 1, kept: [] });
    expect(result.records.get("1.000001")).toEqual(next);
  });

  it("moves the day of checking of unchanged records only when somebody has looked again", () => {
    const later = imported({}, "2026-11-24");
    expect(
      mergeRecords(present(imported()), [later], options).records.get("1.000001")?.source.checkedOn,
    ).toBe("2026-07-18");
    const again = mergeRecords(present(imported()), [later], { ...options, recheck: true });
    expect(again).toMatchObject({ unchanged: 1, rechecked: 1 });
    expect(again.records.get("1.000001")).toEqual(later);
    const earlier = mergeRecords(present(later), [imported()], { ...options, recheck: true });
    expect(earlier).toMatchObject({ unchanged: 1, rechecked: 0 });
  });

  it("keeps what staff wrote when it moves the day", () => {
    const result = mergeRecords(present(edited), [imported({}, "2026-11-24")], { ...options, recheck: true });
    expect(result.records.get("1.000001")).toMatchObject({
      name: "Làm khai sinh (xã sửa)",
      source: { checkedOn: "2026-11-24" },
    });
  });
});
