/**
 * A WebAssembly module out of a few loops: just the instructions that the kernels of this library need, so that no
 * compiler stands between their source and their bytes. Encoding: WebAssembly core specification 2.0, chapter 5.
 */

/** Bytes of an instruction or of a run of them. */
export type Code = readonly number[];

const unsigned = (value: number): Code => {
  const bytes: number[] = [];
  let rest = value >>> 0;
  do {
    const low = rest & 0x7f;
    rest >>>= 7;
    bytes.push(rest === 0 ? low : low | 0x80);
  } while (rest !== 0);
  return bytes;
};

const signed = (value: number): Code => {
  const bytes: number[] = [];
  let rest = value | 0;
  for (;;) {
    const low = rest & 0x7f;
    rest >>= 7;
    if ((rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0)) return [...bytes, low];
    bytes.push(low | 0x80);
  }
};

const simd = (operation: number): Code => [0xfd, ...unsigned(operation)];
/** Address operand: natural alignment is only a hint, so the smallest is given. */
const at = (offset: number): Code => [0, ...unsigned(offset)];

/** Pushes a parameter or local. */
export const get = (local: number): Code => [0x20, ...unsigned(local)];
/** Pops into a local. */
export const set = (local: number): Code => [0x21, ...unsigned(local)];
export const constant = (value: number): Code => [0x41, ...signed(value)];
export const add: Code = [0x6a];
export const subtract: Code = [0x6b];
export const multiply: Code = [0x6c];
const lessThan: Code = [0x48];
const greaterOrEqual: Code = [0x4e];

/** `local += value` */
export const advance = (local: number, value: Code): Code => [...get(local), ...value, ...add, ...set(local)];

/** Runs the body while `left < right` (signed), the test before the first run. */
export const loopWhile = (left: Code, right: Code, body: Code): Code => [
  ...[0x02, 0x40], // block
  ...[...left, ...right, ...greaterOrEqual, 0x0d, 0x00], // leave
  ...[0x03, 0x40], // loop
  ...body,
  ...[...left, ...right, ...lessThan, 0x0d, 0x00], // again
  ...[0x0b, 0x0b],
];

const vectorConstant = (bytes: Uint8Array): Code => [...simd(0x0c), ...bytes];

export const v128 = {
  load: (offset = 0): Code => [...simd(0x00), ...at(offset)],
  /** Four copies of one 32-bit word. */
  loadSplat32: (offset = 0): Code => [...simd(0x09), ...at(offset)],
  store: (offset = 0): Code => [...simd(0x0b), ...at(offset)],
  zero: vectorConstant(new Uint8Array(16)),
  /** Four copies of one float. */
  floats: (value: number): Code => vectorConstant(new Uint8Array(new Float32Array(4).fill(value).buffer)),
  /** Eight products of 16-bit numbers, neighbours added: four 32-bit sums. */
  dotI16: simd(0xba),
  addI32: simd(0xae),
  addF32: simd(0xe4),
  multiplyF32: simd(0xe6),
  divideF32: simd(0xe7),
  /** The smaller and the greater of two, the first where they are equal. */
  lesserF32: simd(0xea),
  greaterF32: simd(0xeb),
  /** The nearest whole number, of two the even one. */
  nearestF32: simd(0x6a),
  toF32: simd(0xfa),
  toI32: simd(0xf8),
  /** Two vectors of 32-bit numbers as one of 16-bit numbers; what does not fit becomes the farthest that does. */
  narrowI32: simd(0x85),
  laneF32: (lane: number): Code => [...simd(0x1f), lane],
} as const;

/** Scalar floats. */
export const addFloat: Code = [0x92];
export const storeFloat = (offset = 0): Code => [0x38, ...at(offset)];

/** A function of 32-bit parameters without result, and how many locals of each type it has after them. */
export type WasmFunction = {
  readonly name: string;
  readonly parameters: number;
  readonly integers: number;
  readonly vectors: number;
  readonly body: Code;
};

const I32 = 0x7f;
const V128 = 0x7b;

const vector = (items: readonly Code[]): Code => [...unsigned(items.length), ...items.flat()];
const section = (id: number, items: readonly Code[]): Code => {
  const content = vector(items);
  return [id, ...unsigned(content.length), ...content];
};
const named = (text: string): Code => [...unsigned(text.length), ...[...text].map((letter) => letter.charCodeAt(0))];

/** The module's bytes. It imports `world.memory` and exports its functions by name. */
export const wasmModule = (functions: readonly WasmFunction[]): Uint8Array<ArrayBuffer> => {
  const types = functions.map(({ parameters }) => [0x60, ...vector(new Array<Code>(parameters).fill([I32])), 0]);
  const imports = [[...named('world'), ...named('memory'), 0x02, 0x00, ...unsigned(1)]];
  const bodies = functions.map(({ integers, vectors, body }) => {
    const locals = vector([
      [...unsigned(integers), I32],
      [...unsigned(vectors), V128],
    ]);
    const code = [...locals, ...body, 0x0b];
    return [...unsigned(code.length), ...code];
  });
  return new Uint8Array([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, types),
    ...section(2, imports),
    ...section(
      3,
      functions.map((_, index) => unsigned(index)),
    ),
    ...section(
      7,
      functions.map(({ name }, index) => [...named(name), 0x00, ...unsigned(index)]),
    ),
    ...section(10, bodies),
  ]);
};
