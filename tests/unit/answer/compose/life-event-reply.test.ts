import { describe, expect, it } from "vitest";
import { lifeEventReply } from "../../../../bot/answer/compose/life-event-reply.ts";
import { readPayload, wording } from "../../../../bot/answer/index.ts";
import { loadKnowledge } from "../../../../bot/catalogue/index.ts";
import { type Language, type LifeEvent, languages, replyLimits } from "../../../../bot/domain/index.ts";

const knowledge = loadKnowledge();
const render = (event: LifeEvent, language: Language) =>
  lifeEventReply(event, knowledge, wording(knowledge.replies, language), language);
const everyEvent = knowledge.lifeEvents.flatMap((event) =>
  languages.map((language) => [event.id, language, event] as const),
);

describe("every shipped life event", () => {
  it("is one of at least sixteen", () => {
    expect(knowledge.lifeEvents.length).toBeGreaterThanOrEqual(16);
  });

  it.each(everyEvent)("%s in %s fits two messages of five buttons", (_id, language, event) => {
    const { messages, offered } = render(event, language);
    expect(messages.length).toBeLessThanOrEqual(2);
    expect(offered).toHaveLength(event.steps.length);
    for (const { text, buttons } of messages) {
      expect([...text].length).toBeLessThanOrEqual(replyLimits.text);
      expect(buttons.length).toBeLessThanOrEqual(replyLimits.buttons);
      expect(text).not.toMatch(/undefined|\{|\}/);
    }
  });

  it.each(everyEvent)("%s in %s has a way to every step, by number and by button", (_id, language, event) => {
    const { messages, offered } = render(event, language);
    const codes = event.steps.map(({ code }) => code);
    expect(offered.map(({ payload }) => readPayload(payload))).toEqual(
      codes.map((code) => ({ kind: "procedure", code })),
    );
    const tapped = messages.flatMap(({ buttons }) =>
      buttons.flatMap(({ action }) => (action.kind === "say" ? [action.payload] : [])),
    );
    expect(tapped).toEqual(offered.map(({ payload }) => payload));
    const text = messages.map((message) => message.text).join("\n");
    for (const number of codes.keys()) expect(text).toMatch(new RegExp(`^${number + 1}\\. `, "m"));
  });

  it.each(everyEvent.filter(([, language]) => language === "en"))(
    "%s is wholly in English",
    (_id, _en, event) => {
      const texts = [
        event.name,
        event.intro,
        ...event.steps.flatMap(({ when, within }) => [
          ...(when ? [when] : []),
          ...(within ? [within.from, within.ifLate] : []),
        ]),
      ];
      expect(texts.filter(({ en }) => !en)).toEqual([]);
    },
  );
});

describe("a step", () => {
  const limit = {
    quantity: 60,
    unit: "day",
    from: { vi: "ngày sinh" },
    source: "Luật Hộ tịch",
    ifLate: { vi: "Vẫn làm được." },
  } as const;
  const event: LifeEvent = {
    id: "thu",
    name: { vi: "Thử" },
    phrases: ["thử"],
    intro: { vi: "Lời mở." },
    steps: [
      { code: "1.001193", within: limit },
      { code: "2.001023", when: { vi: "nếu cần" }, sameVisit: true, within: limit },
      { code: "9.999999" },
    ],
  };
  const text = render(event, "vi")
    .messages.map((message) => message.text)
    .join("\n");

  it("says its limit, where it stands and what happens after it; a shared limit once", () => {
    expect(text).toContain("60 ngày kể từ ngày sinh (Luật Hộ tịch). Vẫn làm được.");
    expect(text.split("60 ngày")).toHaveLength(2);
  });

  it("says when it is needed and what can be done on the same visit", () => {
    expect(text).toContain(": nếu cần (làm cùng một lần đi)");
  });

  it("of a procedure that is gone is left out", () => {
    expect(text).not.toContain("3. ");
  });
});
