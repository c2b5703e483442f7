/** A tagger's weights as plain arrays, and as the bytes of a file. */
import { readBytes, writeBytes } from '../bytes.ts';
import { type HashedWeights, packWeights, unpackWeights } from '../hashed/weights.ts';
import type { Lexicon } from './lexicon.ts';

export type Tag = { readonly upos: string; readonly xpos?: string };

export type TagModel = {
  /** At most 255. */
  readonly tags: readonly Tag[];
  /** Ascending hashes of words that are known well, and for each the number of its class (from 1 on). */
  readonly words: Uint32Array;
  readonly classes: Uint8Array;
  readonly lexicon: Lexicon;
  /** Numbers of the tags that words without a letter or digit had: others are never given to them. */
  readonly signs: Uint8Array;
  readonly weights: HashedWeights;
};

const FORMAT = 'marsad tags 1';
const NO_XPOS = '_';

/** The bytes of a model's file: the same model gives the same bytes. */
export const packTags = ({ tags, words, classes, lexicon, signs, weights }: TagModel): Uint8Array => {
  const out = writeBytes();
  out.text(FORMAT);
  out.texts(tags.map(({ upos, xpos }) => `${upos}\t${xpos ?? NO_XPOS}`));
  out.ascending(words);
  out.bytes(classes);
  out.ascending(lexicon.lemmas);
  out.bytes(lexicon.kinds);
  out.bytes(signs);
  packWeights(out, weights);
  return out.done();
};

/** A model out of its file. @throws RangeError where the bytes are no such model */
export const unpackTags = (bytes: Uint8Array): TagModel => {
  const source = readBytes(bytes);
  const format = source.text();
  if (format !== FORMAT) throw new RangeError(`a tagger's model begins with «${FORMAT}»`);
  const tags = source.texts().map((line): Tag => {
    const [upos = '', xpos = NO_XPOS] = line.split('\t');
    return xpos === NO_XPOS ? { upos } : { upos, xpos };
  });
  const words = source.ascending();
  const classes = source.bytes();
  const lexicon = { lemmas: source.ascending(), kinds: source.bytes() };
  const signs = source.bytes();
  return { tags, words, classes, lexicon, signs, weights: unpackWeights(source) };
};
