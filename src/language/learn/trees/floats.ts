/**
 * Matrices of 32-bit floats in one WebAssembly memory, and the one product that training needs:
 * `C += A B`, where A may be read along either side, so that the two products of a gradient are the same loop.
 */
import {
  add,
  advance,
  type Code,
  constant,
  get,
  loopWhile,
  multiply,
  set,
  subtract,
  v128,
  wasmModule,
} from '../../trees/wasm.ts';

const FLOAT = 4;
/** Columns that are summed at once: two vectors. Every matrix has a multiple of it. */
export const COLUMNS = 8;
const ROWS = 4;

/** A matrix in the memory; `values` is its window, row after row. */
export type Floats = {
  readonly at: number;
  readonly rows: number;
  readonly columns: number;
  readonly values: Float32Array;
};

export type Arena = {
  /** A matrix of zeros, until the arena is emptied. */
  readonly take: (rows: number, columns: number) => Floats;
  /** `c += a b` */
  readonly product: (c: Floats, a: Floats, b: Floats, rows?: Rows) => void;
  /** `c += aᵀ b` */
  readonly transposed: (c: Floats, a: Floats, b: Floats) => void;
  /** Everything taken after this call of `mark` is free again at `release`. */
  readonly mark: () => number;
  readonly release: (mark: number) => void;
};

/** Part of the rows of c and a: from which row on, and how many. */
export type Rows = { readonly c: number; readonly a: number; readonly count: number };

const P = { c: 0, a: 1, b: 2, rows: 3, columns: 4, depth: 5, cRow: 6, aRow: 7, aStep: 8, bRow: 9 } as const;
const L = { cNow: 10, cEnd: 11, bNow: 12, bEnd: 13, row: 14, cRowNow: 15, aRowNow: 16, aNow: 17, bAt: 18 } as const;
const VECTORS = 19;

/** The loop over the depth for `rows` rows and eight columns. */
const tile = (rows: number): Code => {
  const each = <T>(count: number, code: (i: number) => readonly T[]): readonly T[] =>
    [...Array(count).keys()].flatMap(code);
  const sum = (row: number, half: number): number => VECTORS + 2 * row + half;
  const right = (half: number): number => VECTORS + 2 * ROWS + half;
  const left = VECTORS + 2 * ROWS + 2;
  const rowOf = (base: number, stride: number, row: number): Code => [
    ...get(base),
    ...each(row, () => [...get(stride), ...add]),
  ];
  return [
    ...each(rows, (row) =>
      each(2, (half) => [...rowOf(L.cRowNow, P.cRow, row), ...v128.load(16 * half), ...set(sum(row, half))]),
    ),
    ...[...get(L.aRowNow), ...set(L.aNow), ...get(L.bNow), ...set(L.bAt)],
    ...[...get(L.bNow), ...get(P.depth), ...get(P.bRow), ...multiply, ...add, ...set(L.bEnd)],
    ...loopWhile(get(L.bAt), get(L.bEnd), [
      ...each(2, (half) => [...get(L.bAt), ...v128.load(16 * half), ...set(right(half))]),
      ...each(rows, (row) => [
        ...[...rowOf(L.aNow, P.aRow, row), ...v128.loadSplat32(), ...set(left)],
        ...each(2, (half) => [
          ...[...get(sum(row, half)), ...get(left), ...get(right(half)), ...v128.multiplyF32, ...v128.addF32],
          ...set(sum(row, half)),
        ]),
      ]),
      ...advance(L.aNow, get(P.aStep)),
      ...advance(L.bAt, get(P.bRow)),
    ]),
    ...each(rows, (row) =>
      each(2, (half) => [...rowOf(L.cRowNow, P.cRow, row), ...get(sum(row, half)), ...v128.store(16 * half)]),
    ),
    ...each(rows, () => [...advance(L.cRowNow, get(P.cRow)), ...advance(L.aRowNow, get(P.aRow))]),
    ...advance(L.row, constant(rows)),
  ];
};

const productFunction = {
  name: 'product',
  parameters: 10,
  integers: 9,
  vectors: 2 * ROWS + 3,
  body: [
    ...[...get(P.c), ...set(L.cNow), ...get(P.b), ...set(L.bNow)],
    ...[...get(P.c), ...get(P.columns), ...constant(FLOAT), ...multiply, ...add, ...set(L.cEnd)],
    ...loopWhile(get(L.cNow), get(L.cEnd), [
      ...[...get(L.cNow), ...set(L.cRowNow), ...get(P.a), ...set(L.aRowNow), ...constant(0), ...set(L.row)],
      ...loopWhile(get(L.row), [...get(P.rows), ...constant(ROWS - 1), ...subtract], tile(ROWS)),
      ...loopWhile(get(L.row), get(P.rows), tile(1)),
      ...advance(L.cNow, constant(COLUMNS * FLOAT)),
      ...advance(L.bNow, constant(COLUMNS * FLOAT)),
    ]),
  ],
};

type Product = (
  c: number,
  a: number,
  b: number,
  rows: number,
  columns: number,
  depth: number,
  cRow: number,
  aRow: number,
  aStep: number,
  bRow: number,
) => void;

const PAGE = 65_536;

/**
 * An arena of that many bytes.
 * @throws Error where it is full, or where a matrix's columns are no multiple of eight
 */
export const createArena = (bytes: number): Arena => {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
  const module = new WebAssembly.Module(wasmModule([productFunction]));
  const product = new WebAssembly.Instance(module, { world: { memory } }).exports.product as Product;
  let end = 0;
  return {
    take: (rows, columns) => {
      if (columns % COLUMNS !== 0) throw new Error(`${columns} columns: they must be a multiple of ${COLUMNS}.`);
      const at = end;
      end += Math.ceil((rows * columns * FLOAT) / 16) * 16;
      if (end > memory.buffer.byteLength) throw new Error(`The arena of ${memory.buffer.byteLength} bytes is full.`);
      const values = new Float32Array(memory.buffer, at, rows * columns).fill(0);
      return { at, rows, columns, values };
    },
    product: (c, a, b, rows = { c: 0, a: 0, count: a.rows }) => {
      const [cRow, aRow, bRow] = [c.columns * FLOAT, a.columns * FLOAT, b.columns * FLOAT];
      product(
        c.at + rows.c * cRow,
        a.at + rows.a * aRow,
        b.at,
        rows.count,
        c.columns,
        a.columns,
        cRow,
        aRow,
        FLOAT,
        bRow,
      );
    },
    transposed: (c, a, b) => {
      product(
        c.at,
        a.at,
        b.at,
        a.columns,
        c.columns,
        a.rows,
        c.columns * FLOAT,
        FLOAT,
        a.columns * FLOAT,
        b.columns * FLOAT,
      );
    },
    mark: () => end,
    release: (mark) => {
      end = mark;
    },
  };
};
