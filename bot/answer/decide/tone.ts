import type { AnswerStatus } from "../../domain/index.ts";
import type { Word } from "../../text/index.ts";
import { base64Of, bytesIn, numbered } from "../packed.ts";

/** What the tone of a message says, before any procedure is looked for. */
export interface Tone {
  /** Chance, 0–1, that the message is no question about a procedure at all. */
  readonly intent: number;
  /** What it would then be. */
  readonly status: AnswerStatus;
  /** Chance, 0–1, of that among what it could then be. */
  readonly sure: number;
}

export type ToneReader = (words: readonly Word[]) => Tone | undefined;

/** A linear model over words and pairs of words: which class of message sounds like this. */
export interface ToneModel {
  /** The first is "a matter for a counter". */
  readonly classes: readonly string[];
  readonly features: ReadonlyMap<string, number>;
  /** Feature `f`, class `c`: `weights[f * classes.length + c]`. */
  readonly weights: Int8Array | Float32Array;
  /** What a weight is worth; single bytes take a quarter of the memory. */
  readonly scale: number;
  readonly bias: readonly number[];
}

/** The model as kept in `tone.json`, written by `npm run train`: names a line each, weights as base64 bytes times a scale. */
export interface PackedTone {
  readonly classes: readonly string[];
  readonly bias: readonly number[];
  readonly features: string;
  readonly scale: number;
  readonly weights: string;
}

/** Messages up to these many words are of one length; chat is short, stories are long. */
const LENGTHS = [2, 4, 8, 16, 40];

/** What the tone is read from. All words count, also those that say nothing of the matter: "dạ", "bot ơi", "giùm". */
export function toneFeatures(words: readonly Word[]): string[] {
  const names = new Set<string>();
  words.forEach(({ folded }, at) => {
    names.add(folded);
    names.add(`${words[at - 1]?.folded ?? "^"} ${folded}`);
  });
  names.add(`${words.at(-1)?.folded ?? "^"} $`);
  names.add(`#${LENGTHS.filter((length) => words.length > length).length}`);
  return [...names];
}

/** Chance of each class for a message with these features. `ids`: one at least. */
export function chancesOf(
  { weights, scale, bias }: { weights: ArrayLike<number>; scale: number; bias: ArrayLike<number> },
  ids: readonly number[],
): Float64Array {
  const sums = new Float64Array(bias.length);
  for (const id of ids)
    for (let c = 0; c < sums.length; c += 1)
      sums[c] = (sums[c] as number) + (weights[id * sums.length + c] as number);
  const worth = scale / Math.sqrt(ids.length);
  const parts = sums.map((sum, c) => Math.exp((bias[c] as number) + worth * sum));
  const total = parts.reduce((all, part) => all + part, 0);
  return parts.map((part) => part / total);
}

/** Reads with one model. Undefined when no word of the message is known. */
export function createToneReader(model: ToneModel): ToneReader {
  return (words) => {
    const ids = toneFeatures(words).flatMap((name) => model.features.get(name) ?? []);
    if (ids.length <= 1) return undefined;
    const [, ...others] = chancesOf(model, ids);
    const intent = others.reduce((total, chance) => total + chance, 0);
    const most = Math.max(...others);
    const status = model.classes[1 + others.indexOf(most)] as AnswerStatus;
    return { intent, status, sure: most / intent };
  };
}

export function unpackTone({ classes, bias, features, scale, weights }: PackedTone): ToneModel {
  return { classes, bias, features: numbered(features), weights: bytesIn(weights), scale };
}

export function packTone({ classes, bias, features, weights, scale: unit }: ToneModel): PackedTone {
  let most = 1e-6;
  for (const weight of weights) most = Math.max(most, Math.abs(weight));
  const scale = most / 127;
  const bytes = Int8Array.from(weights, (weight) => Math.round(weight / scale));
  return {
    classes,
    bias,
    features: [...features.keys()].join("\n"),
    scale: scale * unit,
    weights: base64Of(bytes),
  };
}
