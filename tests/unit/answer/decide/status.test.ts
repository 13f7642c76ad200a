import { describe, expect, it } from "vitest";
import type { CueReading } from "../../../../bot/answer/decide/cues.ts";
import { statusOf, statusValues } from "../../../../bot/answer/decide/status.ts";
import type { Tone } from "../../../../bot/answer/decide/tone.ts";
import type { AnswerStatus } from "../../../../bot/domain/index.ts";
import { BIRTH, candidate, matched, nothingMatched } from "../../../support/small-world.ts";

const tone = (status: AnswerStatus, intent: number, sure = 1): Tone => ({ status, intent, sure });
const cue = (status: AnswerStatus, decides: boolean): CueReading => ({ status, rule: "a rule", decides });
const clearMatter = matched(1, [candidate(BIRTH, 1, { phrase: 1, name: 1 }, 1)]);
/** An example says just this. */
const example = { example: { entry: 0, complete: 1, explains: 1 } };
const nearExample = matched(0, [], example);
/** Every word belongs to one matter, yet it sounds like something else. */
const mostOfExample = { example: { ...example.example, complete: 0.85 } };
const explained = matched(0, [candidate(BIRTH, 1, {}, 0.95)], mostOfExample);
const halfExplained = matched(0, [candidate(BIRTH, 1, {}, 0.5)], mostOfExample);
const called = matched(0, [candidate(BIRTH, 1, { complete: 1 }, 0.75)], mostOfExample);

describe("the status of a message", () => {
  it("is that of a deciding cue, whatever else it sounds like", () => {
    const found = statusOf(clearMatter, tone("smalltalk.thanks", 0), cue("handoff.emergency", true));
    expect(found).toMatchObject({ status: "handoff.emergency", sharp: true });
    expect(statusOf(nothingMatched, undefined, cue("handoff.person", true))?.sharp).toBe(true);
  });

  it("is none without a tone, even where a cue leans", () => {
    expect(statusOf(nothingMatched, undefined, undefined)).toBeUndefined();
    expect(statusOf(nothingMatched, undefined, cue("handoff.feedback", false))).toBeUndefined();
  });

  it("is the tone's when nothing speaks for a matter", () => {
    expect(statusOf(nearExample, tone("refused.off-topic", 0.99), undefined)).toMatchObject({
      status: "refused.off-topic",
      sharp: false,
    });
  });

  it("is none when a matter is clear and the tone is not", () => {
    expect(statusOf(clearMatter, tone("refused.off-topic", 0.05), undefined)).toBeUndefined();
    expect(statusOf(clearMatter, tone("refused.off-topic", 0.5), undefined)).toBeUndefined();
  });

  it("is none while the tone is next to nothing, however near an example is", () => {
    expect(statusOf(nearExample, tone("smalltalk.thanks", 0.11), undefined)).toBeUndefined();
    expect(statusOf(nearExample, tone("smalltalk.thanks", 0.13), undefined)).toBeDefined();
  });

  it("is a leaning cue's where little speaks against it, and not against a clear matter", () => {
    const leaning = cue("handoff.feedback", false);
    expect(statusOf(nearExample, tone("smalltalk.thanks", 0.1), leaning)).toMatchObject({
      status: "handoff.feedback",
      sharp: false,
    });
    expect(statusOf(clearMatter, tone("smalltalk.thanks", 0.1), leaning)).toBeUndefined();
  });

  it("is a leaning cue's where the scales are nearly even", () => {
    const leaning = cue("handoff.feedback", false);
    const strengths = Array.from({ length: 101 }, (_, at) => at / 100);
    const tipped = strengths.filter((one) => {
      const matter = matched(one, [candidate(BIRTH, 1, { phrase: one, name: one }, one)]);
      const even = tone("smalltalk.thanks", 0.5);
      return !statusOf(matter, even, undefined) && statusOf(matter, even, leaning);
    });
    expect(tipped.length).toBeGreaterThan(0);
    expect(tipped.length).toBeLessThan(strengths.length);
  });
});

describe("a denial", () => {
  it.each(["refused.no-such-procedure", "refused.illegal"] as const)(
    "%s is not said of words that one matter has all of",
    (status) => {
      expect(statusOf(explained, tone(status, 0.999), undefined)).toBeUndefined();
      expect(statusOf(halfExplained, tone(status, 0.999), undefined)?.status).toBe(status);
    },
  );

  it("of another country's papers needs a country that was named", () => {
    const foreign = tone("refused.other-country", 0.999);
    const named = { ...halfExplained, features: { ...halfExplained.features, names: ["#foreign"] } };
    expect(statusOf(halfExplained, foreign, undefined)).toBeUndefined();
    expect(statusOf(named, foreign, undefined)?.status).toBe("refused.other-country");
  });

  it("is not said of what has its whole name and little else", () => {
    expect(statusOf(called, tone("refused.no-such-procedure", 0.999), undefined)).toBeUndefined();
  });

  it("is said when all of an example is there, whatever else is", () => {
    const wholly = { ...explained, ...example };
    expect(statusOf(wholly, tone("refused.no-such-procedure", 0.999), undefined)?.status).toBe(
      "refused.no-such-procedure",
    );
  });

  it("has to be likely itself, not only something other than a matter", () => {
    const [likely, unlikely] = [0.65, 0.55].map((sure) => tone("refused.no-such-procedure", 0.999, sure));
    expect(statusOf(halfExplained, likely, undefined)?.status).toBe("refused.no-such-procedure");
    expect(statusOf(halfExplained, unlikely, undefined)).toBeUndefined();
  });

  it("is unlike other answers in this", () => {
    expect(statusOf(explained, tone("refused.off-topic", 0.999), undefined)?.status).toBe(
      "refused.off-topic",
    );
  });

  it("is said all the same when a cue decides", () => {
    expect(statusOf(explained, undefined, cue("refused.illegal", true))?.status).toBe("refused.illegal");
  });
});

describe("a grave answer", () => {
  it.each([
    "refused.privacy",
    "refused.injection",
    "refused.spam",
    "refused.abuse",
    "handoff.emergency",
  ] as const)("%s needs to be the clear reading", (status) => {
    expect(statusOf(nearExample, tone(status, 0.99, 0.49), undefined)?.status).toBe("unanswerable.no-match");
    expect(statusOf(nearExample, tone(status, 0.99, 0.5), undefined)?.status).toBe(status);
  });

  it("is unlike a friendly one in this", () => {
    expect(statusOf(nearExample, tone("smalltalk.thanks", 0.99, 0.2), undefined)?.status).toBe(
      "smalltalk.thanks",
    );
  });
});

describe("what speaks for and against", () => {
  it("is read in the order of the weights", () => {
    const values = statusValues(
      matched(0.3, [candidate(BIRTH, 1, { phrase: 0.2, name: 0.6, complete: 0.7 }, 0.4)], {
        example: { entry: 0, complete: 1, explains: 1 },
      }),
      tone("smalltalk.thanks", 0.5),
    );
    expect(values).toHaveLength(8);
    expect(values[0]).toBe(1);
    expect(values[1]).toBeCloseTo(0, 9);
    expect(values[2]).toBe(1);
    expect(values[3]).toBeCloseTo(1, 9);
    expect(values.slice(4)).toEqual([0.4, 0.6, 0.7, 0.3]);
  });

  it("is finite for a tone that is certain", () => {
    for (const intent of [0, 1])
      expect(statusValues(nothingMatched, tone("smalltalk.thanks", intent)).every(Number.isFinite)).toBe(
        true,
      );
  });

  it("grows with the tone", () => {
    const [, low = 0] = statusValues(nothingMatched, tone("smalltalk.thanks", 0.2));
    const [, high = 0] = statusValues(nothingMatched, tone("smalltalk.thanks", 0.8));
    expect(high).toBeGreaterThan(0);
    expect(low).toBeCloseTo(-high, 9);
  });
});
