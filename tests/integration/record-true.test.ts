import { beforeAll, describe, expect, it } from "vitest";
import type { AnswerContext } from "../../bot/answer/draft.ts";
import { vietnamDate } from "../../bot/base/index.ts";
import { expectedDate } from "../../bot/calendar/index.ts";
import { checkKnowledge, contentRules, readKnowledgeFiles, viewOf } from "../../bot/catalogue/index.ts";
import { type Guide, languages, type Procedure, type TimeLimit } from "../../bot/domain/index.ts";
import { END_OF_DISTRICTS } from "../../bot/places/index.ts";
import { answerFor, composingContext, everyPart } from "../support/all-answers.ts";
import { figuresIn, guideWords, limitWords, recordText, textsIn } from "../support/record-numbers.ts";

/** Sentences of ours whose number only counts what is left out; their pattern is made from the wording itself. */
const countingSentences = ["more-lines", "fee.more", "legal.more", "place.authorities-more"];

let ctx: AnswerContext;
let counting: readonly RegExp[];

beforeAll(() => {
  ctx = composingContext();
  counting = countingSentences.flatMap((name) => countPatterns(name));
}, 60_000);

describe("every figure in an answer stands in the cited record", () => {
  // Numbers, fees, dates, codes and links of all procedures, all parts and the card, in both languages.
  it.each(languages)("%s", { timeout: 120_000 }, (language) => {
    const faults: string[] = [];
    for (const procedure of ctx.knowledge.procedures.values()) {
      const allowed = allowedFor(procedure);
      const checked = new Set<string>();
      for (const facets of everyPart) {
        const { messages } = answerFor(ctx, { kind: "procedure", code: procedure.code, facets }, language);
        for (const line of messages.flatMap(({ text }) => text.split("\n"))) {
          if (checked.has(line)) continue;
          checked.add(line);
          const strange = strangeFigures(line, allowed);
          if (strange.length > 0) faults.push(`${procedure.code} ${facets.join()} ${strange.join(" | ")}`);
        }
      }
    }
    expect(faults.slice(0, 20)).toEqual([]);
  });
});

it("lets a guide name only numbers of its record", () => {
  const rule = contentRules.filter(({ name }) => name === "guide-numbers");
  expect(rule).toHaveLength(1);
  const knowledge = viewOf(readKnowledgeFiles("knowledge"));
  const { problems } = checkKnowledge(knowledge, rule, { today: vietnamDate(ctx.nowMs), questions: [] });
  expect(problems.filter((problem) => problem.rule === "guide-numbers")).toEqual([]);
});

interface Allowed {
  readonly figures: (figure: string) => boolean;
  readonly quotes: (words: string) => boolean;
  readonly links: ReadonlySet<string>;
  readonly fees: ReadonlySet<string>;
  readonly times: ReadonlySet<string>;
}

function allowedFor(procedure: Procedure): Allowed {
  const record = recordText(procedure);
  const { knowledge } = ctx;
  const limits = limitsOf(procedure.code);
  const ownText = ownWords(procedure.code, knowledge.guides.get(procedure.code), limits).join("\n");
  const own = new Set(figuresIn(ownText));
  const dates = new Set(countedDates(procedure));
  const times = [...procedure.channels.map(({ time }) => time), ...limits].flatMap((length) =>
    "quantity" in length ? [`${length.quantity} ${length.unit}`] : [],
  );
  const entered = knowledge.councilFees.filter(({ code }) => code === procedure.code);
  const fees = [
    ...procedure.channels.flatMap((channel) => channel.fees),
    ...entered.flatMap(({ channels }) => Object.values(channels).flat()),
  ].flatMap((fee) => (fee.kind === "amount" ? [`${fee.amount} ${fee.currency}`] : []));
  return {
    figures: (figure) => record.says(figure) || own.has(figure) || dates.has(figure),
    quotes: (words) => record.quotes(words) || ownText.includes(words),
    links: new Set([
      procedure.portalUrl,
      ...entered.map(({ resolution }) => resolution.url),
      ...knowledge.places.portals.map(({ url }) => url),
    ]),
    fees: new Set(fees),
    times: new Set(times),
  };
}

/** Words besides the record that may hold figures: the guide (checked below), the places, limits that a law sets. */
function ownWords(code: string, guide: Guide | undefined, limits: readonly TimeLimit[]): string[] {
  const changes = ctx.knowledge.places.jurisdictions.filter(({ procedures }) => procedures.includes(code));
  return [
    ...(guide ? guideWords(guide) : []),
    ...ctx.knowledge.councilFees.flatMap((entry) => (entry.code === code ? textsIn(entry) : [])),
    written(END_OF_DISTRICTS),
    ...changes.flatMap((change) => [...textsIn(change), change.source, written(change.from)]),
    ...limits.flatMap((limit) => [...limitWords(limit), limit.source]),
  ];
}

function limitsOf(code: string): TimeLimit[] {
  return ctx.knowledge.lifeEvents
    .flatMap(({ steps }) => steps)
    .flatMap((step) => (step.code === code && step.within ? [step.within] : []));
}

/** Today and the days on which a result is due, as the calendar counts them from the record's times. */
function countedDates({ channels }: Procedure): string[] {
  const today = vietnamDate(ctx.nowMs);
  const dues = channels.map(({ time }) => expectedDate(time, today, ctx.knowledge.holidays));
  return [today, ...dues.flatMap((due) => (due ? [due.date, due.receivedOn] : []))].map(written);
}

function written(day: string): string {
  return day.split("-").reverse().join("/");
}

const link = /https?:\/\/[^\s”()]*[^\s”().,;:]/g;
const listNumber = /^\d{1,2}\. /;
const fee = /(\d[\d.,]*) (đồng|đô la Mỹ|VND|USD)(?!\p{L})/gu;
const time =
  /(?<![\p{L}\p{N}/-])(\d+) (giờ|ngày làm việc|ngày|tháng|working days?|days?|hours?|months?)(?!\p{L}| \d)/gu;

function strangeFigures(text: string, allowed: Allowed): string[] {
  const links = text.match(link) ?? [];
  const shown = counting.reduce(
    (left, one) => left.replace(one, ""),
    text.replace(link, "").replace(listNumber, ""),
  );
  return [
    ...links.filter((url) => !allowed.links.has(url) && !allowed.quotes(url)),
    ...figuresIn(shown).filter((figure) => !allowed.figures(figure)),
    ...strangeFees(shown, allowed),
    ...strangeTimes(shown, allowed),
  ];
}

/** An amount with its currency is a row of the fee table, or quoted with its words. */
function strangeFees(text: string, { fees, quotes }: Allowed): string[] {
  return [...text.matchAll(fee)].flatMap(([words, amount = "", name]) => {
    const currency = name === "đồng" || name === "VND" ? "VND" : "USD";
    const plain = amount.replaceAll(".", "").replace(",", ".");
    return fees.has(`${plain} ${currency}`) || quotes(words) ? [] : [`fee ${words}`];
  });
}

/** A number of days is a time of the record or of a law in that unit, or quoted with its words. */
function strangeTimes(text: string, { times, quotes }: Allowed): string[] {
  return [...text.matchAll(time)].flatMap(([words, quantity = "", name = ""]) =>
    times.has(`${Number(quantity)} ${unitOf(name)}`) || quotes(words) ? [] : [`time ${words}`],
  );
}

function unitOf(name: string): string {
  const units: Readonly<Record<string, string>> = {
    giờ: "hour",
    ngày: "day",
    "ngày làm việc": "working-day",
    tháng: "month",
  };
  return units[name] ?? name.replace("working ", "working-").replace(/s$/, "");
}

function countPatterns(name: string): RegExp[] {
  const text = ctx.knowledge.replies[name];
  if (!text?.en) throw new Error(`no wording named ${name}`);
  return [text.vi, text.en].map((words) => {
    const around = words
      .split("{count}")
      .map((part) => part.replace(/.*\{[a-z]+\}/, "").replace(/\{[a-z]+\}.*/, ""));
    const [before = "", after = ""] = around.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    return new RegExp(`${before}\\d+${after}`, "gu");
  });
}
