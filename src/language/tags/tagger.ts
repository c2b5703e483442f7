/**
 * Tags of the words of a sentence, from left to right, each with the tags before it: a linear model over hashed features.
 * What hangs on one word alone is summed once for each type of word and kept; nothing is allocated for a token.
 */

import { createSums } from '../hashed/sums.ts';
import { keysAfterTags, keysAlone, keysTogether } from './keys.ts';
import { createLexicon } from './lexicon.ts';
import type { Tag, TagModel } from './model.ts';
import { createViewer, REMEMBERED } from './sentence.ts';
import { tableOf } from './table.ts';
import { ALONE, MARGIN, MOST_KEYS } from './templates.ts';
import { ATTRIBUTES, SIGN } from './words.ts';

export type Tagger = {
  /** Numbers of the tags in `tags`, one for each form. */
  readonly number: (forms: readonly string[]) => Uint8Array;
  readonly tag: (forms: readonly string[]) => Tag[];
  readonly tags: readonly Tag[];
};

/** A tagger with the weights of `model`. Pure: the same forms give the same tags, whatever was tagged before. */
export const createTagger = (model: TagModel): Tagger => {
  const { tags, signs, weights } = model;
  const count = tags.length;
  const words = tableOf(model.words);
  const viewer = createViewer({
    classOf: (word) => {
      const number = words.find(word);
      return number < 0 ? 0 : model.classes[number]!;
    },
    kindsOf: createLexicon(model.lexicon),
  });
  const keys = new Uint32Array(MOST_KEYS);
  const scores = new Float32Array(count);
  const { add, addAlone, numberedAs } = createSums({
    weights,
    count,
    rows: ALONE.length,
    remembered: REMEMBERED,
    keysAlone,
    keys,
  });

  const number = (forms: readonly string[]): Uint8Array => {
    const given = new Uint8Array(forms.length);
    const { attributes, types } = viewer.look(forms);
    numberedAs(viewer.generation());
    let last = count;
    let before = count;
    for (let i = 0; i < forms.length; i++) {
      const at = (i + MARGIN) * ATTRIBUTES;
      scores.fill(0);
      for (let row = 0; row < ALONE.length; row++) {
        const offset = ALONE[row]![0];
        addAlone(row, attributes, at + offset * ATTRIBUTES, types[i + MARGIN + offset]!, scores, 0);
      }
      add(keysTogether(attributes, at, keys), scores, 0);
      add(keysAfterTags(attributes, at, last, before, keys), scores, 0);
      let best = 0;
      if (attributes[at + SIGN] === 1 && signs.length > 0) {
        best = signs[0]!;
        for (let k = 1; k < signs.length; k++) if (scores[signs[k]!]! > scores[best]!) best = signs[k]!;
      } else for (let y = 1; y < count; y++) if (scores[y]! > scores[best]!) best = y;
      given[i] = best;
      before = last;
      last = best;
    }
    return given;
  };

  return { number, tags, tag: (forms) => Array.from(number(forms), (tag) => tags[tag]!) };
};
