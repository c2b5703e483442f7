/**
 * What the network does with its sums, four 32-bit floats at a time: scales, curves, the cells of its memory, and products
 * of floats. Every step is one of IEEE 754, so that plain.ts, one float after the other, gives the same to the last bit.
 */
import { LEAK, ONE } from './fixed.ts';
import {
  addFloat,
  add as addWhole,
  advance,
  type Code,
  constant,
  get,
  loopWhile,
  multiply as multiplyWhole,
  set,
  storeFloat,
  v128,
  type WasmFunction,
} from './wasm.ts';

/** Places are byte offsets into the kernel's memory, multiples of sixteen but for those that are written float by float. */
export type Vectors = {
  /** `to[i] = sums[i] × scales[i] + bias[i]` as floats, for four times `count` numbers. */
  readonly scale: (sums: number, scales: number, bias: number, to: number, count: number) => void;
  /** The same, what is below zero made small. */
  readonly rectify: (sums: number, scales: number, bias: number, to: number, count: number) => void;
  /** Eight times `count` floats in fixed point, as 16-bit numbers. */
  readonly fix: (from: number, to: number, count: number) => void;
  /** `to[k]` = sum of products of eight times `count` floats at `a + k × aStride` and `b + k × bStride`, for `many` k. */
  readonly dots: (
    a: number,
    aStride: number,
    b: number,
    bStride: number,
    count: number,
    to: number,
    many: number,
  ) => void;
  /**
   * One word through the cells of a layer (Hochreiter & Schmidhuber 1997): sums of the gates enter, forget, value and show,
   * one after the other, their scales and biases alike; `memory` floats are renewed, `out` is what is shown, in fixed point.
   */
  readonly step: (sums: number, scales: number, bias: number, memory: number, out: number) => void;
};

/** The hyperbolic tangent is a fraction of polynomials of x² (Lambert 1768, cut after seven steps), within 10⁻⁴ up to FLAT. */
export const ABOVE: readonly number[] = [135_135, 17_325, 378, 1];
export const BELOW: readonly number[] = [135_135, 62_370, 3150, 28];
export const FLAT = 4.97;

const { load, store, floats, addF32, multiplyF32, divideF32, lesserF32, greaterF32, nearestF32, toF32, toI32 } = v128;

/** A polynomial of the local `x`, lowest power first. */
const polynomial = ([first = 0, ...rest]: readonly number[], x: Code): Code =>
  rest.length === 0 ? floats(first) : [...polynomial(rest, x), ...x, ...multiplyF32, ...floats(first), ...addF32];

/** Leaves the tangent of what is on the stack; `x` and `square` are locals that it may use. */
const tangent = (x: number, square: number): Code => [
  ...[...floats(FLAT), ...lesserF32, ...floats(-FLAT), ...greaterF32, ...set(x)],
  ...[...get(x), ...get(x), ...multiplyF32, ...set(square)],
  ...[...polynomial(ABOVE, get(square)), ...get(x), ...multiplyF32],
  ...[...polynomial(BELOW, get(square)), ...divideF32],
];

/** Leaves the logistic curve of what is on the stack: the tangent, moved and half as wide. */
const logistic = (x: number, square: number): Code => [
  ...[...floats(0.5), ...multiplyF32, ...tangent(x, square)],
  ...[...floats(0.5), ...multiplyF32, ...floats(0.5), ...addF32],
];

/** Leaves four scaled sums that lie `offset` bytes behind the locals' places. */
const scaled = (sums: number, scales: number, bias: number, offset: number): Code => [
  ...[...get(sums), ...load(offset), ...toF32, ...get(scales), ...load(offset), ...multiplyF32],
  ...[...get(bias), ...load(offset), ...addF32],
];

/** Makes a whole number in fixed point of what is on the stack. */
const whole: Code = [...floats(ONE), ...multiplyF32, ...nearestF32, ...toI32];

const VECTOR = 16;

const scaling = (name: string, leaking: boolean): WasmFunction => {
  const [sums, scales, bias, to, count, end, x] = [0, 1, 2, 3, 4, 5, 6];
  return {
    name,
    parameters: 5,
    integers: 1,
    vectors: 1,
    body: [
      ...[...get(sums), ...get(count), ...constant(VECTOR), ...multiplyWhole, ...addWhole, ...set(end)],
      ...loopWhile(get(sums), get(end), [
        ...[...scaled(sums, scales, bias, 0), ...set(x)],
        ...[...get(to), ...get(x)],
        ...(leaking ? [...get(x), ...floats(LEAK), ...multiplyF32, ...greaterF32] : []),
        ...store(),
        ...[sums, scales, bias, to].flatMap((local) => advance(local, constant(VECTOR))),
      ]),
    ],
  };
};

const fixing = (): WasmFunction => {
  const [from, to, count, end] = [0, 1, 2, 3];
  return {
    name: 'fix',
    parameters: 3,
    integers: 1,
    vectors: 0,
    body: [
      ...[...get(to), ...get(count), ...constant(VECTOR), ...multiplyWhole, ...addWhole, ...set(end)],
      ...loopWhile(get(to), get(end), [
        ...[...get(to), ...get(from), ...load(), ...whole, ...get(from), ...load(VECTOR), ...whole],
        ...[...v128.narrowI32, ...store()],
        ...[...advance(from, constant(2 * VECTOR)), ...advance(to, constant(VECTOR))],
      ]),
    ],
  };
};

const dotting = (): WasmFunction => {
  const [a, aStride, b, bStride, count, to, many, end, aNow, bNow, sum, other] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
  const part = (into: number, offset: number): Code => [
    ...[...get(aNow), ...load(offset), ...get(bNow), ...load(offset), ...multiplyF32, ...get(into), ...addF32],
    ...set(into),
  ];
  const lane = (number: number): Code => [...get(sum), ...v128.laneF32(number)];
  return {
    name: 'dots',
    parameters: 7,
    integers: 3,
    vectors: 2,
    body: loopWhile(constant(0), get(many), [
      ...[...get(a), ...set(aNow), ...get(b), ...set(bNow)],
      ...[...v128.zero, ...set(sum), ...v128.zero, ...set(other)],
      ...[...get(a), ...get(count), ...constant(2 * VECTOR), ...multiplyWhole, ...addWhole, ...set(end)],
      // Two sums at a time, since each addition waits for the one before it.
      ...loopWhile(get(aNow), get(end), [
        ...[...part(sum, 0), ...part(other, VECTOR)],
        ...[...advance(aNow, constant(2 * VECTOR)), ...advance(bNow, constant(2 * VECTOR))],
      ]),
      ...[...get(sum), ...get(other), ...addF32, ...set(sum)],
      ...[...get(to), ...lane(0), ...lane(1), ...addFloat, ...lane(2), ...lane(3), ...addFloat, ...addFloat],
      ...storeFloat(),
      ...[...advance(a, get(aStride)), ...advance(b, get(bStride)), ...advance(to, constant(4))],
      ...advance(many, constant(-1)),
    ]),
  };
};

const stepping = (cells: number): WasmFunction => {
  const [sums, scales, bias, memory, out, end, x, square, kept, first] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
  const gate = (number: number, offset: number): Code => scaled(sums, scales, bias, number * cells * 4 + offset);
  const curve = logistic(x, square);
  /** Four cells: renews their memory, and leaves what they show. */
  const four = (offset: number): Code => [
    ...[...gate(1, offset), ...curve, ...get(memory), ...load(offset), ...multiplyF32, ...set(kept)],
    ...[...gate(0, offset), ...curve, ...gate(2, offset), ...tangent(x, square), ...multiplyF32],
    ...[...get(kept), ...addF32, ...set(kept)],
    ...[...get(memory), ...get(kept), ...store(offset)],
    ...[...gate(3, offset), ...curve, ...get(kept), ...tangent(x, square), ...multiplyF32, ...whole],
  ];
  return {
    name: 'step',
    parameters: 5,
    integers: 1,
    vectors: 4,
    body: [
      ...[...get(sums), ...constant(cells * 4), ...addWhole, ...set(end)],
      ...loopWhile(get(sums), get(end), [
        ...[...four(0), ...set(first)],
        ...[...get(out), ...get(first), ...four(VECTOR), ...v128.narrowI32, ...store()],
        ...[sums, scales, bias, memory].flatMap((local) => advance(local, constant(2 * VECTOR))),
        ...advance(out, constant(VECTOR)),
      ]),
    ],
  };
};

/** The functions that a module must hold, for layers of so many cells (a multiple of eight). */
export const vectorFunctions = (cells: number): readonly WasmFunction[] => [
  scaling('scale', false),
  scaling('rectify', true),
  fixing(),
  dotting(),
  stepping(cells),
];
