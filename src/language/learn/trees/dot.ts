/**
 * Sum of products of stretches of two arrays, a multiple of four long; four sums at a time, since each addition waits for
 * the one before it.
 */
export const dot = (a: Float32Array, from: number, b: Float32Array, at: number, length: number): number => {
  let [p, q, r, s] = [0, 0, 0, 0];
  for (let i = 0; i < length; i += 4) {
    p += a[from + i]! * b[at + i]!;
    q += a[from + i + 1]! * b[at + i + 1]!;
    r += a[from + i + 2]! * b[at + i + 2]!;
    s += a[from + i + 3]! * b[at + i + 3]!;
  }
  return p + q + (r + s);
};
