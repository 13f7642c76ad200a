import { createIntentReader } from "../../bot/answer/decide/intent-reader.ts";
import { statusValues } from "../../bot/answer/decide/status.ts";
import type { MatchIndex } from "../../bot/answer/match/build-index.ts";
import type { Matcher } from "../../bot/answer/match/matcher.ts";
import { createUnderstanding } from "../../bot/answer/understand/understanding.ts";
import type { Knowledge } from "../../bot/domain/index.ts";
import { asked, type Random } from "./examples.ts";

interface Row {
  readonly values: readonly number[];
  /** 1 for something other than a matter for a counter. */
  readonly other: 0 | 1;
}

/** One of so many questions about a matter may be taken for something else. */
const MISTAKEN = 0.06;
const ROUNDS = 30;
/** Questions about matters taken for each example of the others. */
const MATTERS_EACH = 2;

/**
 * Finds what tells small talk, complaints and what is off topic from a matter for a counter: logistic regression over
 * examples and phrases that the readers were not taught. `may` tells which phrases the semantic model never saw.
 */
export function fitStatus(
  knowledge: Knowledge,
  matcher: Matcher,
  may: (entry: number, text: number) => boolean,
  random: Random,
): number[] {
  const rows = rowsOf(knowledge, matcher, may, random);
  const weights = rows[0]?.values.map(() => 0) ?? [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let turn = 0; turn < rows.length; turn += 1) {
      const row = rows[Math.floor(random() * rows.length)];
      if (!row) continue;
      const error = 1 / (1 + Math.exp(-score(row, weights))) - row.other;
      row.values.forEach((value, at) => {
        weights[at] = (weights[at] ?? 0) - (0.03 / (1 + 0.3 * round)) * error * value;
      });
    }
  }
  const matters = rows.filter(({ other }) => other === 0).map((row) => score(row, weights));
  matters.sort((a, b) => b - a);
  weights[0] = (weights[0] ?? 0) - (matters[Math.floor(MISTAKEN * matters.length)] ?? 0);
  return weights;
}

/** Examples and phrases as values, each read without having been taught. */
function rowsOf(
  knowledge: Knowledge,
  matcher: Matcher,
  may: (entry: number, text: number) => boolean,
  random: Random,
): Row[] {
  const { index } = matcher;
  const understanding = createUnderstanding(knowledge.vocabulary, index.known);
  const readers = [0, 1].map((half) => createIntentReader(index, (unit) => unit % 2 !== half));
  return chosenUnits(index, may, random).flatMap(({ entry, text, unit }): Row[] => {
    const words = index.entries[entry]?.texts[text]?.text ?? "";
    const other = entry >= index.matters;
    const query = understanding.read(asked(words, words, true, random), {});
    const matched = matcher.match(query, unit);
    const tone = readers[unit % 2]?.(matched.features);
    return tone ? [{ values: statusValues(matched, tone), other: other ? 1 : 0 }] : [];
  });
}

function chosenUnits(index: MatchIndex, may: (entry: number, text: number) => boolean, random: Random) {
  const all = index.entries.flatMap(({ texts, prior }, entry) =>
    texts.flatMap(({ kind }, text) => {
      const usual = prior[0] === 1 && prior[2] === 1;
      return kind !== "purpose" && (entry >= index.matters || may(entry, text))
        ? [{ entry, text, unit: (index.firstUnit[entry] ?? 0) + text, usual: usual || prior[4] === 1 }]
        : [];
    }),
  );
  const others = all.filter(({ entry }) => entry >= index.matters);
  const matters = all.filter(({ entry, usual }) => entry < index.matters && usual);
  const share = (MATTERS_EACH * others.length) / matters.length;
  return [...others, ...matters.filter(() => random() < share)];
}

function score({ values }: Row, weights: readonly number[]): number {
  return values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);
}
