/** vectors.ts in plain JavaScript: one float after the other, each rounded to 32 bits as there. */
import { LEAK, ONE } from './fixed.ts';
import { ABOVE, BELOW, FLAT, type Vectors } from './vectors.ts';

const { fround } = Math;

const polynomial = (factors: readonly number[], x: number): number =>
  factors.reduceRight((sum, factor) => fround(fround(sum * x) + factor));

const flat = fround(FLAT);
const leak = fround(LEAK);

const tangent = (value: number): number => {
  const x = Math.max(-flat, Math.min(flat, value));
  const square = fround(x * x);
  return fround(fround(polynomial(ABOVE, square) * x) / polynomial(BELOW, square));
};
const logistic = (value: number): number => fround(fround(tangent(fround(value * 0.5)) * 0.5) + 0.5);

// A 32-bit float that is added and taken away again leaves the nearest whole number, of two the even one.
const MIDDLE = 12_582_912;
/** In fixed point, the farthest that can be told where it lies beyond. */
const whole = (value: number): number => {
  const scaled = fround(value * ONE);
  if (scaled >= 32_767) return 32_767;
  if (scaled <= -32_768) return -32_768;
  return fround(fround(scaled + MIDDLE) - MIDDLE);
};

export const plainVectors = (buffer: ArrayBuffer, cells: number): Vectors => {
  const [floats, shorts, wholes] = [new Float32Array(buffer), new Int16Array(buffer), new Int32Array(buffer)];
  const scaled = (sums: number, scales: number, bias: number, i: number): number =>
    fround(fround(fround(wholes[(sums >> 2) + i]!) * floats[(scales >> 2) + i]!) + floats[(bias >> 2) + i]!);
  const scaling =
    (curve: (x: number) => number): Vectors['scale'] =>
    (sums, scales, bias, to, count) => {
      for (let i = 0; i < 4 * count; i++) floats[(to >> 2) + i] = curve(scaled(sums, scales, bias, i));
    };
  return {
    scale: scaling((x) => x),
    rectify: scaling((x) => Math.max(x, fround(x * leak))),
    fix: (from, to, count) => {
      for (let i = 0; i < 8 * count; i++) shorts[(to >> 1) + i] = whole(floats[(from >> 2) + i]!);
    },
    dots: (a, aStride, b, bStride, count, to, many) => {
      const lanes = new Float32Array(8);
      for (let k = 0; k < many; k++) {
        const [aAt, bAt] = [(a + k * aStride) >> 2, (b + k * bStride) >> 2];
        lanes.fill(0);
        for (let i = 0; i < 8 * count; i++)
          lanes[i & 7] = fround(fround(floats[aAt + i]! * floats[bAt + i]!) + lanes[i & 7]!);
        const [p, q, r, s] = [0, 1, 2, 3].map((lane) => fround(lanes[lane]! + lanes[lane + 4]!)) as [
          number,
          number,
          number,
          number,
        ];
        floats[(to >> 2) + k] = fround(fround(p + q) + fround(r + s));
      }
    },
    step: (sums, scales, bias, memory, out) => {
      for (let i = 0; i < cells; i++) {
        const gate = (number: number): number => scaled(sums, scales, bias, number * cells + i);
        const held = fround(logistic(gate(1)) * floats[(memory >> 2) + i]!);
        const kept = fround(fround(logistic(gate(0)) * tangent(gate(2))) + held);
        floats[(memory >> 2) + i] = kept;
        shorts[(out >> 1) + i] = whole(fround(logistic(gate(3)) * tangent(kept)));
      }
    },
  };
};
