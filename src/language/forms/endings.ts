/**
 * (word, tag) → one of a list of values: by the word itself where it is an exception, else by the longest ending that is
 * known with that tag. Lemmas and features both are such tables.
 */
import type { ByteReader, ByteWriter } from '../bytes.ts';
import { hashOf, mix } from '../hash.ts';
import { type KeyTable, tableOf } from '../tags/table.ts';

export const LONGEST_ENDING = 5;

export type EndingModel = {
  readonly values: readonly string[];
  /** Ascending hashes of words with their tags, and the place in `values` for each. */
  readonly words: Uint32Array;
  readonly wordValues: Uint16Array;
  /** The same for endings. */
  readonly endings: Uint32Array;
  readonly endingValues: Uint16Array;
};

/** Hash of a whole word with its tag. */
export const wordKey = (plain: string, tag: number): number => mix(mix(hashOf(plain), tag), 1);

/** Hash of the last `length` letters with a tag; of none, the tag alone. */
export const endingKey = (plain: string, length: number, tag: number): number =>
  mix(mix(hashOf(plain, plain.length - length), tag), 2 + length);

export type EndingTable = {
  /** The value, or undefined where even the tag is unknown. */
  readonly find: (plain: string, tag: number) => string | undefined;
  /** The value of this very word, where it is an exception. */
  readonly findWord: (plain: string, tag: number) => string | undefined;
};

/** The model as a table to look up in. */
export const createEndingTable = (model: EndingModel): EndingTable => {
  const words = tableOf(model.words);
  const endings = tableOf(model.endings);
  const at = (table: KeyTable, values: Uint16Array, key: number): string | undefined => {
    const number = table.find(key);
    return number < 0 ? undefined : model.values[values[number]!];
  };
  const findWord = (plain: string, tag: number) => at(words, model.wordValues, wordKey(plain, tag));
  return {
    findWord,
    find: (plain, tag) => {
      const exception = findWord(plain, tag);
      if (exception !== undefined) return exception;
      for (let length = Math.min(LONGEST_ENDING, plain.length); length >= 0; length--) {
        const value = at(endings, model.endingValues, endingKey(plain, length, tag));
        if (value !== undefined) return value;
      }
      return undefined;
    },
  };
};

export const packEndings = (out: ByteWriter, model: EndingModel): void => {
  out.texts(model.values);
  out.ascending(model.words);
  for (const value of model.wordValues) out.number(value);
  out.ascending(model.endings);
  for (const value of model.endingValues) out.number(value);
};

export const unpackEndings = (source: ByteReader): EndingModel => {
  const values = source.texts();
  const words = source.ascending();
  const wordValues = Uint16Array.from(source.numbers(words.length));
  const endings = source.ascending();
  return { values, words, wordValues, endings, endingValues: Uint16Array.from(source.numbers(endings.length)) };
};
