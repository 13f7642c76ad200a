import { describe, expect, it } from "vitest";
import { procedureReply } from "../../../../bot/answer/compose/procedure-reply.ts";
import { readPayload } from "../../../../bot/answer/index.ts";
import type { ReplyMessage } from "../../../../bot/domain/index.ts";
import { echo, paper, recordSubject, sampleGuide, sampleSubject } from "../../../support/sample-subject.ts";

const actions = (message: ReplyMessage | undefined) =>
  (message?.buttons ?? []).map(({ action }) =>
    action.kind === "say" ? readPayload(action.payload) : action,
  );
const lastLines = (message: ReplyMessage | undefined, count: number) =>
  (message?.text ?? "").split("\n").slice(-count);

describe("procedureReply", () => {
  it("answers the part asked, ends with the source, and offers the other parts", () => {
    const { messages, offered, asked } = procedureReply(sampleSubject(), ["fee"]);
    expect(messages).toHaveLength(1);
    expect(messages[0]?.text.startsWith("fee.title | Làm giấy khai sinh\n")).toBe(true);
    expect(lastLines(messages[0], 1)).toEqual([
      "source | 1872/QĐ-BTP | source.decided | 10/01/2026 | 1.000001 | 20/04/2026",
    ]);
    expect(actions(messages[0])).toEqual(
      ["documents", "time", "place", "online", "steps"].map((facet) => ({
        kind: "procedure",
        code: "1.000001",
        facet,
      })),
    );
    expect([offered, asked]).toEqual([[], undefined]);
  });

  it("answers several parts in the order asked", () => {
    const [message] = procedureReply(sampleSubject(), ["time", "fee"]).messages;
    const text = message?.text ?? "";
    expect(text.indexOf("time.title")).toBeLessThan(text.indexOf("fee.title"));
  });

  it("shows a card when no part is named", () => {
    expect(procedureReply(sampleSubject(), []).messages[0]?.text).toContain("card.ask");
  });

  it("asks for the case after the papers, with a button for each answer", () => {
    const { messages, offered, asked } = procedureReply(sampleSubject(), ["documents"]);
    expect(asked).toBe("noi-sinh");
    expect(messages[1]?.text).toBe("Sinh ở đâu?\n1. Ở bệnh viện\n2. Tại nhà\n3. Ở nước ngoài");
    expect(actions(messages[1])).toEqual([
      { kind: "case", code: "1.000001", question: "noi-sinh", option: "benh-vien" },
      { kind: "case", code: "1.000001", question: "noi-sinh", option: "tai-nha" },
      { kind: "procedure", code: "1.000002", facet: "documents" },
    ]);
    expect(offered.map(({ label }) => label)).toEqual(["Ở bệnh viện", "Tại nhà", "Ở nước ngoài"]);
  });

  it("asks no more once the case is decided, or where it changes nothing", () => {
    const decided = procedureReply(sampleSubject({ decided: { "noi-sinh": "tai-nha" } }), ["documents"]);
    expect([decided.messages.length, decided.asked]).toEqual([1, undefined]);
    const [question] = sampleGuide.cases ?? [];
    const options = (question?.options ?? []).map(
      ({ documents: _documents, goTo: _goTo, ...option }) => option,
    );
    const guide = { ...sampleGuide, cases: question ? [{ ...question, options }] : [] };
    expect(procedureReply(sampleSubject({ guide }), ["documents"]).asked).toBeUndefined();
    expect(procedureReply(sampleSubject(), ["fee"]).asked).toBeUndefined();
  });

  it("leads to the other procedure first when the case is one", () => {
    const { messages } = procedureReply(sampleSubject({ decided: { "noi-sinh": "nuoc-ngoai" } }), ["fee"]);
    expect(actions(messages[0])[0]).toEqual({ kind: "procedure", code: "1.000002", facet: "fee" });
    expect(messages[0]?.buttons).toHaveLength(5);
  });

  it("says where the rest is when words are cut", () => {
    const title = "Giấy chứng nhận của cơ quan, tổ chức, ".repeat(8);
    const cases = [{ name: "", documents: [paper("K1", title)] }];
    const [message] = procedureReply(recordSubject({ cases }), ["documents"]).messages;
    expect(lastLines(message, 2)[0]).toMatch(/^more-after-cut \| https:/);
    expect(procedureReply(recordSubject({}), ["documents"]).messages[0]?.text).not.toContain(
      "more-after-cut",
    );
  });

  it("counts the lines that two messages cannot hold", () => {
    const documents = Array.from({ length: 60 }, (_, at) => paper(`K${at}`, `Giấy ${at} ${"x".repeat(100)}`));
    const { messages } = procedureReply(recordSubject({ cases: [{ name: "", documents }] }), ["documents"]);
    expect(messages).toHaveLength(2);
    expect(messages[0]?.buttons).toEqual([]);
    expect(messages[1]?.text).toMatch(/\nmore-lines \| \d+ more-on-portal \| https:/);
  });

  it("leaves the date of a decision out when the record has none", () => {
    const { decidedOn: _decidedOn, ...source } = recordSubject({}).procedure.source;
    const [message] = procedureReply(recordSubject({ source }), ["fee"]).messages;
    expect(lastLines(message, 1)).toEqual(["source | 1872/QĐ-BTP |  | 1.000001 | 20/04/2026"]);
  });
});

describe("in English", () => {
  const say = echo({
    "term.Ủy ban nhân dân cấp Xã": "Commune People's Committee",
    "term.Giấy khai sinh": "Birth certificate",
  });
  const english = (facet: "place" | "result" | "legal", change = {}) =>
    procedureReply(sampleSubject({ language: "en", say, ...change }), [facet]).messages[0]?.text ?? "";

  it("says that words are not translated only when some are not", () => {
    expect(english("place")).not.toContain("vietnamese-only");
    expect(english("result")).not.toContain("vietnamese-only");
    expect(english("legal")).toContain("vietnamese-only");
    expect(english("place", { say: echo() })).toContain("vietnamese-only");
    expect(english("result", { guide: undefined })).toContain("vietnamese-only");
  });

  it("does not count the official name, which is Vietnamese on purpose", () => {
    const channels = sampleSubject().procedure.channels;
    const subject = sampleSubject({ language: "en", say });
    expect(channels.length).toBeGreaterThan(0);
    const [message] = procedureReply(subject, []).messages;
    expect(message?.text).toContain("card.official | Thủ tục đăng ký khai sinh");
    expect(message?.text).not.toContain("vietnamese-only");
  });
});
