import { describe, expect, it } from "vitest";
import { sectionsOf } from "../../../../bot/answer/compose/sections.ts";
import { sourceLine } from "../../../../bot/answer/compose/source-line.ts";
import { timeSection } from "../../../../bot/answer/compose/time.ts";
import { facets } from "../../../../bot/domain/index.ts";
import { channel, recordSubject, sampleSubject } from "../../../support/sample-subject.ts";

describe("a case that is another procedure", () => {
  it.each(facets)("is said so beside the %s, once", (facet) => {
    const subject = sampleSubject({ decided: { "noi-sinh": "nuoc-ngoai" } });
    const lines = sectionsOf(subject, [facet]).flatMap((section) => section.lines);
    expect(lines.filter((line) => line.startsWith("case.elsewhere"))).toEqual([
      "case.elsewhere | Ở nước ngoài | 1.000002",
    ]);
  });

  it("is not brought up where none was decided", () => {
    expect(sectionsOf(sampleSubject(), ["fee"])[0]?.lines.join()).not.toContain("case.elsewhere");
  });
});

describe("times of the same ways of filing", () => {
  it("stand in one line, but not over what is quoted beside one of them", () => {
    const days = (quantity: number) => ({ kind: "duration", quantity, unit: "day" }) as const;
    const say = (key: string, values: Readonly<Record<string, string | number>> = {}) =>
      key === "time.line" ? `${values.channel}: ${values.time}` : key;
    const channels = [channel("counter", days(15)), channel("counter", days(24)), channel("online", days(3))];
    expect(timeSection(recordSubject({ channels }, { say })).lines.slice(0, 2)).toEqual([
      "channel.counter: 15 unit.day; 24 unit.day",
      "channel.online: 3 unit.day",
    ]);
    const noted = { ...days(15), note: "Trường hợp cấp mới: 15 ngày; cấp lại: 3 ngày" } as const;
    const apart = [channel("counter", noted), channel("counter", days(24))];
    expect(timeSection(recordSubject({ channels: apart }, { say })).lines.slice(0, 3)).toEqual([
      "channel.counter: 15 unit.day",
      "time.note-beside",
      "channel.counter: 24 unit.day",
    ]);
  });
});

describe("sourceLine", () => {
  it("shows a decision without a stray full stop", () => {
    const { procedure, say } = sampleSubject();
    const source = { ...procedure.source, decision: "3116/QĐ-BCA-C06." };
    expect(sourceLine({ procedure: { ...procedure, source }, say })).toMatch(
      /^source \| 3116\/QĐ-BCA-C06 \|/,
    );
  });
});
