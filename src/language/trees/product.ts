/**
 * Products of 16-bit numbers, most of the cost of the network. Weights lie in blocks of sixteen rows, inside a block by
 * pairs of columns: [r0c0 r0c1 r1c0 r1c1 … r15c0 r15c1], [r0c2 …]; one vector of weights times a pair of inputs, copied
 * four times, adds to the sums of four rows.
 */
import { add, advance, type Code, constant, get, loopWhile, multiply, set, v128, type WasmFunction } from './wasm.ts';

/** Rows of a block. */
export const BLOCK = 16;
const VECTORS = BLOCK / 4;

/** All places are byte offsets into the kernel's memory; `pairs` are half the columns, `blocks` the rows by sixteen. */
export type Products = {
  /** `y = W x` for `count` inputs: rows of x lie `xStride` bytes apart, those of y one behind the other. */
  readonly multiply: (
    w: number,
    pairs: number,
    blocks: number,
    x: number,
    xStride: number,
    y: number,
    count: number,
  ) => void;
  /** `y += W x` for one input. */
  readonly accumulate: (w: number, pairs: number, blocks: number, x: number, y: number) => void;
};

/** Bytes of a row of sums. */
export const sumsOf = (blocks: number): number => 4 * BLOCK * blocks;

// Parameters of the module's functions, and their locals after them.
const P = { w: 0, pairs: 1, blocks: 2, x: 3, y: 4, xStride: 5, yStride: 6 } as const;
const L = { wNow: 7, xNow: 8, xEnd: 9, yNow: 10, block: 11, firstVector: 12 } as const;

/** One or two inputs against all blocks, what is there already `kept` or not. Two at a time share each load of weights. */
const productOf = (name: string, inputs: 1 | 2, kept: boolean): WasmFunction => {
  const sum = (input: number, vector: number): number => L.firstVector + input * VECTORS + vector;
  const splat = (input: number): number => L.firstVector + inputs * VECTORS + input;
  const each = (code: (input: number, vector: number) => Code): Code =>
    [...Array(inputs).keys()].flatMap((input) => [...Array(VECTORS).keys()].flatMap((v) => code(input, v)));
  /** Address of an input's row of y: the second lies one stride on. */
  const rowOf = (base: number, stride: number, input: number): Code =>
    input === 0 ? get(base) : [...get(base), ...get(stride), ...add];
  const weight = splat(0) + inputs;
  return {
    name,
    parameters: 7,
    integers: 5,
    vectors: inputs * VECTORS + inputs + 1,
    body: [
      ...[...get(P.w), ...set(L.wNow), ...get(P.y), ...set(L.yNow), ...constant(0), ...set(L.block)],
      ...[...get(P.x), ...get(P.pairs), ...constant(4), ...multiply, ...add, ...set(L.xEnd)],
      ...loopWhile(get(L.block), get(P.blocks), [
        ...each((input, v) => [
          ...(kept ? [...rowOf(L.yNow, P.yStride, input), ...v128.load(16 * v)] : v128.zero),
          ...set(sum(input, v)),
        ]),
        ...[...get(P.x), ...set(L.xNow)],
        ...loopWhile(get(L.xNow), get(L.xEnd), [
          ...[...Array(inputs).keys()].flatMap((input) => [
            ...rowOf(L.xNow, P.xStride, input),
            ...v128.loadSplat32(),
            ...set(splat(input)),
          ]),
          ...[...Array(VECTORS).keys()].flatMap((v) => [
            ...[...get(L.wNow), ...v128.load(16 * v), ...set(weight)],
            ...[...Array(inputs).keys()].flatMap((input) => [
              ...[...get(sum(input, v)), ...get(weight), ...get(splat(input)), ...v128.dotI16, ...v128.addI32],
              ...set(sum(input, v)),
            ]),
          ]),
          ...advance(L.wNow, constant(16 * VECTORS)),
          ...advance(L.xNow, constant(4)),
        ]),
        ...each((input, v) => [...rowOf(L.yNow, P.yStride, input), ...get(sum(input, v)), ...v128.store(16 * v)]),
        ...advance(L.yNow, constant(4 * BLOCK)),
        ...advance(L.block, constant(1)),
      ]),
    ],
  };
};

/** The functions that a module must hold. */
export const PRODUCTS: readonly WasmFunction[] = [
  productOf('one', 1, false),
  productOf('two', 2, false),
  productOf('more', 1, true),
];

type Product = (
  w: number,
  pairs: number,
  blocks: number,
  x: number,
  y: number,
  xStride: number,
  yStride: number,
) => void;

/** What a module of `PRODUCTS` exports. */
export type ProductExports = Readonly<Record<'one' | 'two' | 'more', Product>>;

/** The products out of a module's functions. */
export const productsOf = ({ one, two, more }: ProductExports): Products => ({
  multiply: (w, pairs, blocks, x, xStride, y, count) => {
    const stride = sumsOf(blocks);
    let i = 0;
    for (; i + 1 < count; i += 2) two(w, pairs, blocks, x + i * xStride, y + i * stride, xStride, stride);
    if (i < count) one(w, pairs, blocks, x + i * xStride, y + i * stride, xStride, stride);
  },
  accumulate: (w, pairs, blocks, x, y) => more(w, pairs, blocks, x, y, 0, 0),
});

/** The same in plain JavaScript. */
export const plainProducts = (memory: ArrayBuffer): Products => {
  const shorts = new Int16Array(memory);
  const sums = new Int32Array(memory);
  const accumulate: Products['accumulate'] = (w, pairs, blocks, x, y) => {
    for (let block = 0; block < blocks; block++) {
      const from = (w >> 1) + block * pairs * 2 * BLOCK;
      for (let row = 0; row < BLOCK; row++) {
        let sum = sums[(y >> 2) + block * BLOCK + row]!;
        let at = from + 2 * row;
        for (let pair = 0; pair < pairs; pair++, at += 2 * BLOCK) {
          const input = (x >> 1) + 2 * pair;
          sum = (sum + shorts[at]! * shorts[input]! + shorts[at + 1]! * shorts[input + 1]!) | 0;
        }
        sums[(y >> 2) + block * BLOCK + row] = sum;
      }
    }
  };
  return {
    accumulate,
    multiply: (w, pairs, blocks, x, xStride, y, count) => {
      const stride = sumsOf(blocks);
      sums.fill(0, y >> 2, (y + count * stride) >> 2);
      for (let i = 0; i < count; i++) accumulate(w, pairs, blocks, x + i * xStride, y + i * stride);
    },
  };
};
