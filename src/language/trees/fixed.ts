/**
 * Numbers of the network in fixed point: what goes into a product is a 16-bit whole number, 2048 for one, and sums are
 * exact, so that every machine and browser finds the same tree.
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

/** Slope of the leaky rectifier below zero. */
export const LEAK = 0.1;
export const rectified = (x: number): number => (x < 0 ? LEAK * x : x);
