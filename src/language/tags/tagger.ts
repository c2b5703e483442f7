/**
 * Tags of the words of a sentence, from left to right, each with the tags before it: a linear model over hashed features.
 * What hangs on one word alone is summed once for each type of word and kept; nothing is allocated for a token.
 */
import type { Tag, TagModel } from './model.ts';
import { createViewer, REMEMBERED } from './sentence.ts';
import { tableOf } from './table.ts';
import { ALONE, keysAfterTags, keysAlone, keysTogether, MARGIN, MOST_KEYS } from './templates.ts';
import { ATTRIBUTES } from './words.ts';

export type Tagger = {
  /** Numbers of the tags in `tags`, one for each form. */
  readonly number: (forms: readonly string[]) => Uint8Array;
  readonly tag: (forms: readonly string[]) => Tag[];
  readonly tags: readonly Tag[];
};

/** A tagger with the weights of `model`. Pure: the same forms give the same tags, whatever was tagged before. */
export const createTagger = (model: TagModel): Tagger => {
  const { tags, weights } = model;
  const { starts, labels, values } = weights;
  const count = tags.length;
  const features = tableOf(weights.keys);
  const words = tableOf(model.words);
  const viewer = createViewer((word) => {
    const number = words.find(word);
    return number < 0 ? 0 : model.classes[number]!;
  });
  const keys = new Uint32Array(MOST_KEYS);
  const scores = new Float32Array(count);
  // Sums for a type of word as seen from each distance; `summed` says which stand.
  const sums = ALONE.map(() => new Float32Array(0));
  const summed = ALONE.map(() => new Uint8Array(REMEMBERED));
  const once = new Float32Array(count);
  let generation = -1;

  const add = (n: number, into: Float32Array, at: number): void => {
    for (let k = 0; k < n; k++) {
      const feature = features.find(keys[k]!);
      if (feature < 0) continue;
      const end = starts[feature + 1]!;
      for (let entry = starts[feature]!; entry < end; entry++) into[at + labels[entry]!]! += values[entry]!;
    }
  };

  const addAlone = (row: number, attributes: Uint32Array, at: number, type: number): void => {
    let from = once;
    let offset = 0;
    if (type < 0) {
      once.fill(0);
      add(keysAlone(row, attributes, at, keys), once, 0);
    } else {
      offset = type * count;
      if (sums[row]!.length < offset + count) {
        const larger = new Float32Array(Math.min(REMEMBERED * count, Math.max(2 * sums[row]!.length, offset + count)));
        larger.set(sums[row]!);
        sums[row] = larger;
      }
      from = sums[row]!;
      if (summed[row]![type] === 0) {
        summed[row]![type] = 1;
        from.fill(0, offset, offset + count);
        add(keysAlone(row, attributes, at, keys), from, offset);
      }
    }
    for (let y = 0; y < count; y++) scores[y]! += from[offset + y]!;
  };

  const number = (forms: readonly string[]): Uint8Array => {
    const given = new Uint8Array(forms.length);
    const { attributes, types } = viewer.look(forms);
    if (viewer.generation() !== generation) {
      generation = viewer.generation();
      for (const row of summed) row.fill(0);
    }
    let last = count;
    let before = count;
    for (let i = 0; i < forms.length; i++) {
      const at = (i + MARGIN) * ATTRIBUTES;
      scores.fill(0);
      for (let row = 0; row < ALONE.length; row++) {
        const offset = ALONE[row]![0];
        addAlone(row, attributes, at + offset * ATTRIBUTES, types[i + MARGIN + offset]!);
      }
      add(keysTogether(attributes, at, keys), scores, 0);
      add(keysAfterTags(attributes, at, last, before, keys), scores, 0);
      let best = 0;
      for (let y = 1; y < count; y++) if (scores[y]! > scores[best]!) best = y;
      given[i] = best;
      before = last;
      last = best;
    }
    return given;
  };

  return { number, tags, tag: (forms) => Array.from(number(forms), (tag) => tags[tag]!) };
};
