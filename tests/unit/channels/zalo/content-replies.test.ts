import { describe, expect, it } from "vitest";
import { createContentReplies } from "../../../../bot/channels/zalo/content-replies.ts";
import { createFlowWording } from "../../../../bot/channels/zalo/flow-wording.ts";
import { renderReply } from "../../../../bot/channels/zalo/render.ts";
import type { OtherContent } from "../../../../bot/conversation/index.ts";
import type { Language, Office } from "../../../../bot/domain/index.ts";
import { nearestOffice } from "../../../../bot/places/index.ts";
import { messageProblems } from "../../../../bot/zalo/index.ts";
import { testKnowledge } from "../../../support/test-app.ts";

const knowledge = testKnowledge();
const nowMs = Date.UTC(2026, 10, 24, 3);
const office = (id: string, at?: readonly [number, number], change: Partial<Office> = {}): Office => ({
  id,
  name: `Trung tâm ${id}`,
  commune: `Xã ${id}`,
  formerNames: [],
  address: { kind: "known", value: `Số 1 ${id}`, source: "UBND", checkedOn: "2026-11-01" },
  phone: { kind: "not-published" },
  hours: { kind: "not-published" },
  ...(at && { latitude: at[0], longitude: at[1] }),
  effectiveFrom: "2025-07-01",
  source: "Nghị quyết",
  ...change,
});
const withOffices = (...offices: Office[]) =>
  createContentReplies({ ...knowledge, places: { ...knowledge.places, offices } });
const replyTo = withOffices();
const kinds: OtherContent[] = [
  { kind: "sticker" },
  { kind: "image" },
  { kind: "voice" },
  { kind: "video" },
  { kind: "file" },
  { kind: "link" },
  { kind: "contact" },
  { kind: "info-submitted" },
  { kind: "follow" },
  { kind: "chat-opened" },
  { kind: "location", latitude: 10.6, longitude: 106.67 },
];

describe("a reply to each kind", () => {
  it.each(
    kinds.flatMap((content) =>
      (["vi", "en"] as const).map((language) => [content.kind, language, content] as const),
    ),
  )(
    "%s (%s) is one message that the platform takes, with every placeholder filled",
    (_kind, language: Language, content) => {
      const { messages } = replyTo(content, { language }, nowMs);
      expect(messages).toHaveLength(1);
      for (const message of messages) {
        expect(message.text).not.toMatch(/[{}]/);
        expect(message.text).toBe(message.text.normalize("NFC"));
        for (const rendered of renderReply(message)) expect([...messageProblems(rendered)]).toEqual([]);
      }
    },
  );

  it("differs from kind to kind and between the languages", () => {
    const texts = kinds
      .filter(({ kind }) => kind !== "chat-opened")
      .flatMap((content) =>
        (["vi", "en"] as const).map((language) => replyTo(content, { language }, nowMs).messages[0]?.text),
      );
    expect(new Set(texts).size).toBe(texts.length);
  });

  it("to a reaction is silence", () => {
    expect(replyTo({ kind: "reaction" }, {}, nowMs)).toEqual({ messages: [], state: {} });
  });

  it("keeps what the talk was about", () => {
    expect(replyTo({ kind: "sticker" }, { procedure: "1.001193" }, nowMs).state).toEqual({
      procedure: "1.001193",
    });
  });

  it("a missing wording stops the start with its name", () => {
    const { "channel.voice": _voice, ...replies } = knowledge.replies;
    expect(() => createContentReplies({ ...knowledge, replies })).toThrow(/channel\.voice/);
  });
});

describe("the welcome", () => {
  it("has three examples, to tap or to choose by number", () => {
    const { messages, state } = replyTo({ kind: "follow" }, { procedure: "1.001193" }, nowMs);
    const buttons = messages[0]?.buttons ?? [];
    expect(buttons).toHaveLength(3);
    expect(state).toMatchObject({
      procedure: "1.001193",
      offered: buttons.map(({ title }) => ({ label: title, payload: title })),
    });
    buttons.forEach(({ title }, index) => {
      expect(messages[0]?.text).toContain(`${index + 1}. ${title}`);
    });
  });
});

describe("a place", () => {
  const here: OtherContent = { kind: "location", latitude: 10.6, longitude: 106.67 };
  it("is answered with the nearest office, its distance and a map", () => {
    const replies = withOffices(office("xa"), office("gần", [10.609, 106.67]), office("hơn", [10.7, 106.67]));
    const [message] = replies(here, {}, nowMs).messages;
    expect(message?.text).toContain("Trung tâm gần");
    expect(message?.text).toContain("Số 1 gần");
    expect(message?.text).toContain("Giờ làm việc: chưa công bố");
    expect(message?.text).toContain("khoảng 1 km");
    expect(message?.buttons).toEqual([
      {
        title: "Xem đường đi",
        action: { kind: "open", url: "https://www.google.com/maps/dir/?api=1&destination=10.609,106.67" },
      },
    ]);
  });

  it("is answered with the offices' names when no coordinates are known, without a guess", () => {
    const [message] = withOffices(office("a"), office("b", undefined, { formerNames: ["Xã Cũ"] }))(
      here,
      {},
      nowMs,
    ).messages;
    expect(message?.text).toContain("không đoán");
    expect(message?.text).toContain("• Trung tâm a\n• Trung tâm b (gồm Xã Cũ cũ)");
    expect(message?.text).not.toContain("km");
  });

  it("leaves out offices that are closed or not yet open", () => {
    const replies = withOffices(
      office("cũ", [10.6, 106.67], { effectiveTo: "2026-11-23" }),
      office("sau", [10.6, 106.67], { effectiveFrom: "2026-11-25" }),
      office("nay", [11, 107], { effectiveFrom: "2026-11-24", effectiveTo: "2026-11-24" }),
    );
    expect(replies(here, {}, nowMs).messages[0]?.text).toContain("Trung tâm nay");
  });

  it("of an office list that is empty leads to an officer", () => {
    expect(replyTo(here, {}, nowMs).messages[0]?.buttons).toMatchObject([{ title: "Gặp cán bộ" }]);
  });

  it.each([
    ["the same point", [10, 106], [10, 106], 0],
    ["one degree of latitude", [10, 106], [11, 106], 111.19],
    ["Hà Nội – TP.HCM", [21.0278, 105.8342], [10.7769, 106.7009], 1143.4],
    ["across the date line", [0, 179.5], [0, -179.5], 111.19],
  ] as const)("distance: %s", (_name, from, at, km) => {
    const found = nearestOffice([office("a", at)], { latitude: from[0], longitude: from[1] });
    expect(found?.distanceKm).toBeCloseTo(km, 0);
  });
});

describe("who is answering", () => {
  const wording = createFlowWording(knowledge.replies);
  it("staff, until a time by Vietnam's clock", () => {
    const news = { cause: "staff-reply", untilAtMs: Date.UTC(2026, 10, 24, 18, 30), language: "vi" } as const;
    expect(wording.staffAnswer(news)?.text).toContain("đến 01:30 25/11");
  });
  it("is not said twice to whom the answer has told it", () => {
    expect(wording.staffAnswer({ cause: "asked", untilAtMs: nowMs, language: "vi" })).toBeUndefined();
  });
  it("the bot again, or nobody because of a failure", () => {
    expect(wording.botIsBack("en").text).toContain("is back");
    expect(wording.apology("vi").text).toContain("Xin lỗi");
  });
});
