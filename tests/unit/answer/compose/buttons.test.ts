import { describe, expect, it } from "vitest";
import { facetButtons, personButton, sayButton } from "../../../../bot/answer/compose/buttons.ts";
import { shortName } from "../../../../bot/answer/compose/subject.ts";
import { replyLimits } from "../../../../bot/domain/index.ts";
import { echo, recordSubject, sampleSubject } from "../../../support/sample-subject.ts";

describe("buttons", () => {
  it("offers the commonest parts that are not shown already, five at most", () => {
    const titles = facetButtons(sampleSubject(), ["documents", "time"]).map(({ title }) => title);
    expect(titles).toEqual(["button.fee", "button.place", "button.online", "button.steps", "button.form"]);
    expect(facetButtons(sampleSubject(), [])).toHaveLength(replyLimits.buttons);
  });

  it("cuts a title to what the platform shows, by letters and not by halves of one", () => {
    const { title } = sayButton("👍".repeat(150), { kind: "person" });
    expect([...title]).toHaveLength(replyLimits.title);
    expect(title.endsWith("👍…")).toBe(true);
    expect(sayButton("x".repeat(100), { kind: "person" }).title).toBe("x".repeat(100));
  });

  it("leads to a person", () => {
    expect(personButton(echo())).toEqual({
      title: "button.person",
      action: { kind: "say", payload: "#mc:canbo" },
    });
  });
});

describe("shortName", () => {
  it("is the guide's everyday name in the reader's language", () => {
    expect(shortName(sampleSubject())).toBe("Làm giấy khai sinh");
    expect(shortName(sampleSubject({ language: "en" }))).toBe("Birth registration");
  });

  it("is the official name without its opening where no guide is", () => {
    expect(shortName(recordSubject({ name: "Thủ tục hành chính cấp giấy phép" }))).toBe("Cấp giấy phép");
  });

  it("cuts a long official name between words", () => {
    const name = shortName(recordSubject({ name: "cấp phép ".repeat(20).trim() }));
    expect(name.length).toBeLessThanOrEqual(91);
    expect(name).toMatch(/^(Cấp phép )(cấp phép )*(cấp|cấp phép)…$/);
  });
});
