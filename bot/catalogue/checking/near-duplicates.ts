import { LevenshteinDistance } from "natural/lib/natural/distance/index.js";
import { phraseKey } from "./phrases.ts";
import type { EvaluationQuestion } from "./rule.ts";

/** Alike from here on: one letter in ten differs. */
const SIMILAR = 0.9;
/** Shorter texts are names of things (`đăng ký tạm trú`); nobody owns those. */
const LEAST_WORDS = 4;
const GRAM = 3;

export interface NearDuplicate<T> {
  readonly item: T;
  readonly question: EvaluationQuestion;
}

interface Profile {
  readonly key: string;
  /** Groups of three letters, each once. */
  readonly grams: ReadonlySet<string>;
  /** How many groups of the key are repeats of an earlier one. */
  readonly repeats: number;
}

/**
 * Finds texts that are, accents and punctuation aside, at least 90 % like a question: the first such
 * question for each text. Comparing letter by letter is slow, so only questions that share enough groups of
 * three letters are compared.
 */
export function nearDuplicates<T>(
  items: readonly T[],
  textOf: (item: T) => string,
  questions: readonly EvaluationQuestion[],
): NearDuplicate<T>[] {
  const known = questions
    .map((question) => ({ question, profile: profileOf(question.text) }))
    .filter(({ profile }) => isLong(profile));
  const byGram = new Map<string, number[]>();
  for (const [index, { profile }] of known.entries()) {
    for (const gram of profile.grams) {
      const list = byGram.get(gram);
      if (list) list.push(index);
      else byGram.set(gram, [index]);
    }
  }
  return items.flatMap((item) => {
    const profile = profileOf(textOf(item));
    if (!isLong(profile)) return [];
    const shared = new Map<number, number>();
    for (const gram of profile.grams) {
      for (const index of byGram.get(gram) ?? []) shared.set(index, (shared.get(index) ?? 0) + 1);
    }
    for (const [index, count] of shared) {
      const other = known[index];
      if (other && count >= leastShared(profile, other.profile) && alike(profile.key, other.profile.key)) {
        return [{ item, question: other.question }];
      }
    }
    return [];
  });
}

function profileOf(text: string): Profile {
  const key = phraseKey(text);
  const grams = new Set<string>();
  for (let at = 0; at + GRAM <= key.length; at += 1) grams.add(key.slice(at, at + GRAM));
  return { key, grams, repeats: Math.max(0, key.length - GRAM + 1) - grams.size };
}

function isLong({ key }: Profile): boolean {
  return key.split(" ").length >= LEAST_WORDS;
}

/** One edit spoils at most three groups, so texts within reach of each other share at least this many. */
function leastShared(a: Profile, b: Profile): number {
  const longest = Math.max(a.key.length, b.key.length);
  return longest - GRAM + 1 - GRAM * editsAllowed(longest) - Math.min(a.repeats, b.repeats);
}

function editsAllowed(longest: number): number {
  return Math.floor(longest * (1 - SIMILAR) + 1e-9);
}

function alike(a: string, b: string): boolean {
  const allowed = editsAllowed(Math.max(a.length, b.length));
  return Math.abs(a.length - b.length) <= allowed && LevenshteinDistance(a, b) <= allowed;
}
