import { statusValues } from "../../bot/answer/decide/status.ts";
import { createToneReader } from "../../bot/answer/decide/tone.ts";
import type { Matcher } from "../../bot/answer/match/matcher.ts";
import { createUnderstanding } from "../../bot/answer/understand/understanding.ts";
import { emptyState, type Knowledge } from "../../bot/domain/index.ts";
import { foldAccents } from "../../bot/text/index.ts";
import type { Item } from "../evaluation/items.ts";
import { messageReader } from "./examples.ts";
import type { OtherMessage, PracticeMessages } from "./messages.ts";
import type { Random } from "./random.ts";
import { learnTone, MATTER, type ToneLesson } from "./tone.ts";

interface Row {
  readonly values: readonly number[];
  /** 1 for something other than a matter for a counter. */
  readonly other: 0 | 1;
}

/** This share of practice messages about matters may be taken for something else. */
const MISTAKEN = 0.015;
const ROUNDS = 40;
/** Practice messages are read by a tone reader that was taught the other parts only. */
const PARTS = 4;

interface ToneLessons {
  /** In the order of matters, open messages and others. */
  readonly practice: readonly ToneLesson[];
  readonly rest: readonly ToneLesson[];
}

/** Situations are Vietnamese with marks, or English. */
const isEnglish = (text: string) => foldAccents(text) === text;

/** Everything the tone is learnt from: practice messages, examples of other intents, phrases of the main guides. */
export function toneLessons(
  knowledge: Knowledge,
  matcher: Matcher,
  { matters, open, others }: PracticeMessages,
  called: readonly Item[],
): ToneLessons {
  const understanding = createUnderstanding(knowledge.vocabulary, matcher.index.known);
  const lesson = (text: string, is: string) => ({ words: understanding.read(text, emptyState).words, is });
  const main = [...knowledge.guides.values()].filter(({ steps }) => steps !== undefined);
  return {
    practice: [
      ...[...matters, ...open].map(({ text }) => lesson(text, MATTER)),
      ...others.map(({ text, status }) => lesson(text, status)),
    ],
    rest: [
      ...knowledge.vocabulary.intents.flatMap(({ status, examples }) =>
        examples.map((example) => lesson(example, status)),
      ),
      ...main.flatMap(({ phrases }) => phrases.map((phrase) => lesson(phrase, MATTER))),
      // "giấy chứng nhận", "cấp phép" stand in jests too; by themselves they are none.
      ...[...knowledge.procedures.values()].map(({ name }) => lesson(name, MATTER)),
      ...called.map(({ text }) => lesson(text, MATTER)),
      // Few practice messages are English, and most of those that are no matter sound foreign.
      ...[...knowledge.guides.values()].flatMap(({ phrasesEn = [], situations = [] }) =>
        [...phrasesEn, ...situations.filter(isEnglish)].map((text) => lesson(text, MATTER)),
      ),
    ],
  };
}

/**
 * Finds what tells small talk, complaints and what is off topic from a matter for a counter: logistic regression over
 * practice messages of both sorts, each read by a tone reader that was not taught it.
 */
export function fitStatus(
  knowledge: Knowledge,
  matcher: Matcher,
  messages: PracticeMessages,
  { practice, rest }: ToneLessons,
  random: Random,
): number[] {
  const read = messageReader(knowledge, matcher.index);
  const all: readonly (Item | OtherMessage)[] = [...messages.matters, ...messages.open, ...messages.others];
  const rows = Array.from({ length: PARTS }, (_, part) => {
    const others = practice.filter((_, at) => at % PARTS !== part);
    const tone = createToneReader(learnTone([...rest, ...others], random));
    return practice.flatMap(({ words, is }, at): Row[] => {
      const heard = at % PARTS === part ? tone(words) : undefined;
      if (!heard) return [];
      const matched = matcher.match(read(all[at]?.text ?? ""));
      return [{ values: statusValues(matched, heard), other: is === MATTER ? 0 : 1 }];
    });
  }).flat();
  return fitted(rows, random);
}

function fitted(rows: readonly Row[], random: Random): number[] {
  const sides = [0, 1].map((other) => rows.filter((row) => row.other === other));
  const weights = rows[0]?.values.map(() => 0) ?? [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let turn = 0; turn < rows.length; turn += 1) {
      // Both sorts are shown equally often, however many there are of each.
      const side = sides[turn % 2] ?? [];
      const row = side[Math.floor(random() * side.length)];
      if (!row) continue;
      const error = 1 / (1 + Math.exp(-score(row, weights))) - row.other;
      row.values.forEach((value, at) => {
        weights[at] = (weights[at] ?? 0) - (0.03 / (1 + 0.3 * round)) * error * value;
      });
    }
  }
  const [matters = [], others = []] = sides.map((side) =>
    side.map((row) => score(row, weights)).sort((a, b) => b - a),
  );
  const least = matters[Math.floor(MISTAKEN * matters.length)] ?? 0;
  const caught = others.filter((one) => one > least).length / others.length;
  console.log(`  other intents told from matters, unseen: ${(100 * caught).toFixed(1)} %`);
  weights[0] = (weights[0] ?? 0) - least;
  return weights;
}

function score({ values }: Row, weights: readonly number[]): number {
  return values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);
}
