import { beforeAll, describe, expect, it } from "vitest";
import type { AnswerContext } from "../../bot/answer/draft.ts";
import { answerQuestion, readPayload } from "../../bot/answer/index.ts";
import {
  type Answer,
  answerStatuses,
  emptyState,
  type Facet,
  facets,
  type Guide,
  type Language,
  languages,
  type ReplyButton,
} from "../../bot/domain/index.ts";
import { answerFor, everyCase, everyPart, shippedContext } from "../support/all-answers.ts";

let ctx: AnswerContext;
const payloads = new Set<string>();

beforeAll(() => {
  ctx = shippedContext();
}, 60_000);

describe.each(languages)("in %s", (language) => {
  it("every part of every procedure reads well", { timeout: 120_000 }, () => {
    const faults: string[] = [];
    for (const code of ctx.knowledge.procedures.keys()) {
      for (const asked of everyPart) {
        const answer = answerFor(ctx, { kind: "procedure", code, facets: asked }, language);
        faults.push(...faultsOf(answer, language).map((fault) => `${code} ${asked.join()} ${fault}`));
      }
    }
    expect(faults.slice(0, 20)).toEqual([]);
  });

  it("every case of every guide reads well", { timeout: 120_000 }, () => {
    const faults: string[] = [];
    for (const { code, asked, decided, answer } of caseAnswers(language)) {
      const where = `${code} ${asked.join()} ${JSON.stringify(decided)}`;
      faults.push(...faultsOf(answer, language).map((fault) => `${where} ${fault}`));
    }
    expect(faults.slice(0, 20)).toEqual([]);
  });

  it("every topic, life event and status reads well", () => {
    const { topics, lifeEvents } = ctx.knowledge;
    const answers = [
      ...topics.map(({ codes, question }) =>
        answerFor(ctx, { kind: "choose", codes, question, facets: [] }, language),
      ),
      ...lifeEvents.map(({ id }) => answerFor(ctx, { kind: "life-event", id }, language)),
      ...answerStatuses
        .filter((status) => !status.startsWith("answered.") || status === "answered.office")
        .map((status) => answerFor(ctx, { kind: "status", status }, language)),
    ];
    const faults = answers.flatMap((answer) =>
      textFaults(answer).map((fault) => `${answer.procedures[0]?.code ?? answer.status} ${fault}`),
    );
    expect(faults).toEqual([]);
  });
});

describe("buttons", () => {
  it("carry payloads that can be read and lead to what the knowledge holds", () => {
    expect(payloads.size).toBeGreaterThan(ctx.knowledge.procedures.size * facets.length * 0.5);
    expect([...payloads].filter((payload) => !isKnown(payload))).toEqual([]);
  });

  it("give an answer when they are tapped", { timeout: 60_000 }, () => {
    const cases = [...payloads].filter((payload) => readPayload(payload)?.kind === "case");
    const others = [...payloads].filter((payload) => readPayload(payload)?.kind !== "case");
    const tapped = [...cases, ...others.filter((_, at) => at % 20 === 0)];
    const statuses = tapped.map((text) => {
      const { answer } = answerQuestion({ text, state: emptyState }, ctx);
      return answer.status.startsWith("answered.") || answer.status === "handoff.person" ? "" : text;
    });
    expect(statuses.filter(Boolean)).toEqual([]);
  });
});

function* caseAnswers(language: Language) {
  for (const guide of ctx.knowledge.guides.values()) {
    for (const decided of casesOf(guide)) {
      for (const asked of everyPart) {
        const decision = { kind: "procedure", code: guide.code, facets: asked } as const;
        yield { code: guide.code, asked, decided, answer: answerFor(ctx, decision, language, decided) };
      }
    }
  }
}

/** Undecided answers are all in the first test. */
function casesOf(guide: Guide) {
  return everyCase(guide).filter((decided) => Object.keys(decided).length > 0);
}

/** Limits of length and number are checked as the answer is made; this is about what a person sees. */
function faultsOf(answer: Answer, language: Language): string[] {
  const source = language === "vi" ? "Nguồn: " : "Source: ";
  const about = answer.state.asked ? answer.messages.slice(0, -1) : answer.messages;
  const lines = about.at(-1)?.text.split("\n") ?? [];
  return [
    ...textFaults(answer),
    ...(lines.at(-1)?.startsWith(source) ? [] : ["the source is not the last line"]),
    ...(lines.filter((line) => line.startsWith(source)).length === 1 ? [] : ["more than one source"]),
  ];
}

const marks: readonly (readonly [string, RegExp])[] = [
  ["a value that is not there", /undefined|\bnull\b|\[object|NaN/],
  ["an unfilled place", /\{[a-zA-Z]+\}/],
  ["two spaces", /\S {2}|[ \t]$/m],
  ["empty quotation or brackets", /“\s*”|\(\s*\)/],
  ["a label without a value", /: *\.|(?:^|\n)(?:• ?|[^\n]*[:–] )(?:\n|$)/],
  ["a heading with nothing under it", /:\n(?:\n|$)/],
  ["three line breaks", /\n{3}/],
  ["a comma before a full stop or quotation mark", /[,;]\s*[.”]/],
];

function textFaults({ messages }: Answer): string[] {
  return messages.flatMap(({ text, buttons }) => [
    ...marks.flatMap(([fault, pattern]) => {
      const found = pattern.exec(text);
      return found ? [`${fault}: …${text.slice(Math.max(0, found.index - 30), found.index + 30)}…`] : [];
    }),
    ...(text === text.normalize("NFC") && text === text.trim()
      ? []
      : ["text is not composed or not trimmed"]),
    ...buttons.flatMap(buttonFaults),
  ]);
}

function buttonFaults({ title, action }: ReplyButton): string[] {
  if (action.kind === "say") payloads.add(action.payload);
  const payload = action.kind === "say" ? action.payload : "";
  return [
    ...(title.trim() === "" || title !== title.normalize("NFC") ? [`a bad title “${title}”`] : []),
    ...([...payload].length > 1000 ? ["a payload too long"] : []),
  ];
}

function isKnown(text: string): boolean {
  const payload = readPayload(text);
  switch (payload?.kind) {
    case "procedure":
      return ctx.knowledge.procedures.has(payload.code) && isFacet(text, payload.facet);
    case "case": {
      const cases = ctx.knowledge.guides.get(payload.code)?.cases ?? [];
      const question = cases.find(({ id }) => id === payload.question);
      return question?.options.some(({ id }) => id === payload.option) ?? false;
    }
    case "life-event":
      return ctx.knowledge.lifeEvents.some(({ id }) => id === payload.id);
    case "person":
    case "none-of-these":
      return true;
    case undefined:
      return false;
  }
}

/** A facet that was written must have been read back. */
function isFacet(text: string, facet: Facet | undefined): boolean {
  return facet ? text.endsWith(`:${facet}`) : text.split(":").length === 3;
}
