import { describe, expect, it } from 'vitest';
import { createRandom } from '../learn/trees/random.ts';
import { BLOCK, createKernel } from './kernel.ts';

const [W, X, Y] = [0, 200_000, 260_000];

/** Sums of a random product by the kernel, and by definition. */
const both = (plain: boolean, pairs: number, blocks: number, count: number) => {
  const kernel = createKernel(400_000, plain);
  const random = createRandom(pairs * 1000 + blocks * 10 + count);
  const shorts = new Int16Array(kernel.memory);
  const sums = new Int32Array(kernel.memory);
  const [rows, columns] = [blocks * BLOCK, 2 * pairs];
  const weight = Array.from({ length: rows }, () =>
    Array.from({ length: columns }, () => Math.round(random() * 254 - 127)),
  );
  const input = Array.from({ length: count }, () =>
    Array.from({ length: columns }, () => Math.round(random() * 65_534 - 32_767)),
  );
  weight.forEach((row, r) => {
    row.forEach((value, c) => {
      const block = Math.floor(r / BLOCK) * pairs * 2 * BLOCK;
      shorts[W / 2 + block + (c >> 1) * 2 * BLOCK + 2 * (r % BLOCK) + (c & 1)] = value;
    });
  });
  input.forEach((row, i) => {
    shorts.set(row, X / 2 + i * columns);
  });
  sums.fill(7, Y / 4, Y / 4 + count * rows);
  kernel.multiply(W, pairs, blocks, X, columns * 2, Y, rows * 4, count);
  return {
    kind: kernel.kind,
    found: [...sums.subarray(Y / 4, Y / 4 + count * rows)],
    right: input.flatMap((x) => weight.map((w) => 7 + w.reduce((sum, value, i) => sum + value * x[i]!, 0))),
  };
};

describe('createKernel', () => {
  const SIZES = [
    [1, 1, 1],
    [4, 1, 2],
    [5, 3, 3],
    [88, 4, 7],
  ] as const;
  it.each(SIZES)('%i pairs, %i blocks, %i inputs: exact sums, in both kinds', (pairs, blocks, count) => {
    const [quick, plain] = [both(false, pairs, blocks, count), both(true, pairs, blocks, count)];
    expect([quick.kind, plain.kind]).toEqual(['wasm', 'plain']);
    expect(quick.found).toEqual(quick.right);
    expect(plain.found).toEqual(plain.right);
  });
});
