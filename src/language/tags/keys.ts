/** The templates' features of a word as hashes: what the tagger and its learner look up. */
import { mix } from '../hash.ts';
import { flat } from '../hashed/flat.ts';
import { AFTER_TAGS, ALONE, type Slot, TOGETHER } from './templates.ts';
import { ATTRIBUTES } from './words.ts';

const placesOf = (slots: readonly Slot[]): number[] =>
  slots.map(([offset, attribute]) => offset * ATTRIBUTES + attribute);

const FLAT_ALONE = ALONE.map(([, combinations]) => flat(combinations));
const FLAT_TOGETHER = flat(TOGETHER.map(placesOf));
const FLAT_AFTER_TAGS = flat(AFTER_TAGS.map(([, slots]) => placesOf(slots)));
const TAGS_BEFORE = Uint8Array.from(AFTER_TAGS, ([tags]) => tags);

/** Keys of the features of one word that stands `at` in `attributes`, seen from where ALONE's row `row` says. */
export const keysAlone = (row: number, attributes: Uint32Array, at: number, keys: Uint32Array): number => {
  const { places, ends } = FLAT_ALONE[row]!;
  for (let i = 0, j = 0; i < ends.length; i++) {
    let key = (row + 1) * 1000 + i;
    for (const end = ends[i]!; j < end; j++) key = mix(key, attributes[at + places[j]!]!);
    keys[i] = key;
  }
  return ends.length;
};

/** Keys of the features of the words around the one that stands `at`. */
export const keysTogether = (attributes: Uint32Array, at: number, keys: Uint32Array): number => {
  const { places, ends } = FLAT_TOGETHER;
  for (let i = 0, j = 0; i < ends.length; i++) {
    let key = 10_000 + i;
    for (const end = ends[i]!; j < end; j++) key = mix(key, attributes[at + places[j]!]!);
    keys[i] = key;
  }
  return ends.length;
};

/** Keys of the features that take the last tag and the one before it. */
export const keysAfterTags = (
  attributes: Uint32Array,
  at: number,
  last: number,
  before: number,
  keys: Uint32Array,
): number => {
  const one = mix(20_000, last);
  const two = mix(one, before);
  const { places, ends } = FLAT_AFTER_TAGS;
  for (let i = 0, j = 0; i < ends.length; i++) {
    let key = mix(TAGS_BEFORE[i] === 1 ? one : two, i);
    for (const end = ends[i]!; j < end; j++) key = mix(key, attributes[at + places[j]!]!);
    keys[i] = key;
  }
  return ends.length;
};
