import { describe, expect, it } from 'vitest';
import { expectColumns, listOf, oneOf, parseTable } from './table.ts';

const messageOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing was thrown';
};

describe('parseTable', () => {
  it('reads cells by column, skips comments, leaves empty cells out and knows each line', () => {
    const table = parseTable('t.tsv', '# why\nid\ten\tar\n\na\tA\n# more\nb\t\tب\n');
    expect(table.rows).toEqual([
      { cells: { id: 'a', en: 'A' }, where: 't.tsv:4' },
      { cells: { id: 'b', ar: 'ب' }, where: 't.tsv:6' },
    ]);
  });

  const bad: readonly (readonly [string, string, string])[] = [
    ['a column twice', 'id\ten\tid\n', 't.tsv:1: the column «id» stands twice'],
    ['a column without a name', 'id\t\tar\n', 't.tsv:1: a column has no name'],
    ['a row longer than the header', 'id\ten\na\tA\tx\n', 't.tsv:2: the row has 3 cells, the header 2'],
    ['a space at the edge', '# c\nid\ten\na\tA \n', 't.tsv:3: a space at the edge of a cell: «A »'],
    ['a double space', 'id\ten\na\tA  B\n', 't.tsv:2: a double space, a no-break space or an invisible mark: «A  B»'],
    ['a direction mark', 'id\na\u200f\n', 't.tsv:2: a double space, a no-break space or an invisible mark: «a\u200f»'],
    ['a carriage return', 'id\r\na\r\n', 't.tsv:1: a space at the edge of a cell: «id\r»'],
    ['a row of nothing', 'id\ten\n\t\n', 't.tsv:2: the row is empty'],
    ['no header', '# only words\n', 't.tsv:1: the table has no header line'],
  ];
  it.each(bad)('refuses %s', (_, text, message) => {
    expect(messageOf(() => parseTable('t.tsv', text))).toBe(message);
  });
});

describe('cells', () => {
  const [row] = parseTable('t.tsv', 'id\tlist\tkind\na\tx||y\tz\n').rows;

  it('refuses a list with an empty part', () => {
    expect(messageOf(() => listOf(row!, 'list'))).toBe('t.tsv:2: «list» has an empty or padded part');
  });
  it('refuses a word that is not of the set', () => {
    expect(messageOf(() => oneOf(row!, 'kind', ['town', 'base']))).toBe(
      't.tsv:2: «kind» is «z», not one of town, base',
    );
  });
  it('refuses a column that nobody reads, since it may be a misspelt one', () => {
    const table = parseTable('t.tsv', 'id\taliasse_en\n');
    expect(messageOf(() => expectColumns(table, ['id'], ['aliases_en']))).toBe(
      't.tsv:1: the column «aliasse_en» is not known',
    );
  });
});
