import { describe, expect, it } from "vitest";
import { cardSection } from "../../../../bot/answer/compose/card.ts";
import { feeSection } from "../../../../bot/answer/compose/fee.ts";
import { placeSection } from "../../../../bot/answer/compose/where-and-how.ts";
import { wording } from "../../../../bot/answer/compose/wording.ts";
import { loadKnowledge } from "../../../../bot/catalogue/index.ts";
import type { Procedure } from "../../../../bot/domain/index.ts";
import { places } from "../../../support/sample-parts.ts";
import { channel, recordSubject } from "../../../support/sample-subject.ts";

const placeOf = (facts: Partial<Procedure>, change = {}) => placeSection(recordSubject(facts, change)).lines;
const ended = "districts-ended | 01/07/2025";
const [jurisdiction] = places.jurisdictions;

describe("a record that still names a district office", () => {
  it.each<[string, Partial<Procedure>]>([
    ["among its authorities", { authorities: ["Bảo hiểm xã hội cấp huyện"] }],
    ["as the place", { place: "Công an huyện nơi thường trú" }],
    ["in its name", { name: "Trình báo mất hộ chiếu (thực hiện tại cấp huyện)" }],
  ])("%s is told to be past, with whom to ask", (_where, facts) => {
    expect(placeOf(facts)).toContain(`${ended} districts-ended.ask`);
  });

  it("names today's authority instead of sending the person to ask, where it is known", () => {
    const lines = placeOf({ authorities: ["UBND cấp huyện"] }, { jurisdiction });
    expect(lines).toContain(ended);
    expect(lines.some((line) => line.startsWith("place.since"))).toBe(true);
    expect(lines.join()).not.toContain("districts-ended.ask");
  });

  it("is told so on the card and under a fee as well", () => {
    const name = "Trình báo mất hộ chiếu (thực hiện tại cấp huyện)";
    expect(cardSection(recordSubject({ name })).lines).toContain(`${ended} districts-ended.ask`);
    const note = "Nộp 20.000 đồng tại bộ phận tiếp nhận ở cấp huyện";
    const channels = [channel("counter", { kind: "not-published" }, [{ kind: "note", note }])];
    expect(feeSection(recordSubject({ channels })).lines).toContain(`${ended} districts-ended.ask`);
  });

  it("is the only one that is", () => {
    expect(placeOf({ authorities: ["Ủy ban nhân dân cấp Xã"] }).join()).not.toContain("districts-ended");
    expect(placeOf({ place: "UBND cấp huyện trước đây" }).join()).not.toContain("districts-ended");
  });

  it("reads in plain words", () => {
    const say = wording(loadKnowledge().replies, "vi");
    const lines = placeOf({ authorities: ["Bảo hiểm xã hội cấp huyện"] }, { say });
    expect(lines).toContain(
      "Từ ngày 01/07/2025 không còn cấp huyện. Bạn hỏi Trung tâm Phục vụ hành chính công xã để biết nơi nhận thay.",
    );
  });
});
