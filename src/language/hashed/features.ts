/**
 * Looks up many features at once and adds their weights. Nearly all the time goes by waiting for memory, so what belongs
 * together lies together, and each step is made for all keys before the next: the processor then waits for many at once.
 */
import type { HashedWeights } from './weights.ts';

/** Adds the weights of the first `n` keys to the scores from `at` on, key after key. */
export type AddFeatures = (keys: Uint32Array, n: number, into: Float32Array, at: number) => void;

const LABEL = 0xff;
const LAST = 0x8000_0000;

/** @param most keys that are looked up at once */
export const featuresOf = ({ keys: all, starts, labels, values }: HashedWeights, most: number): AddFeatures => {
  let size = 16;
  while (size < all.length * 2) size *= 2;
  // A slot is a key and where its entries start, from 1 on; an entry is its label, marked on the last, and its weight.
  const slots = new Int32Array(2 * size);
  const mask = slots.length - 1;
  const heads = new Int32Array(2 * labels.length);
  const weights = new Float32Array(heads.buffer);
  // Most keys that are asked for are in no table. Sixteen bits for each key tell so from a part of the memory that the processor keeps at hand.
  const filter = new Int32Array(size >> 2);
  const filterMask = filter.length - 1;
  for (let i = 0; i < all.length; i++) {
    const [key, start, end] = [all[i]!, starts[i]!, starts[i + 1]!];
    // What speaks for no label is as good as unknown.
    if (start === end) continue;
    filter[(key >>> 5) & filterMask]! |= 1 << (key & 31);
    let at = (2 * key) & mask;
    while (slots[at + 1] !== 0) at = (at + 2) & mask;
    slots[at] = key;
    slots[at + 1] = start + 1;
    for (let entry = start; entry < end; entry++) {
      heads[2 * entry] = labels[entry]! | (entry + 1 === end ? LAST : 0);
      weights[2 * entry + 1] = values[entry]!;
    }
  }
  const likely = new Int32Array(most);
  const found = new Int32Array(most);

  return (keys, n, into, at) => {
    let many = 0;
    for (let k = 0; k < n; k++) {
      const key = keys[k]!;
      likely[many] = key;
      // No branch: whether a key is known cannot be foretold.
      many += (filter[(key >>> 5) & filterMask]! >>> (key & 31)) & 1;
    }
    let known = 0;
    for (let k = 0; k < many; k++) {
      const key = likely[k]!;
      for (let slot = (2 * key) & mask; ; slot = (slot + 2) & mask) {
        const start = slots[slot + 1]!;
        if (start === 0) break;
        if (slots[slot] !== key) continue;
        found[known++] = start - 1;
        break;
      }
    }
    for (let k = 0; k < known; k++) {
      for (let entry = 2 * found[k]!; ; entry += 2) {
        const head = heads[entry]!;
        into[at + (head & LABEL)]! += weights[entry + 1]!;
        if (head < 0) break;
      }
    }
  };
};
