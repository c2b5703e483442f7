/**
 * Numbers of the network in fixed point: what goes into a product is a 16-bit whole number, 2048 for one. Sums are exact,
 * and the curves are tables, so that every machine and browser finds the same tree.
 */

/** One, as it stands in a 16-bit number. Numbers from -16 to 16 can be told. */
export const ONE = 2048;
const MOST = 32_767;

/** The nearest whole number; quicker than `Math.round`, and the same for what fits into 31 bits but for halves below zero. */
export const nearest = (value: number): number => (value < 0 ? (value - 0.5) | 0 : (value + 0.5) | 0);

/** A number in fixed point, the farthest that can be told where it lies beyond. */
export const fixed = (value: number): number => {
  const scaled = value * ONE;
  if (scaled > MOST) return MOST;
  if (scaled < -MOST) return -MOST;
  return nearest(scaled);
};

// Beyond eight both curves are flat to the fourth decimal; steps of 1/256 err by less than eight-bit weights do.
const REACH = 8;
const STEPS = 256;
const LAST = 2 * REACH * STEPS;

const tableOf = (curve: (x: number) => number): Float32Array =>
  Float32Array.from({ length: LAST + 1 }, (_, i) => curve(i / STEPS - REACH));

/** The curves as tables; `placeOf` says where x stands in them. */
export const SIGMOID = tableOf((x) => 1 / (1 + Math.exp(-x)));
export const TANGENT = tableOf(Math.tanh);

export const placeOf = (x: number): number => {
  if (x <= -REACH) return 0;
  if (x >= REACH) return LAST;
  return (x * STEPS + (REACH * STEPS + 0.5)) | 0;
};

/** Slope of the leaky rectifier below zero. */
export const LEAK = 0.1;
export const rectified = (x: number): number => (x < 0 ? LEAK * x : x);
