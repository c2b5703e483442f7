/** Where the network's numbers lie in the kernel's memory: weights first, then the rooms that are used again for each sentence. */
import { ONE } from './fixed.ts';
import { createKernel, type Kernel } from './kernel.ts';
import { cellsName, layerInput, type Model, type PackedMatrix, type Sizes } from './model.ts';
import { BLOCK } from './product.ts';

/** A matrix, or some of its columns, as the kernel wants it. */
export type Product = {
  /** Byte offset of its weights. */
  readonly weights: number;
  readonly pairs: number;
  readonly blocks: number;
};

/** Turns sums into values, `sum × scale + bias`: byte offsets of a float for each row, filled up to whole blocks. */
export type Rows = { readonly rows: number; readonly scales: number; readonly bias: number };

export type Layer = Rows & { readonly incoming: Product; readonly back: Product };
export type Plain = Rows & { readonly product: Product };

export type Layout = {
  readonly kernel: Kernel;
  readonly layers: readonly (readonly Layer[])[];
  readonly plain: Readonly<Record<PlainName, Plain>>;
  /** Byte offsets of rooms, and bytes of one row of each. */
  readonly rooms: Readonly<Record<RoomName, { readonly at: number; readonly stride: number }>>;
  /** Byte offset of the sums of a sentence, row behind row. */
  readonly sums: number;
  /** Byte offsets of the floats of one word: its values, its scores, and the memory of a layer's cells. */
  readonly values: number;
  readonly scores: number;
  readonly memory: number;
};

const PLAIN = ['tags', 'sides', 'arcs', 'labels', 'dependents'] as const;
export type PlainName = (typeof PLAIN)[number];
const ROOMS = ['input', 'even', 'odd', 'arcSide', 'labelSide', 'headArcs', 'headLabels'] as const;
export type RoomName = (typeof ROOMS)[number];

const SHORT = 2;
const WORD = 4;
const VECTOR = 16;
const blocksOf = (rows: number): number => Math.ceil(rows / BLOCK);

/** Lays a model out for sentences of up to `most` words. */
export const layOut = (model: Model, most: number, plainOnly: boolean): Layout => {
  const { sizes } = model;
  const matrix = (name: string): PackedMatrix => {
    const found = model.matrices.get(name);
    if (!found) throw new Error(`The parser model lacks «${name}»: train it again.`);
    return found;
  };
  let end = 0;
  const take = (bytes: number): number => {
    const at = end;
    end = Math.ceil((end + bytes) / VECTOR) * VECTOR;
    return at;
  };
  const fillings: ((shorts: Int16Array, floats: Float32Array) => void)[] = [];
  const productOf = ({ rows, columns, weights }: PackedMatrix, from: number, to: number): Product => {
    const pairs = (to - from) / 2;
    const blocks = blocksOf(rows);
    const at = take(blocks * BLOCK * (to - from) * SHORT);
    fillings.push((shorts) => {
      for (let row = 0; row < rows; row++) {
        const start = at / SHORT + Math.floor(row / BLOCK) * pairs * 2 * BLOCK + 2 * (row % BLOCK);
        for (let column = from; column < to; column++) {
          const pair = (column - from) >> 1;
          shorts[start + pair * 2 * BLOCK + ((column - from) & 1)] = weights[row * columns + column]!;
        }
      }
    });
    return { weights: at, pairs, blocks };
  };
  const rowsOf = ({ rows, scales, bias }: PackedMatrix): Rows => {
    const bytes = blocksOf(rows) * BLOCK * WORD;
    const offsets = { rows, scales: take(bytes), bias: take(bytes) };
    fillings.push((_, floats) => {
      floats.set(
        scales.map((scale) => scale / ONE),
        offsets.scales / WORD,
      );
      floats.set(bias, offsets.bias / WORD);
    });
    return offsets;
  };
  const layerOf = (layer: number, direction: number): Layer => {
    const whole = matrix(cellsName(layer, direction));
    const incoming = layerInput(sizes, layer);
    return {
      ...rowsOf(whole),
      incoming: productOf(whole, 0, incoming),
      back: productOf(whole, incoming, whole.columns),
    };
  };
  const layers = [...Array(sizes.layers).keys()].map((layer) => [layerOf(layer, 0), layerOf(layer, 1)]);
  const plain = Object.fromEntries(
    PLAIN.map((name) => {
      const whole = matrix(name);
      return [name, { ...rowsOf(whole), product: productOf(whole, 0, whole.columns) }];
    }),
  ) as Record<PlainName, Plain>;
  const widest = Math.max(4 * sizes.cells, ...Object.values(plain).map(({ rows }) => blocksOf(rows) * BLOCK));
  const strides = stridesOf(sizes);
  // One row more than words: the root.
  const rooms = Object.fromEntries(
    ROOMS.map((name) => [name, { at: take((most + 1) * strides[name]), stride: strides[name] }]),
  ) as Layout['rooms'];
  const sums = take(most * widest * WORD);
  const [values, scores] = [take(widest * WORD), take(Math.max(most + 1, widest) * WORD)];
  const memory = take(sizes.cells * WORD);
  const kernel = createKernel(end, sizes.cells, plainOnly);
  const [shorts, floats] = [new Int16Array(kernel.memory), new Float32Array(kernel.memory)];
  for (const fill of fillings) fill(shorts, floats);
  return { kernel, layers, plain, rooms, sums, values, scores, memory };
};

const stridesOf = (sizes: Sizes): Readonly<Record<RoomName, number>> => ({
  input: layerInput(sizes, 0) * SHORT,
  even: 2 * sizes.cells * SHORT,
  odd: 2 * sizes.cells * SHORT,
  arcSide: sizes.arc * SHORT,
  labelSide: sizes.label * SHORT,
  headArcs: sizes.arc * WORD,
  headLabels: sizes.label * WORD,
});
