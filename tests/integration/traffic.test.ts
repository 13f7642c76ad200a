import { describe, expect, it } from "vitest";
import type { Question } from "../../bot/domain/index.ts";
import { runScriptFile } from "../support/run-script.ts";
import { echo, testKnowledge } from "../support/test-app.ts";
import { runTraffic } from "../support/traffic/run-traffic.ts";
import { isBroken } from "../support/traffic/verdict.ts";

const questions = Array.from({ length: 60 }, (_, at) => `câu hỏi thứ ${at + 1}`);
const day = { people: 40, questions, knowledge: testKnowledge(), stepMs: 180_000 };

describe("a day of traffic with a platform that misbehaves", () => {
  it("ends with every accepted message answered once, tokens renewed all day", async () => {
    const report = await runTraffic({ ...day, messages: 300, seed: 20261124, answer: echo });
    expect(report).toMatchObject({
      accepted: 300,
      lost: 0,
      takenTwice: 0,
      unanswered: 0,
      doubled: 0,
      missing: 0,
    });
    expect(report.answeredOnce + report.shownToStaff).toBe(300);
    expect(report.setAside).toBe(report.unknown);
    expect(isBroken(report)).toBe(false);
    // Without trouble the day would prove nothing.
    expect(report.hours).toBeGreaterThanOrEqual(24);
    expect(report.tokensRenewed).toBeGreaterThan(10);
    expect(report.redeliveries).toBeGreaterThan(5);
    expect(report.webhooks).toBeGreaterThan(600);
    expect(report.halfHoursWithFaults).toBeGreaterThan(15);
  });

  it("tells when a message is not answered", async () => {
    const answer = (question: Question) => {
      if (question.text === "câu hỏi thứ 1") throw new TypeError("a bug");
      return echo(question);
    };
    const report = await runTraffic({
      ...day,
      messages: 8,
      questions: questions.slice(0, 1),
      seed: 3,
      answer,
    });
    expect(report.unanswered).toBeGreaterThan(0);
    expect(isBroken(report)).toBe(true);
  });
});

describe("npm run traffic", () => {
  it("explains itself", async () => {
    expect(await runScriptFile("traffic", ["--help"])).toMatchObject({
      code: 0,
      out: expect.stringContaining("--messages"),
    });
  });
  it.each([["0"]])("does not take %s for a number of messages", async (count) => {
    expect((await runScriptFile("traffic", ["--messages", count])).code).toBe(1);
  });
});
