import { describe, expect, it } from 'vitest';
import { createRandom } from '../learn/trees/random.ts';
import { createKernel } from './kernel.ts';
import { BLOCK } from './product.ts';

const [W, X, Y] = [0, 200_000, 260_000];

/** Sums of a random product by the kernel, and by definition. */
const both = (plain: boolean, pairs: number, blocks: number, count: number) => {
  const kernel = createKernel(400_000, 8, plain);
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
  kernel.multiply(W, pairs, blocks, X, columns * 2, Y, count);
  for (let i = 0; i < count; i++) kernel.accumulate(W, pairs, blocks, X + i * columns * 2, Y + i * rows * 4);
  return {
    kind: kernel.kind,
    found: [...sums.subarray(Y / 4, Y / 4 + count * rows)],
    // Once over what stood there, and once more on top of it.
    right: input.flatMap((x) => weight.map((w) => 2 * w.reduce((sum, value, i) => sum + value * x[i]!, 0))),
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

describe('vectors', () => {
  const CELLS = 16;
  // Places of what goes in, and of what comes out, in bytes.
  const [SUMS, SCALES, BIAS, A, B, MEMORY, OUT] = [0, 1024, 2048, 3072, 4096, 5120, 6144];

  /** A memory of random numbers, after one of the kernel's functions. */
  const acted = (plain: boolean, act: (kernel: ReturnType<typeof createKernel>) => void) => {
    const kernel = createKernel(8192, CELLS, plain);
    const random = createRandom(7);
    const [wholes, floats] = [new Int32Array(kernel.memory), new Float32Array(kernel.memory)];
    for (let i = 0; i < 256; i++) {
      wholes[SUMS / 4 + i] = Math.round((random() - 0.5) * 2e6);
      floats[SCALES / 4 + i] = random() * 2e-5;
      for (const at of [BIAS, A, B, MEMORY]) floats[at / 4 + i] = (random() - 0.5) * 40;
    }
    act(kernel);
    return kernel;
  };

  type Case = readonly [name: string, act: (kernel: ReturnType<typeof createKernel>) => void];
  const CASES: readonly Case[] = [
    ['scale', (kernel) => kernel.scale(SUMS, SCALES, BIAS, OUT, 10)],
    ['rectify', (kernel) => kernel.rectify(SUMS, SCALES, BIAS, OUT, 10)],
    ['fix', (kernel) => kernel.fix(A, OUT, 8)],
    ['dots', (kernel) => kernel.dots(A, 0, B, 96, 3, OUT, 7)],
    ['step', (kernel) => kernel.step(SUMS, SCALES, BIAS, MEMORY, OUT)],
  ];
  it.each(CASES)('%s: the same to the last bit in both kinds, and something', (_, act) => {
    const [quick, plain, untouched] = [acted(false, act), acted(true, act), acted(true, () => {})];
    expect([quick.kind, plain.kind]).toEqual(['wasm', 'plain']);
    expect([...new Int32Array(quick.memory)]).toEqual([...new Int32Array(plain.memory)]);
    expect([...new Int32Array(plain.memory)]).not.toEqual([...new Int32Array(untouched.memory)]);
  });

  it('step follows the definition of the cells closely', () => {
    const kernel = acted(false, () => {});
    const [wholes, floats, shorts] = [
      new Int32Array(kernel.memory.slice(0)),
      new Float32Array(kernel.memory.slice(0)),
      new Int16Array(kernel.memory),
    ];
    kernel.step(SUMS, SCALES, BIAS, MEMORY, OUT);
    const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
    for (let i = 0; i < CELLS; i++) {
      const gate = (g: number): number => {
        const at = g * CELLS + i;
        return wholes[SUMS / 4 + at]! * floats[SCALES / 4 + at]! + floats[BIAS / 4 + at]!;
      };
      const kept = logistic(gate(1)) * floats[MEMORY / 4 + i]! + logistic(gate(0)) * Math.tanh(gate(2));
      expect(shorts[OUT / 2 + i]! / 2048).toBeCloseTo(logistic(gate(3)) * Math.tanh(kept), 2);
    }
  });
});
