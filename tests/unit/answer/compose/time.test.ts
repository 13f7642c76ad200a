import { describe, expect, it } from "vitest";
import { timeSection, timeSummary } from "../../../../bot/answer/compose/time.ts";
import { notesBeside, notesInPlace } from "../../../../bot/answer/compose/time-notes.ts";
import type { ProcessingTime } from "../../../../bot/domain/index.ts";
import { channel, recordSubject, sampleGuide, sampleSubject } from "../../../support/sample-subject.ts";

type Duration = Extract<ProcessingTime, { kind: "duration" }>;
const days = (quantity: number, note?: string): Duration => ({
  kind: "duration",
  quantity,
  unit: "working-day",
  ...(note && { note }),
});

describe("timeSection", () => {
  it("gives the time by channel and from when it is counted", () => {
    const channels = [channel("counter", days(3)), channel("postal", days(1)), channel("online", days(3))];
    expect(timeSection(recordSubject({ channels })).lines).toEqual([
      "time.line | channel.counter, channel.online | 3 unit.working-day",
      "time.line | channel.postal | 1 unit.working-day.one",
      "time.counted",
      "late.office.general",
    ]);
  });

  it("quotes words where no figure is published", () => {
    const channels = [channel("counter", { kind: "note", note: "Trong ngày." }), channel("online")];
    expect(timeSection(recordSubject({ channels })).lines).toEqual([
      "time.note | channel.counter | Trong ngày",
      "time.not-published | channel.online",
      "late.office.general",
    ]);
  });

  it("lists a note's points", () => {
    const note = "Hồ sơ thường: 3 ngày; - Hồ sơ cần xác minh: 10 ngày";
    expect(
      timeSection(recordSubject({ channels: [channel("counter", { kind: "note", note })] })).lines,
    ).toEqual([
      "time.notes | channel.counter",
      "• Hồ sơ thường: 3 ngày",
      "• Hồ sơ cần xác minh: 10 ngày",
      "late.office.general",
    ]);
  });

  it("leaves fees out of the words about time", () => {
    const note =
      "Phí, lệ phí: Hội đồng nhân dân tỉnh quyết định đối với hồ sơ; - Hồ sơ nộp sau 15 giờ: ngày hôm sau";
    expect(notesBeside(days(3, note))).toEqual(["Hồ sơ nộp sau 15 giờ: ngày hôm sau"]);
  });

  it("gives no date of the result when a note says more than the figure", () => {
    const calendar = {
      today: "2026-07-21",
      holidays: { checkedOn: "2026-07-01", yearly: [], decisions: [], swaps: [] },
    };
    const plain = recordSubject({ channels: [channel("counter", days(3))] }, { calendar });
    const noted = recordSubject(
      { channels: [channel("counter", days(3, "Trường hợp phải xác minh: 13 ngày làm việc"))] },
      { calendar },
    );
    expect(timeSection(plain).lines.join("\n")).toContain("time.expected");
    expect(timeSection(noted).lines.join("\n")).not.toContain("time.expected");
  });

  it("warns when the record contradicts itself, and says what being late means", () => {
    const procedure = {
      ...recordSubject({}).procedure,
      conflicts: [{ about: "time" as const, values: ["3", "5"] }],
    };
    const guide = {
      ...sampleGuide,
      ifLate: { vi: "Nộp ngay." },
      ifOfficeLate: { vi: "Hỏi theo số phiếu." },
    };
    const { lines } = timeSection(sampleSubject({ procedure, guide }));
    expect(lines).toContain("time.conflict");
    expect(lines.slice(-2)).toEqual(["late | Nộp ngay.", "late.office | Hỏi theo số phiếu."]);
  });

  it("says that nothing is published when the record has no channel", () => {
    expect(timeSection(recordSubject({ channels: [] })).lines).toEqual([
      "time.not-published | channel.counter",
    ]);
  });
});

describe("timeSummary", () => {
  it.each<[string, readonly ProcessingTime[], string]>([
    ["one time", [days(3), days(3, "03 ngày làm việc")], "3 unit.working-day"],
    ["several times", [days(3), days(5)], "card.see-time"],
    ["words", [{ kind: "note", note: "Trong ngày" }], "card.see-time"],
    ["nothing", [{ kind: "not-published" }], "not-published"],
  ])("tells of %s", (_what, times, expected) => {
    const channels = times.map((time) => channel("counter", time));
    expect(timeSummary(recordSubject({ channels }))).toBe(expected);
  });
});

describe("notesBeside", () => {
  it.each([
    "07 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ.",
    "Thời hạn giải quyết: Không quá 07 ngày làm việc",
    "Trong vòng 7 (bảy) ngày làm việc, kể từ khi tiếp nhận hồ sơ.",
    "Nộp tại Bộ phận Một cửa. 07 ngày làm việc kể từ ngày nhận hồ sơ",
    "Nộp hồ sơ trực tiếp tại cơ quan thuế",
  ])("leaves out “%s” beside 7 working days", (note) => {
    expect(notesBeside(days(7, note))).toEqual([]);
  });

  it.each([
    "7 ngày kể từ ngày nhận hồ sơ",
    "10 ngày làm việc kể từ ngày nhận hồ sơ",
    "07 ngày làm việc, không bao gồm ngày nghỉ lễ",
    "Trường hợp cấp lại: 07 ngày làm việc",
    "Cấp biển số trúng đấu giá: 07 ngày làm việc",
  ])("keeps “%s”", (note) => {
    expect(notesBeside(days(7, note))).toEqual([note]);
  });

  it("keeps only what speaks of time", () => {
    const note = "Nộp tại quầy hoặc qua bưu điện. Hồ sơ cần xác minh thì 15 ngày làm việc";
    expect(notesBeside(days(7, note))).toEqual(["Hồ sơ cần xác minh thì 15 ngày làm việc"]);
  });
});

describe("notesInPlace", () => {
  it("gives the sentences about time, or all when none is", () => {
    const note = (text: string) => notesInPlace({ kind: "note", note: text });
    expect(note("Nộp tại trụ sở. Thời hạn: Ngay sau khi nhận đủ hồ sơ.")).toEqual([
      "Thời hạn: Ngay sau khi nhận đủ hồ sơ",
    ]);
    expect(note("Theo thông báo hằng năm")).toEqual(["Theo thông báo hằng năm"]);
  });
});
