/**
 * A parser's learned numbers as one file: one network after the other, for each a line of JSON (sizes, vocabulary, labels), padding to four bytes, then for
 * each matrix its rows' scales (float 32), biases (float 32) and weights (8-bit), little-endian.
 */
import { TABLES, type TableName, type Vocabulary } from './features.ts';

/** Grows by one when older code could not read the file any more. */
export const MODEL_FORMAT = 1;

/** Sizes of the network. All but counts are multiples of eight. */
export type Sizes = {
  /** Length of a vector of each table. */
  readonly tables: Readonly<Record<TableName, number>>;
  /** Numbers of vectors of each table. */
  readonly counts: Readonly<Record<TableName, number>>;
  readonly layers: number;
  /** Cells of one direction of one layer. */
  readonly cells: number;
  /** Length of what is compared for an arc, and for a label. */
  readonly arc: number;
  readonly label: number;
};

/** A matrix of rows `[outputs][inputs]` with one bias a row; `values` are floats. */
export type Matrix = {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float32Array;
  readonly bias?: Float32Array;
};
/** The same in eight bits: value = weight × its row's scale. */
export type PackedMatrix = {
  readonly rows: number;
  readonly columns: number;
  readonly scales: Float32Array;
  readonly bias: Float32Array;
  readonly weights: Int8Array;
};

export type Header = {
  readonly format: number;
  readonly language: string;
  readonly sizes: Sizes;
  readonly vocabulary: Vocabulary;
  readonly relations: readonly string[];
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly matrices: readonly { readonly name: string; readonly rows: number; readonly columns: number }[];
};

export type Model = Omit<Header, 'matrices' | 'format'> & { readonly matrices: ReadonlyMap<string, PackedMatrix> };

const GATES = 4;

/** Columns of a word's vector. */
export const inputSize = (sizes: Sizes): number => TABLES.reduce((sum, name) => sum + sizes.tables[name], 0);

/** Columns that a layer takes. */
export const layerInput = (sizes: Sizes, layer: number): number => (layer === 0 ? inputSize(sizes) : 2 * sizes.cells);

/** Matrix of a layer in one direction (0 forward, 1 backward): columns for what comes in, then for the state of the word before. */
export const cellsName = (layer: number, direction: number): string => `cells.${layer}.${direction}`;

/** Every matrix of the network, by name: rows and columns. Tables are matrices too, a row for each vector. */
export const shapesOf = (
  sizes: Sizes,
  labels: { readonly relations: number; readonly upos: number; readonly xpos: number },
): readonly { readonly name: string; readonly rows: number; readonly columns: number }[] => {
  const { cells, arc, label } = sizes;
  return [
    ...TABLES.map((name) => ({ name, rows: sizes.counts[name], columns: sizes.tables[name] })),
    ...[...Array(sizes.layers).keys()].flatMap((layer) =>
      [0, 1].map((direction) => ({
        name: cellsName(layer, direction),
        rows: GATES * cells,
        columns: layerInput(sizes, layer) + cells,
      })),
    ),
    { name: 'tags', rows: labels.upos + labels.xpos, columns: 2 * cells },
    // Rows: as a dependent's arc, as a head's arc, as a dependent's label, as a head's label.
    { name: 'sides', rows: 2 * arc + 2 * label, columns: 2 * cells },
    { name: 'arcs', rows: arc, columns: arc },
    // A square for each relation, its bias what the head alone says; then what the dependent alone says.
    { name: 'labels', rows: labels.relations * label, columns: label },
    { name: 'dependents', rows: labels.relations, columns: label },
    { name: 'root', rows: 1, columns: arc + label },
  ];
};

/**
 * Rounds a matrix to eight bits.
 * @param shared so many rows share a scale
 */
export const packMatrix = ({ rows, columns, values, bias }: Matrix, shared = 1): PackedMatrix => {
  const scales = new Float32Array(rows);
  const weights = new Int8Array(rows * columns);
  for (let row = 0; row < rows; row += shared) {
    const [from, to] = [row * columns, Math.min(rows, row + shared) * columns];
    let most = 0;
    for (let i = from; i < to; i++) most = Math.max(most, Math.abs(values[i]!));
    const scale = Math.fround(most / 127);
    scales.fill(scale, row, row + shared);
    for (let i = from; i < to && scale > 0; i++) weights[i] = Math.round(values[i]! / scale);
  }
  return { rows, columns, scales, weights, bias: bias ?? new Float32Array(rows) };
};

const padded = (length: number): number => Math.ceil(length / 4) * 4;

export const encodeModel = ({ matrices, ...rest }: Model): Uint8Array => {
  const listed = [...matrices].map(([name, { rows, columns }]) => ({ name, rows, columns }));
  const head = new TextEncoder().encode(`${JSON.stringify({ format: MODEL_FORMAT, ...rest, matrices: listed })}\n`);
  const parts = [...matrices.values()];
  const length = parts.reduce((sum, m) => sum + 8 * m.rows + padded(m.weights.length), padded(head.length));
  const bytes = new Uint8Array(length).fill(32, 0, padded(head.length));
  bytes.set(head.subarray(0, -1));
  bytes[padded(head.length) - 1] = 10;
  const view = new DataView(bytes.buffer);
  let at = padded(head.length);
  for (const { scales, bias, weights } of parts) {
    for (const numbers of [scales, bias])
      for (const value of numbers) {
        view.setFloat32(at, value, true);
        at += 4;
      }
    bytes.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.length), at);
    at += padded(weights.length);
  }
  return bytes;
};

/** Several networks, with the same tags and relations, as one file. */
export const joinModels = (files: readonly Uint8Array[]): Uint8Array => {
  const joined = new Uint8Array(files.reduce((sum, file) => sum + file.length, 0));
  let at = 0;
  for (const file of files) {
    joined.set(file, at);
    at += file.length;
  }
  return joined;
};

/** All networks of a file. @throws Error where the bytes are no such model, or of another format. */
export const decodeModels = (bytes: Uint8Array): readonly [Model, ...Model[]] => {
  const [first, end] = decodeModel(bytes);
  const models: [Model, ...Model[]] = [first];
  for (let at = end; at < bytes.length; ) {
    const [model, length] = decodeModel(bytes.subarray(at));
    models.push(model);
    at += length;
  }
  return models;
};

/** The first network of the bytes, and where it ends. */
const decodeModel = (bytes: Uint8Array): readonly [Model, number] => {
  const end = bytes.indexOf(10);
  let header: Header | undefined;
  try {
    header = JSON.parse(new TextDecoder().decode(bytes.subarray(0, Math.max(0, end)))) as Header;
  } catch {
    // Told below.
  }
  if (header?.format !== MODEL_FORMAT)
    throw new Error(`This is no parser model of format ${MODEL_FORMAT}: build or train it again.`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = end + 1;
  const floats = (count: number): Float32Array => {
    const numbers = new Float32Array(count);
    for (let i = 0; i < count; i++, at += 4) numbers[i] = view.getFloat32(at, true);
    return numbers;
  };
  const matrices = new Map<string, PackedMatrix>();
  for (const { name, rows, columns } of header.matrices) {
    const scales = floats(rows);
    const bias = floats(rows);
    const weights = new Int8Array(bytes.buffer.slice(bytes.byteOffset + at, bytes.byteOffset + at + rows * columns));
    at += padded(rows * columns);
    matrices.set(name, { rows, columns, scales, bias, weights });
  }
  const { format: _format, matrices: _matrices, ...rest } = header;
  return [{ ...rest, matrices }, at];
};
