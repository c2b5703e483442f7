/** A tagger's weights as plain arrays, and as the bytes of a file. */
import { readBytes, writeBytes } from '../bytes.ts';

export type Tag = { readonly upos: string; readonly xpos?: string };

/** A linear model over hashed features: feature → scores of the few labels that it speaks for or against. */
export type TagWeights = {
  /** Ascending hashes of the features. */
  readonly keys: Uint32Array;
  /** Feature i has the entries from starts[i] up to starts[i + 1]. */
  readonly starts: Uint32Array;
  readonly labels: Uint8Array;
  readonly values: Float32Array;
};

export type TagModel = {
  /** At most 255. */
  readonly tags: readonly Tag[];
  /** Ascending hashes of words that are known well, and for each the number of its class (from 1 on). */
  readonly words: Uint32Array;
  readonly classes: Uint8Array;
  readonly weights: TagWeights;
};

const FORMAT = 'marsad tags 1';
const NO_XPOS = '_';

/** The bytes of a model's file: the same model gives the same bytes. */
export const packTags = ({ tags, words, classes, weights }: TagModel): Uint8Array => {
  const out = writeBytes();
  out.text(FORMAT);
  out.texts(tags.map(({ upos, xpos }) => `${upos}\t${xpos ?? NO_XPOS}`));
  out.ascending(words);
  out.bytes(classes);
  out.ascending(weights.keys);
  for (let i = 0; i < weights.keys.length; i++) out.number(weights.starts[i + 1]! - weights.starts[i]!);
  out.bytes(weights.labels);
  out.weights(weights.values);
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
  const keys = source.ascending();
  const starts = new Uint32Array(keys.length + 1);
  for (let i = 0; i < keys.length; i++) starts[i + 1] = starts[i]! + source.number();
  return { tags, words, classes, weights: { keys, starts, labels: source.bytes(), values: source.weights() } };
};
