/**
 * Weights while they are learned, by FTRL-Proximal (McMahan et al. 2013, «Ad click prediction», algorithm 1): steps as of
 * AdaGrad, and a weight stays at nothing until the evidence for it exceeds a threshold. Nine in ten weights never leave
 * it, so that the model is small without being worse for it. A dense row of numbers for each feature.
 */
import type { HashedWeights } from '../../hashed/weights.ts';

export type Learning = {
  /** Steps are so long for a weight that was never changed. */
  readonly step: number;
  /** Sum of gradients that a weight must reach before it counts. */
  readonly threshold: number;
};

export type LearnedWeights = {
  /** Place of a feature's row, made if need be. */
  readonly row: (key: number) => number;
  /** Adds the weights of the row at `at` to the scores. */
  readonly add: (at: number, scores: Float32Array) => void;
  /** A step along a gradient for one label of the row at `at`. */
  readonly learn: (at: number, label: number, gradient: number) => void;
  /** The `entries` weights that are largest by amount, row by row in the order of the keys. */
  readonly prune: (entries: number) => HashedWeights;
};

// Keeps the first steps of a weight from being too long.
const EASE = 0.1;

/** An empty table with `width` labels a row. */
export const createWeights = (width: number, { step, threshold }: Learning): LearnedWeights => {
  let size = 1 << 12;
  let keys = new Uint32Array(size);
  let numbers = new Int32Array(size).fill(-1);
  let rows = 0;
  // Of each weight: the sum of its gradients, each less the weight's own pull, and the sum of their squares.
  let sums = new Float32Array(width << 11);
  let squares = new Float32Array(width << 11);
  const place = (key: number): number => {
    let at = key & (size - 1);
    while (numbers[at]! >= 0 && keys[at] !== key) at = (at + 1) & (size - 1);
    return at;
  };
  const widen = (): void => {
    const [oldKeys, oldNumbers] = [keys, numbers];
    size *= 2;
    keys = new Uint32Array(size);
    numbers = new Int32Array(size).fill(-1);
    for (let i = 0; i < oldKeys.length; i++) {
      if (oldNumbers[i]! < 0) continue;
      const at = place(oldKeys[i]!);
      keys[at] = oldKeys[i]!;
      numbers[at] = oldNumbers[i]!;
    }
  };
  const larger = (values: Float32Array<ArrayBuffer>): Float32Array<ArrayBuffer> => {
    const more = new Float32Array(Math.ceil(values.length * 1.6));
    more.set(values);
    return more;
  };
  const weightAt = (at: number): number => {
    const sum = sums[at]!;
    if (sum <= threshold && sum >= -threshold) return 0;
    return ((sum > 0 ? sum - threshold : sum + threshold) * step) / Math.sqrt(squares[at]! + EASE);
  };
  return {
    row: (key) => {
      let at = place(key);
      if (numbers[at]! >= 0) return numbers[at]! * width;
      if (rows * 2 >= size) {
        widen();
        at = place(key);
      }
      if ((rows + 1) * width > sums.length) {
        sums = larger(sums);
        squares = larger(squares);
      }
      keys[at] = key;
      numbers[at] = rows;
      return rows++ * width;
    },
    add: (at, scores) => {
      for (let y = 0; y < width; y++) {
        const sum = sums[at + y]!;
        if (sum > threshold || sum < -threshold) scores[y]! += weightAt(at + y);
      }
    },
    learn: (row, label, gradient) => {
      const at = row + label;
      const weight = weightAt(at);
      const before = Math.sqrt(squares[at]! + EASE);
      squares[at]! += gradient * gradient;
      sums[at]! += gradient + ((Math.sqrt(squares[at]! + EASE) - before) / step) * weight;
    },
    prune: (entries) => {
      const weights = new Float32Array(rows * width);
      for (let at = 0; at < weights.length; at++) weights[at] = weightAt(at);
      return pruned(keys, numbers, weights, width, entries);
    },
  };
};

const pruned = (
  keys: Uint32Array,
  numbers: Int32Array,
  weights: Float32Array,
  width: number,
  entries: number,
): HashedWeights => {
  const least = thresholdOf(weights, entries);
  const order: number[] = [];
  for (let i = 0; i < keys.length; i++) if (numbers[i]! >= 0) order.push(i);
  order.sort((a, b) => keys[a]! - keys[b]!);
  const kept: number[] = [];
  const starts: number[] = [0];
  const labels: number[] = [];
  const values: number[] = [];
  for (const i of order) {
    const from = numbers[i]! * width;
    for (let y = 0; y < width; y++) {
      const weight = weights[from + y]!;
      if (Math.abs(weight) < least) continue;
      labels.push(y);
      values.push(weight);
    }
    if (labels.length === starts.at(-1)) continue;
    kept.push(keys[i]!);
    starts.push(labels.length);
  }
  return {
    keys: Uint32Array.from(kept),
    starts: Uint32Array.from(starts),
    labels: Uint8Array.from(labels),
    values: Float32Array.from(values),
  };
};

const BINS = 1 << 14;

/** The amount that about `entries` of the values reach, never less than a bin above nothing. */
const thresholdOf = (values: Float32Array, entries: number): number => {
  let most = 0;
  for (const value of values) most = Math.max(most, Math.abs(value));
  if (most === 0) return Number.MIN_VALUE;
  const bins = new Uint32Array(BINS);
  for (const value of values) bins[Math.min(BINS - 1, Math.floor((Math.abs(value) / most) * BINS))]!++;
  let total = 0;
  for (let bin = BINS - 1; bin > 0; bin--) {
    total += bins[bin]!;
    if (total > entries) return ((bin + 1) / BINS) * most;
  }
  return most / BINS;
};
