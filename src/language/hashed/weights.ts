/** The weights of a linear model over hashed features: as plain arrays, and as a stretch of a model's file. */
import type { ByteReader, ByteWriter } from '../bytes.ts';

/** Feature → scores of the few labels that it speaks for or against. */
export type HashedWeights = {
  /** Ascending hashes of the features. */
  readonly keys: Uint32Array;
  /** Feature i has the entries from starts[i] up to starts[i + 1]. */
  readonly starts: Uint32Array;
  readonly labels: Uint8Array;
  readonly values: Float32Array;
};

export const packWeights = (out: ByteWriter, { keys, starts, labels, values }: HashedWeights): void => {
  out.ascending(keys);
  for (let i = 0; i < keys.length; i++) out.number(starts[i + 1]! - starts[i]!);
  out.bytes(labels);
  out.weights(values);
};

export const unpackWeights = (source: ByteReader): HashedWeights => {
  const keys = source.ascending();
  const starts = new Uint32Array(keys.length + 1);
  const counts = source.numbers(keys.length);
  for (let i = 0; i < keys.length; i++) starts[i + 1] = starts[i]! + counts[i]!;
  return { keys, starts, labels: source.bytes(), values: source.weights() };
};
