import { LevenshteinDistance } from "natural/lib/natural/distance/index.js";
import { phraseKey } from "./phrases.ts";
import type { EvaluationQuestion } from "./rule.ts";

/** Alike from here on: one letter in ten differs. */
const SIMILAR = 0.9;
/** Shorter texts are names of things (`giấy khai sinh`); nobody owns those. */
const LEAST_WORDS = 4;
const GRAM = 3;

/** A text and the question it repeats. */
export interface NearDuplicate<T> {
  readonly item: T;
  readonly question: EvaluationQuestion;
}

interface Profile {
  readonly key: string;
  /** Groups of three letters, each once. */
  readonly grams: ReadonlySet<string>;
}

interface Known {
  readonly question: EvaluationQuestion;
  readonly profile: Profile;
}

/**
 * Finds texts that are, accents and punctuation aside, at least 90 % like a question: the first such
 * question for each text. Comparing letter by letter is slow, and so is following groups of letters that
 * stand everywhere; a question within reach must share one of the text's rarest groups, so only those are followed.
 */
export function nearDuplicates<T>(
  items: readonly T[],
  textOf: (item: T) => string,
  questions: readonly EvaluationQuestion[],
): NearDuplicate<T>[] {
  const known = questions
    .map((question): Known => ({ question, profile: profileOf(question.text) }))
    .filter(({ profile }) => isLong(profile));
  const byGram = new Map<string, Known[]>();
  for (const each of known) {
    for (const gram of each.profile.grams) {
      const list = byGram.get(gram);
      if (list) list.push(each);
      else byGram.set(gram, [each]);
    }
  }
  return items.flatMap((item) => {
    const profile = profileOf(textOf(item));
    if (!isLong(profile)) return [];
    const rarest = [...profile.grams]
      .map((gram) => byGram.get(gram) ?? [])
      .sort((a, b) => a.length - b.length)
      .slice(0, GRAM * editsAllowed(Math.ceil(profile.key.length / SIMILAR)) + 1);
    const near = first(rarest, (candidate) => alike(profile, candidate.profile));
    return near ? [{ item, question: near.question }] : [];
  });
}

/** Lists overlap; looking twice at one candidate is cheaper than keeping count. */
function first(lists: readonly (readonly Known[])[], fits: (candidate: Known) => boolean): Known | undefined {
  for (const list of lists) {
    const found = list.find(fits);
    if (found) return found;
  }
  return undefined;
}

function profileOf(text: string): Profile {
  const key = phraseKey(text);
  const grams = new Set<string>();
  for (let at = 0; at + GRAM <= key.length; at += 1) grams.add(key.slice(at, at + GRAM));
  return { key, grams };
}

function isLong({ key }: Profile): boolean {
  return key.split(" ").length >= LEAST_WORDS;
}

function editsAllowed(longest: number): number {
  return Math.floor(longest * (1 - SIMILAR) + 1e-9);
}

function alike(a: Profile, b: Profile): boolean {
  const edits = editsAllowed(Math.max(a.key.length, b.key.length));
  if (Math.abs(a.key.length - b.key.length) > edits) return false;
  return !lacksMoreThan(GRAM * edits, a, b) && LevenshteinDistance(a.key, b.key) <= edits;
}

/** One edit spoils at most three groups; more groups missing means more edits. */
function lacksMoreThan(allowed: number, a: Profile, b: Profile): boolean {
  let missing = 0;
  for (const gram of a.grams) {
    if (!b.grams.has(gram)) missing += 1;
    if (missing > allowed) return true;
  }
  return false;
}
