import { chancesOf, type ToneModel, toneFeatures } from "../../bot/answer/decide/tone.ts";
import type { Word } from "../../bot/text/index.ts";
import type { Random } from "./random.ts";

/** A message with what it is: a status of another intent, or `MATTER`. */
export interface ToneLesson {
  readonly words: readonly Word[];
  readonly is: string;
}

/** Something that a procedure answers. */
export const MATTER = "matter";

const STEPS = 300_000;
const RATE = 0.5;
/** How often a step looks at a matter; else at one of the others, rare kinds nearly as often as common ones. */
const MATTERS = 0.5;
const DECAY = 1e-5;
/** Words taken out of a message at random, so that no single one is relied on. */
const DROPPED = 0.4;
/** A feature seen in fewer messages is left out. */
const SEEN_IN = 2;

/** Learns how messages of each kind sound: softmax regression (AdaGrad) over words and pairs of words. */
export function learnTone(lessons: readonly ToneLesson[], random: Random): ToneModel {
  const classes = [MATTER, ...new Set(lessons.map(({ is }) => is).filter((is) => is !== MATTER))];
  const size = classes.length;
  const features = featuresSeen(lessons);
  const rows = lessons.map(({ words, is }) => ({
    ids: toneFeatures(words).flatMap((name) => features.get(name) ?? []),
    label: classes.indexOf(is),
  }));
  const byClass = classes.map((_, label) => rows.filter((row) => row.label === label));
  const weights = new Float32Array(features.size * size);
  const slopes = new Float32Array(features.size * size).fill(0.1);
  const bias = new Float32Array(size);
  const shares = byClass.slice(1).map((some) => Math.sqrt(some.length));
  const pickClass = () => (random() < MATTERS ? 0 : 1 + drawn(shares, random));
  for (let step = 0; step < STEPS; step += 1) {
    const some = byClass[pickClass()] ?? [];
    const row = some[Math.floor(random() * some.length)];
    if (!row) continue;
    const ids = row.ids.filter(() => random() > DROPPED);
    if (ids.length === 0) continue;
    const scale = 1 / Math.sqrt(ids.length);
    const rate = RATE * (1 - step / STEPS) + 0.01;
    const chances = chancesOf({ weights, scale: 1, bias }, ids);
    for (let c = 0; c < size; c += 1) {
      const pull = (chances[c] as number) - (c === row.label ? 1 : 0);
      bias[c] = (bias[c] as number) - 0.01 * rate * pull;
      for (const id of ids) {
        const at = id * size + c;
        const slope = pull * scale + DECAY * (weights[at] as number);
        slopes[at] = (slopes[at] as number) + slope * slope;
        weights[at] = (weights[at] as number) - (rate * slope) / Math.sqrt(slopes[at] as number);
      }
    }
  }
  return { classes, features, weights, scale: 1, bias: [...bias] };
}

function featuresSeen(lessons: readonly ToneLesson[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { words } of lessons)
    for (const name of toneFeatures(words)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= SEEN_IN).map(([name]) => name);
  return new Map(kept.map((name, at) => [name, at]));
}

/** A position, as often as its share says. */
function drawn(shares: readonly number[], random: Random): number {
  let left = random() * shares.reduce((sum, share) => sum + share, 0);
  return Math.max(
    0,
    shares.findIndex((share) => {
      left -= share;
      return left <= 0;
    }),
  );
}
