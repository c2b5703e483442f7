/** Words → the network's first vectors, in fixed point. What depends on the form alone is kept for forms seen before. */

import { remember } from '../memory.ts';
import {
  endingOf,
  letterGroupsOf,
  numbersOf,
  shapeOf,
  spelling,
  TABLES,
  type TableName,
  type TaggedWord,
  tagOf,
  UNKNOWN,
} from './features.ts';
import { fixed, nearest } from './fixed.ts';
import { inputSize, type Model } from './model.ts';

const MOST_REMEMBERED = 20_000;

/** Writes a word's vector into `shorts` from `at` on. */
export type WordVectors = (word: TaggedWord, shorts: Int16Array, at: number) => void;

export const wordVectorsOf = (model: Model): WordVectors => {
  const { sizes } = model;
  const numbers = numbersOf(model.vocabulary);
  const tables = Object.fromEntries(
    TABLES.map((name) => {
      const { rows, columns, weights, scales } = model.matrices.get(name)!;
      const table = new Int16Array(rows * columns);
      for (let row = 0, at = 0; row < rows; row++)
        for (const end = at + columns; at < end; at++) table[at] = fixed(weights[at]! * scales[row]!);
      return [name, table];
    }),
  ) as Record<TableName, Int16Array>;
  const tagSize = sizes.tables.tag;
  const formSize = inputSize(sizes) - tagSize;
  const formVector = (form: string): Int16Array => {
    const spelt = spelling(form);
    const vector = new Int16Array(formSize);
    let at = 0;
    const put = (name: TableName, number: number): void => {
      const size = sizes.tables[name];
      vector.set(tables[name].subarray(number * size, (number + 1) * size), at);
      at += size;
    };
    put('word', numbers.word.get(spelt) ?? UNKNOWN);
    put('ending', numbers.ending.get(endingOf(spelt)) ?? UNKNOWN);
    const groups = letterGroupsOf(spelt);
    const size = sizes.tables.letters;
    for (let i = 0; i < size; i++) {
      let sum = 0;
      for (const group of groups) sum += tables.letters[group * size + i]!;
      vector[at + i] = nearest(sum / groups.length);
    }
    at += size;
    put('shape', numbers.shape.get(shapeOf(form)) ?? UNKNOWN);
    return vector;
  };

  const vectors = remember(formVector, MOST_REMEMBERED);

  return (word, shorts, at) => {
    shorts.set(vectors.of(word.form), at);
    const tag = numbers.tag.get(tagOf(word)) ?? UNKNOWN;
    shorts.set(tables.tag.subarray(tag * tagSize, (tag + 1) * tagSize), at + formSize);
  };
};
