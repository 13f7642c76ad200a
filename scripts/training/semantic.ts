import { buildIndex } from "../../bot/answer/match/build-index.ts";
import { entriesOf } from "../../bot/answer/match/entries.ts";
import { featuresOf } from "../../bot/answer/match/features.ts";
import { semanticWeight } from "../../bot/answer/match/query-features.ts";
import { classOf, isSemantic, type SemanticModel } from "../../bot/answer/match/semantic.ts";
import type { Knowledge } from "../../bot/domain/index.ts";
import { normalise, wordsOf } from "../../bot/text/index.ts";
import type { Random } from "./random.ts";

const SIZE = 64;
const STEPS = 1_200_000;
/** Other classes a text is compared with at each step. */
const OTHERS = 400;
const RATE = 0.15;
/** Words taken out of a text at random, so that no single one is relied on. */
const DROPPED = 0.5;
/** How often two texts of one class are read as one longer message. */
const JOINED = 0.25;
/** A feature seen in fewer texts teaches nothing that carries over. */
const SEEN_IN = 3;

interface Lesson {
  readonly class: number;
  readonly ids: readonly number[];
  readonly weights: readonly number[];
}

/**
 * Learns the points by telling each text's class from others (softmax over a sample, AdaGrad). A class with many texts
 * comes up more often, but less than its texts would have it: rare procedures must not drown.
 */
export function learnSemantics(
  knowledge: Knowledge,
  random: Random,
  onProgress: (done: number, total: number) => void,
): SemanticModel {
  const { features, classes, lessonsOf, times } = lessonsFrom(knowledge);
  const learner = startLearner(features.size, classes.size, random);
  const turns = lessonsOf.flatMap((lessons, at) =>
    Array<number>(Math.round((times[at] ?? 1) * Math.sqrt(lessons.length))).fill(at),
  );
  for (let step = 0; step < STEPS; step += 1) {
    const lessons = lessonsOf[pick(turns, random)] as readonly Lesson[];
    const lesson = pick(lessons, random);
    const other = random() < JOINED ? pick(lessons, random) : undefined;
    study(learner, other ? joined(lesson, other) : lesson, RATE * (1 - step / STEPS) + 0.01, random);
    if (step % 1000 === 0) onProgress(step, STEPS);
  }
  return {
    size: SIZE,
    features,
    classes,
    featurePoints: { values: learner.featurePoints, scale: 1 },
    classPoints: { values: learner.classPoints, scale: 1 },
  };
}

function lessonsFrom(knowledge: Knowledge) {
  const { concepts, fillers } = knowledge.vocabulary;
  const entries = entriesOf(knowledge);
  const index = buildIndex(entries, concepts, fillers);
  const features = new Map<string, number>();
  const classes = new Map<string, number>();
  const texts = new Uint32Array(index.featureIds.size);
  for (const id of index.featuresOf.values) texts[id] = (texts[id] ?? 0) + 1;
  for (const [name, id] of index.featureIds.entries())
    if (isSemantic(name) && (texts[id] ?? 0) >= SEEN_IN) features.set(name, features.size);
  const lessonsOf: Lesson[][] = [];
  const times: number[] = [];
  entries.slice(0, index.matters).forEach(({ target, texts, prior }) => {
    const [commune, , citizens, core] = prior;
    const number = classes.size;
    classes.set(classOf(target), number);
    times.push(core ? 3 : commune && citizens ? 2 : 1);
    lessonsOf.push(
      texts.map(({ text }) => {
        const known = featuresOf(wordsOf(normalise(text), 40), index.concepts, index.fillers).flatMap(
          ({ name: feature, weight }) => {
            const id = features.get(feature);
            const rarity = index.rarity[index.featureIds.get(feature) ?? -1] ?? 0;
            return id === undefined ? [] : [{ id, weight: semanticWeight(weight, rarity) }];
          },
        );
        return { class: number, ids: known.map(({ id }) => id), weights: known.map(({ weight }) => weight) };
      }),
    );
  });
  return { features, classes, lessonsOf, times };
}

interface Learner {
  readonly featurePoints: Float32Array;
  readonly classPoints: Float32Array;
  /** Sums of squared slopes, for AdaGrad. */
  readonly featureSlopes: Float32Array;
  readonly classSlopes: Float32Array;
  readonly classes: number;
}

function startLearner(features: number, classes: number, random: Random): Learner {
  const scattered = (rows: number, width: number) =>
    new Float32Array(rows * SIZE).map(() => (random() - 0.5) * width);
  return {
    featurePoints: scattered(features, 0.3),
    classPoints: scattered(classes, 0.1),
    featureSlopes: new Float32Array(features * SIZE).fill(0.1),
    classSlopes: new Float32Array(classes * SIZE).fill(0.1),
    classes,
  };
}

/** One step: move the text's features towards its class and away from the sampled others. */
function study(learner: Learner, lesson: Lesson, rate: number, random: Random): void {
  const kept = lesson.ids.flatMap((id, at) =>
    random() > DROPPED ? [{ id, weight: lesson.weights[at] ?? 0 }] : [],
  );
  if (kept.length === 0) return;
  const length = Math.sqrt(kept.reduce((sum, { weight }) => sum + weight * weight, 0)) || 1;
  const point = new Float32Array(SIZE);
  for (const { id, weight } of kept) {
    for (let at = 0; at < SIZE; at += 1)
      point[at] =
        (point[at] as number) + (weight / length) * (learner.featurePoints[id * SIZE + at] as number);
  }
  const back = pullClasses(learner, point, sampleOf(lesson.class, learner.classes, random), rate);
  for (const { id, weight } of kept) {
    for (let at = 0; at < SIZE; at += 1) {
      const slope = ((back[at] as number) * weight) / length;
      move(learner.featurePoints, learner.featureSlopes, id * SIZE + at, slope, rate);
    }
  }
}

/** A class and others to tell it from. */
function sampleOf(one: number, classes: number, random: Random): Int32Array {
  const sample = new Int32Array(OTHERS + 1).map(() => Math.floor(random() * classes));
  sample[0] = one;
  return sample;
}

/** Moves the first class towards the point and the others away from it; gives the way the point itself should go back. */
function pullClasses(learner: Learner, point: Float32Array, sample: Int32Array, rate: number): Float32Array {
  const { classPoints, classSlopes } = learner;
  const parts = Float64Array.from(sample, (one) => dot(point, classPoints, one * SIZE));
  const top = Math.max(...parts);
  let sum = 0;
  for (let slot = 0; slot < parts.length; slot += 1)
    sum += parts[slot] = Math.exp((parts[slot] as number) - top);
  const back = new Float32Array(SIZE);
  for (let slot = 0; slot < sample.length; slot += 1) {
    const pull = (parts[slot] as number) / sum - (slot === 0 ? 1 : 0);
    if (Math.abs(pull) < 1e-4 || (slot > 0 && sample[slot] === sample[0])) continue;
    const from = (sample[slot] as number) * SIZE;
    for (let at = 0; at < SIZE; at += 1) {
      back[at] = (back[at] as number) + pull * (classPoints[from + at] as number);
      move(classPoints, classSlopes, from + at, pull * (point[at] as number), rate);
    }
  }
  return back;
}

function move(points: Float32Array, slopes: Float32Array, at: number, slope: number, rate: number): void {
  slopes[at] = (slopes[at] as number) + slope * slope;
  points[at] = (points[at] as number) - (rate * slope) / Math.sqrt(slopes[at] as number);
}

function dot(point: Float32Array, points: Float32Array, from: number): number {
  let sum = 0;
  for (let at = 0; at < SIZE; at += 1) sum += (point[at] as number) * (points[from + at] as number);
  return sum;
}

function joined(a: Lesson, b: Lesson): Lesson {
  return { class: a.class, ids: [...a.ids, ...b.ids], weights: [...a.weights, ...b.weights] };
}

function pick<T>(from: readonly T[], random: Random): T {
  return from[Math.floor(random() * from.length)] as T;
}
