/** What finds names in one language, learned from marked texts: word classes, senses, and the weights of its layers. */
import { type ByteReader, type ByteWriter, readBytes, writeBytes } from '../bytes.ts';
import { type HashedWeights, packWeights, unpackWeights } from '../hashed/weights.ts';

/** One way of marking: the labels of one collection of texts. */
export type Layer = {
  readonly name: string;
  readonly kinds: readonly string[];
  /** Tenths that a word outside all names must be better by: learned weights find too few names rather than too many. */
  readonly eager: number;
};

/** Ascending hashes of plain words, and for each a number from 1 on. */
export type Numbered = { readonly words: Uint32Array; readonly numbers: Uint32Array };

export type NameModel = {
  readonly layers: readonly Layer[];
  /** Classes of words from running text, many and few. */
  readonly fine: Numbered;
  readonly coarse: Numbered;
  /** What the commonest noun sense of a lemma is, by a dictionary; and how it is written. */
  readonly senses: Numbered;
  /** Entries over the labels of all layers, one after the other. */
  readonly weights: HashedWeights;
};

/** Labels of a layer: 0 outside, then for each kind its first word and its others. */
export const labelsIn = ({ kinds }: Layer): number => 1 + 2 * kinds.length;

const FORMAT = 'marsad names 1';

const packNumbered = (out: ByteWriter, { words, numbers }: Numbered): void => {
  out.ascending(words);
  for (const number of numbers) out.number(number);
};
const unpackNumbered = (source: ByteReader): Numbered => {
  const words = source.ascending();
  return { words, numbers: source.numbers(words.length) };
};

/** The bytes of a model's file: the same model gives the same bytes. */
export const packNames = ({ layers, fine, coarse, senses, weights }: NameModel): Uint8Array => {
  const out = writeBytes();
  out.text(FORMAT);
  out.texts(layers.map(({ name, eager, kinds }) => [name, eager, ...kinds].join('\t')));
  for (const numbered of [fine, coarse, senses]) packNumbered(out, numbered);
  packWeights(out, weights);
  return out.done();
};

/** A model out of its file. @throws RangeError where the bytes are no such model */
export const unpackNames = (bytes: Uint8Array): NameModel => {
  const source = readBytes(bytes);
  if (source.text() !== FORMAT)
    throw new RangeError(`a model of names begins with «${FORMAT}»: train or fetch it again`);
  const layers = source.texts().map((line): Layer => {
    const [name = '', eager, ...kinds] = line.split('\t');
    return { name, eager: Number(eager), kinds };
  });
  const [fine, coarse, senses] = [unpackNumbered(source), unpackNumbered(source), unpackNumbered(source)];
  return { layers, fine, coarse, senses, weights: unpackWeights(source) };
};
