/**
 * Sums of the weights of hashed features, as the tagger and the namer take them: what hangs on one word alone is summed
 * once for each type of word and kept; nothing is allocated for a token.
 */
import { featuresOf } from './features.ts';
import type { HashedWeights } from './weights.ts';

type Rows = {
  readonly weights: HashedWeights;
  /** How many labels there are. */
  readonly count: number;
  /** From how many distances a word is looked at. */
  readonly rows: number;
  /** Types of words that are remembered at once. */
  readonly remembered: number;
  /** Writes the keys of the features of one word alone, as seen in a row. */
  readonly keysAlone: (row: number, attributes: Uint32Array, at: number, keys: Uint32Array) => number;
  /** Room for the keys of one word. */
  readonly keys: Uint32Array;
};

export const createSums = ({ weights, count, rows, remembered, keysAlone, keys }: Rows) => {
  const features = featuresOf(weights, keys.length);
  // Sums for a type of word as seen from each distance; `summed` says which stand.
  const sums = Array.from({ length: rows }, () => new Float32Array(0));
  const summed = Array.from({ length: rows }, () => new Uint8Array(remembered));
  const once = new Float32Array(count);
  let numbering = -1;

  /** Adds the weights of the first `n` keys. */
  const add = (n: number, into: Float32Array, at: number): void => features(keys, n, into, at);

  /** Adds what a word says by itself in a row; a type below zero is not remembered. */
  const addAlone = (
    row: number,
    attributes: Uint32Array,
    at: number,
    type: number,
    into: Float32Array,
    to: number,
  ): void => {
    let from = once;
    let offset = 0;
    if (type < 0) {
      once.fill(0);
      add(keysAlone(row, attributes, at, keys), once, 0);
    } else {
      offset = type * count;
      if (sums[row]!.length < offset + count) {
        const larger = new Float32Array(Math.min(remembered * count, Math.max(2 * sums[row]!.length, offset + count)));
        larger.set(sums[row]!);
        sums[row] = larger;
      }
      from = sums[row]!;
      if (summed[row]![type] === 0) {
        summed[row]![type] = 1;
        from.fill(0, offset, offset + count);
        add(keysAlone(row, attributes, at, keys), from, offset);
      }
    }
    for (let y = 0; y < count; y++) into[to + y]! += from[offset + y]!;
  };

  return {
    add,
    addAlone,
    /** Told before each sentence how the types are numbered: with a new numbering all sums of types are forgotten. */
    numberedAs: (now: number): void => {
      if (now === numbering) return;
      numbering = now;
      for (const row of summed) row.fill(0);
    },
  };
};
