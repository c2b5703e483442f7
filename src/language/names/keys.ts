/** The templates' features of a word as hashes: what the namer and its learner look up. */
import { mix } from '../hash.ts';
import { type Flat, flat } from '../hashed/flat.ts';
import { ABOVE, ALONE, ATTRIBUTES, type Slot, TOGETHER } from './templates.ts';

const FLAT_ALONE = ALONE.map(([, combinations]) => flat(combinations));
const placesOf = (slots: readonly Slot[]): number[] =>
  slots.map(([offset, attribute]) => offset * ATTRIBUTES + attribute);
const FLAT_TOGETHER = flat(TOGETHER.map(placesOf));
const FLAT_ABOVE = flat(ABOVE.map(placesOf));

const keysInto = ({ places, ends }: Flat, seed: number, attributes: Uint32Array, at: number, keys: Uint32Array) => {
  let n = 0;
  for (let i = 0, j = 0; i < ends.length; i++) {
    let key = seed + i;
    let known = true;
    for (const end = ends[i]!; j < end; j++) {
      const value = attributes[at + places[j]!]!;
      // An attribute that says nothing makes no feature.
      if (value === 0) known = false;
      key = mix(key, value);
    }
    if (known) keys[n++] = key;
  }
  return n;
};

/** Keys of the features of one word that stands `at` in `attributes`, seen from where ALONE's row `row` says. */
export const keysAlone = (row: number, attributes: Uint32Array, at: number, keys: Uint32Array): number =>
  keysInto(FLAT_ALONE[row]!, (row + 1) * 1000, attributes, at, keys);

/** Keys of the features of the words around the one that stands `at`. */
export const keysTogether = (attributes: Uint32Array, at: number, keys: Uint32Array): number =>
  keysInto(FLAT_TOGETHER, 10_000, attributes, at, keys);

/** Keys of the features of the first layer's labels around it. */
export const keysAbove = (attributes: Uint32Array, at: number, keys: Uint32Array): number =>
  keysInto(FLAT_ABOVE, 20_000, attributes, at, keys);

/** Key of what stands before a label: the label of the word before, in its layer. */
export const keyOfStep = (layer: number, last: number): number => mix(mix(50_000, layer), last);
