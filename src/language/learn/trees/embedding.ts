/** A batch's words → rows of vectors, and their gradient back into the tables. Words, tags and columns are left out at random. */
import { TABLES, type TableName, UNKNOWN } from '../../trees/features.ts';
import type { Batch, Example } from './batches.ts';
import type { Arena, Floats } from './floats.ts';
import type { Table } from './parameters.ts';
import type { Random } from './random.ts';

export type Tables = Readonly<Record<TableName, Table>>;

/** A rare word is taken for unknown the more often the rarer it is (Kiperwasser & Goldberg 2016), and any word now and then. */
const RARE = 0.25;
const ANY_WORD = 0.06;
const ANY_TAG = 0.06;

export type Embedded = { readonly input: Floats; readonly back: (gradient: Floats) => void };

/**
 * @param frequency how often each word occurs in what is learned from
 * @param masks one number for each sentence and column: 0 or 1/(1 - dropout)
 */
export const embed = (
  arena: Arena,
  batch: Batch,
  tables: Tables,
  frequency: readonly number[],
  masks: Floats,
  random: Random,
): Embedded => {
  const columns = TABLES.reduce((sum, name) => sum + tables[name].columns, 0);
  const input = arena.take(batch.rows, columns);
  // What each row took of each table; letter groups are taken together, as their mean.
  const taken: (readonly (readonly number[])[])[] = new Array(batch.rows);
  const sentenceOf = new Int32Array(batch.rows);
  const numbersOf = (example: Example, word: number): (readonly number[])[] => {
    const number = example.word[word]!;
    const often = frequency[number] ?? 0;
    const unknown = often < 2 || random() < RARE / (RARE + often) || random() < ANY_WORD;
    return [
      [unknown ? UNKNOWN : number],
      [example.ending[word]!],
      example.letters[word]!,
      [example.shape[word]!],
      [random() < ANY_TAG ? UNKNOWN : example.tag[word]!],
    ];
  };
  batch.examples.forEach((example, sentence) => {
    for (let word = 0; word < example.length; word++) {
      const row = batch.rowOf(sentence, word);
      sentenceOf[row] = sentence;
      const numbers = numbersOf(example, word);
      taken[row] = numbers;
      let at = row * columns;
      TABLES.forEach((name, index) => {
        const { values, columns: size } = tables[name];
        for (const number of numbers[index]!)
          for (let i = 0; i < size; i++) input.values[at + i]! += values[number * size + i]! / numbers[index]!.length;
        at += size;
      });
      for (let i = 0; i < columns; i++) input.values[row * columns + i]! *= masks.values[sentence * columns + i]!;
    }
  });

  return {
    input,
    back: ({ values }) => {
      for (let row = 0; row < batch.rows; row++) {
        const mask = sentenceOf[row]! * columns;
        let at = row * columns;
        let column = 0;
        TABLES.forEach((name, index) => {
          const { gradient, touched, columns: size } = tables[name];
          const numbers = taken[row]![index]!;
          for (const number of numbers) {
            touched.add(number);
            for (let i = 0; i < size; i++)
              gradient[number * size + i]! += (values[at + i]! * masks.values[mask + column + i]!) / numbers.length;
          }
          at += size;
          column += size;
        });
      }
    },
  };
};
