import { base64Of, bytesIn, numbered } from "../packed.ts";
import type { EntryTarget } from "./entries.ts";
import { isMark } from "./features.ts";

/**
 * A small learned model of which words go together: every feature and every class (a procedure, an intent)
 * is a point, and a text is near the classes whose people talk like it. It lets "đập bỏ xây lại" find a
 * building permit although no phrase says so. `npm run train` makes it from the knowledge's own texts.
 */
export interface SemanticModel {
  /** Numbers in a point. */
  readonly size: number;
  readonly features: ReadonlyMap<string, number>;
  readonly featurePoints: Points;
  readonly classes: ReadonlyMap<string, number>;
  readonly classPoints: Points;
}

/** One point after another; each number times the scale. Kept as single bytes, which takes a quarter of the memory. */
export interface Points {
  readonly values: Int8Array | Float32Array;
  readonly scale: number;
}

/** The model as kept in `vectors.json`: names a line each, points as base64 bytes times a scale. */
export interface PackedModel {
  readonly size: number;
  readonly features: string;
  readonly featureScale: number;
  readonly featurePoints: string;
  readonly classes: string;
  readonly classScale: number;
  readonly classPoints: string;
}

/** A feature by its number in the model, -1 when it has none, with what it is worth; the same numbers must be used in training and in answering. */
export interface SemanticFeature {
  readonly id: number;
  readonly weight: number;
}

/** What a target is called in the model. */
export function classOf(target: EntryTarget): string {
  switch (target.kind) {
    case "procedure":
      return target.code;
    case "intent":
      return target.status;
    case "life-event":
      return `life-event ${target.id}`;
    case "topic":
      return `topic ${target.topic}`;
  }
}

/** Marks of single letters are left out: people who type them and people who do not must land in one place. */
export function isSemantic(name: string): boolean {
  return !isMark(name);
}

/** The middle of a text's features, of length 1 when features pull the same way. All zero when none is known. */
export function pointOf(model: SemanticModel, features: readonly SemanticFeature[]): Float32Array {
  const { size } = model;
  const { values, scale } = model.featurePoints;
  const point = new Float32Array(size);
  let squares = 0;
  for (const { id, weight } of features) {
    if (id < 0) continue;
    for (let at = 0; at < size; at += 1) {
      point[at] = (point[at] as number) + weight * (values[id * size + at] as number);
    }
    squares += weight * weight;
  }
  const shrink = scale / (Math.sqrt(squares) || 1);
  for (let at = 0; at < size; at += 1) point[at] = (point[at] as number) * shrink;
  return point;
}

/**
 * How far a text's point and a class's point pull the same way; only differences mean anything. Four sums side
 * by side, because each addition would wait for the one before. `size` is a multiple of 4.
 */
export function alignment({ size, classPoints }: SemanticModel, point: Float32Array, one: number): number {
  const { values, scale } = classPoints;
  const from = one * size;
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let at = 0; at < size; at += 4) {
    a += (point[at] as number) * (values[from + at] as number);
    b += (point[at + 1] as number) * (values[from + at + 1] as number);
    c += (point[at + 2] as number) * (values[from + at + 2] as number);
    d += (point[at + 3] as number) * (values[from + at + 3] as number);
  }
  return scale * (a + b + c + d);
}

export function unpackModel(packed: PackedModel): SemanticModel {
  return {
    size: packed.size,
    features: numbered(packed.features),
    featurePoints: { values: bytesIn(packed.featurePoints), scale: packed.featureScale },
    classes: numbered(packed.classes),
    classPoints: { values: bytesIn(packed.classPoints), scale: packed.classScale },
  };
}

export function packModel(model: SemanticModel): PackedModel {
  const features = bytesFrom(model.featurePoints);
  const classes = bytesFrom(model.classPoints);
  return {
    size: model.size,
    features: [...model.features.keys()].join("\n"),
    featureScale: features.scale,
    featurePoints: features.bytes,
    classes: [...model.classes.keys()].join("\n"),
    classScale: classes.scale,
    classPoints: classes.bytes,
  };
}

/** A thousandth of the values is cut off, so that a few large ones do not cost all others their precision. */
function bytesFrom({ values: points, scale: unit }: Points): { scale: number; bytes: string } {
  const sizes = Float32Array.from(points, Math.abs).sort();
  const scale = (sizes[Math.floor(0.999 * (sizes.length - 1))] ?? 1) / 127 || 1;
  const bytes = Int8Array.from(points, (value) => Math.max(-127, Math.min(127, Math.round(value / scale))));
  return { scale: scale * unit, bytes: base64Of(bytes) };
}
