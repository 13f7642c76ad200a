import type { Rows } from "../match/build-index.ts";

/** Weights that turn weighted features into one chance for each class. Feature `f`, class `c`: `weights[f * classes + c]`. */
export interface Softmax {
  readonly classes: number;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

export interface SoftmaxExample {
  /** Row of the features. */
  readonly row: number;
  readonly label: number;
}

const EPOCHS = 4;
const RATE = 0.5;
/** A step that visits every example once and no two neighbours in a row; prime, so that it suits any number. */
const STRIDE = 7919;

/** Learns by softmax regression (AdaGrad). Deterministic: the same rows give the same weights. `features`: how many there are. */
export function trainSoftmax(
  rows: Rows,
  examples: readonly SoftmaxExample[],
  features: number,
  classes: number,
): Softmax {
  const model = { classes, weights: new Float32Array(features * classes), bias: new Float32Array(classes) };
  const squares = new Float32Array(features * classes).fill(1e-6);
  const chances = new Float64Array(classes);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    const rate = RATE / (1 + 0.3 * epoch);
    for (let turn = 0; turn < examples.length; turn += 1) {
      const example = examples[(turn * STRIDE + epoch) % examples.length];
      if (example) learn(model, squares, rows, example, rate, chances);
    }
  }
  return model;
}

function learn(
  model: Softmax,
  squares: Float32Array,
  { starts, values, weights }: Rows,
  { row, label }: SoftmaxExample,
  rate: number,
  chances: Float64Array,
): void {
  const { classes } = model;
  const from = starts[row] ?? 0;
  const to = starts[row + 1] ?? from;
  const ids = values.subarray(from, to);
  const amounts = weights.subarray(from, to);
  const scale = predict(model, ids, amounts, chances);
  chances[label] = (chances[label] as number) - 1;
  for (let c = 0; c < classes; c += 1)
    model.bias[c] = (model.bias[c] as number) - 0.02 * rate * (chances[c] as number);
  for (let at = 0; at < ids.length; at += 1) {
    const first = (ids[at] as number) * classes;
    const amount = (amounts[at] as number) * scale;
    for (let c = 0; c < classes; c += 1) {
      const slope = (chances[c] as number) * amount;
      const square = (squares[first + c] as number) + slope * slope;
      squares[first + c] = square;
      model.weights[first + c] = (model.weights[first + c] as number) - (rate * slope) / Math.sqrt(square);
    }
  }
}

/** Fills `chances` with the chance of each class; returns the factor that makes long and short texts comparable. */
export function predict(
  { classes, weights, bias }: Softmax,
  ids: ArrayLike<number>,
  amounts: ArrayLike<number>,
  chances: Float64Array,
): number {
  let squared = 1e-9;
  chances.fill(0);
  for (let at = 0; at < ids.length; at += 1) {
    const amount = amounts[at] as number;
    const first = (ids[at] as number) * classes;
    squared += amount * amount;
    for (let c = 0; c < classes; c += 1)
      chances[c] = (chances[c] as number) + (weights[first + c] as number) * amount;
  }
  const scale = 1 / Math.sqrt(squared);
  let top = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < classes; c += 1) {
    chances[c] = (bias[c] as number) + scale * (chances[c] as number);
    top = Math.max(top, chances[c] as number);
  }
  let total = 0;
  for (let c = 0; c < classes; c += 1) total += chances[c] = Math.exp((chances[c] as number) - top);
  for (let c = 0; c < classes; c += 1) chances[c] = (chances[c] as number) / total;
  return scale;
}
