import { describe, expect, it } from "vitest";
import { expectedLines } from "../../../../bot/answer/compose/expected.ts";
import type { Subject } from "../../../../bot/answer/index.ts";
import { wording } from "../../../../bot/answer/index.ts";
import { loadKnowledge } from "../../../../bot/catalogue/index.ts";
import type { Channel, Conflict, Language, ProcessingTime } from "../../../../bot/domain/index.ts";
import { holidayRules } from "../../../support/holiday-rules.ts";
import { birthRecord } from "../../../support/sample-knowledge.ts";

const { replies } = loadKnowledge();
const takes = (kind: Channel["kind"], quantity: number, unit = "working-day" as const): Channel => ({
  kind,
  time: { kind: "duration", quantity, unit },
  fees: [],
});

function linesFor(
  channels: readonly Channel[],
  today = "2026-11-25",
  { conflicts = [], language = "vi" }: { conflicts?: Conflict[]; language?: Language } = {},
): string[] {
  const subject: Subject = {
    procedure: { ...birthRecord, channels, conflicts },
    guide: undefined,
    language,
    say: wording(replies, language),
    decided: {},
    calendar: { today, holidays: holidayRules },
  };
  return expectedLines(subject);
}

describe("expectedLines", () => {
  it("gives one date, and how it was counted, when every channel takes as long", () => {
    const lines = linesFor([takes("counter", 3), takes("online", 3)]);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain("hôm nay (25/11/2026)");
    expect(lines[0]).toContain("khoảng 30/11/2026");
    expect(lines[0]).toContain("3 ngày làm việc");
  });

  it("says so when offices are closed today, and when perhaps they are", () => {
    expect(linesFor([takes("counter", 1)], "2026-11-28").join(" ")).toContain(
      "Hôm nay là ngày nghỉ, nên tính như nộp ngày 30/11/2026",
    );
    expect(linesFor([takes("counter", 1)], "2026-11-24").join(" ")).toContain("Hôm nay có thể là ngày nghỉ");
  });

  it("warns when a day off on the way is not announced yet", () => {
    expect(linesFor([takes("counter", 10)], "2027-01-28").at(-1)).toContain("có thể lệch");
    expect(linesFor([takes("counter", 3)]).join(" ")).not.toContain("có thể lệch");
  });

  it("counts days and months as the law does", () => {
    const time = (unit: "day" | "month"): ProcessingTime => ({ kind: "duration", quantity: 1, unit });
    const [day] = linesFor([{ kind: "counter", time: time("day"), fees: [] }], "2026-11-27", {
      language: "en",
    });
    expect(day).toContain("around 30/11/2026");
    expect(day).toContain("Counted as 1 day,");
    const [month] = linesFor([{ kind: "counter", time: time("month"), fees: [] }]);
    expect(month).toContain("khoảng 25/12/2026");
  });

  it.each<[string, string[]]>([
    [
      "the record contradicts itself",
      linesFor([takes("counter", 3)], "2026-11-25", { conflicts: [{ about: "time", values: ["3", "5"] }] }),
    ],
    ["channels take differently long", linesFor([takes("counter", 5), takes("online", 3)])],
    [
      "only words are published",
      linesFor([{ kind: "counter", time: { kind: "note", note: "Ngay" }, fees: [] }]),
    ],
    ["no channel is published", linesFor([])],
  ])("gives no date when %s", (_why, lines) => {
    expect(lines).toEqual([]);
  });

  it("gives no date in a text that is kept for later", () => {
    const subject: Subject = {
      procedure: birthRecord,
      guide: undefined,
      language: "vi",
      say: wording(replies, "vi"),
      decided: {},
    };
    expect(expectedLines(subject)).toEqual([]);
  });
});
