/** Weights while they are learned: a dense row of numbers for each feature, made when the feature is first seen. */
import type { TagWeights } from '../../tags/model.ts';

export type LearnedWeights = {
  /** Row of a feature, made if need be. */
  readonly row: (key: number) => number;
  /** Row r begins at r × width in both. */
  readonly weights: () => Float32Array;
  readonly squares: () => Float32Array;
  readonly size: () => number;
  readonly prune: (entries: number) => TagWeights;
};

/** An empty table with `width` numbers a row. */
export const createWeights = (width: number): LearnedWeights => {
  let size = 1 << 16;
  let keys = new Uint32Array(size);
  let numbers = new Int32Array(size).fill(-1);
  let rows = 0;
  let weights = new Float32Array(width << 14);
  let squares = new Float32Array(width << 14);
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
  return {
    row: (key) => {
      let at = place(key);
      if (numbers[at]! >= 0) return numbers[at]!;
      if (rows * 2 >= size) {
        widen();
        at = place(key);
      }
      if ((rows + 1) * width > weights.length) {
        weights = larger(weights);
        squares = larger(squares);
      }
      keys[at] = key;
      numbers[at] = rows;
      return rows++;
    },
    weights: () => weights,
    squares: () => squares,
    size: () => rows,
    prune: (entries) => pruned(keys, numbers, weights, width, entries),
  };
};

/** The `entries` weights that are largest by amount, row by row in the order of the keys. */
const pruned = (
  keys: Uint32Array,
  numbers: Int32Array,
  weights: Float32Array,
  width: number,
  entries: number,
): TagWeights => {
  const least = thresholdOf(weights, entries);
  const order: number[] = [];
  for (let i = 0; i < keys.length; i++) if (numbers[i]! >= 0) order.push(i);
  order.sort((a, b) => keys[a]! - keys[b]!);
  const kept: { key: number; labels: number[]; values: number[] }[] = [];
  for (const i of order) {
    const from = numbers[i]! * width;
    const labels: number[] = [];
    const values: number[] = [];
    for (let y = 0; y < width; y++) {
      const weight = weights[from + y]!;
      if (Math.abs(weight) < least) continue;
      labels.push(y);
      values.push(weight);
    }
    if (labels.length > 0) kept.push({ key: keys[i]!, labels, values });
  }
  const starts = new Uint32Array(kept.length + 1);
  for (const [i, { labels }] of kept.entries()) starts[i + 1] = starts[i]! + labels.length;
  return {
    keys: Uint32Array.from(kept, ({ key }) => key),
    starts,
    labels: Uint8Array.from(kept.flatMap(({ labels }) => labels)),
    values: Float32Array.from(kept.flatMap(({ values }) => values)),
  };
};

const BINS = 1 << 12;

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
