/** Tab-separated tables: text → rows, each with the line it stands on, so that every complaint can name it. */
import { Failure } from '../model/index.ts';

export type Cells = Readonly<Record<string, string>>;
export type TableRow = { readonly cells: Cells; readonly where: string };
export type Table = { readonly file: string; readonly columns: readonly string[]; readonly rows: readonly TableRow[] };

/** A fault in a data file, told in one line that an editor can jump to. */
export const badData = (where: string, message: string): Failure => new Failure('bad-data', `${where}: ${message}`);

const strayIn = (cell: string): string | undefined =>
  cell !== cell.trim()
    ? 'a space at the edge of a cell'
    : /\s\s|[\u00a0\u200b-\u200f\u202a-\u202e\ufeff]/.test(cell)
      ? 'a double space, a no-break space or an invisible mark'
      : undefined;

/**
 * Reads a table: first line the column names, `#` lines comments, empty cells absent.
 * @param name how complaints call the file
 * @throws Failure `bad-data`, `NAME:LINE: …`
 */
export const parseTable = (name: string, text: string): Table => {
  let columns: readonly string[] | undefined;
  const rows: TableRow[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '' || line.startsWith('#')) continue;
    const where = `${name}:${index + 1}`;
    const cells = line.split('\t');
    for (const cell of cells) {
      const stray = strayIn(cell);
      if (stray) throw badData(where, `${stray}: «${cell}»`);
    }
    if (!columns) {
      if (cells.includes('')) throw badData(where, 'a column has no name');
      const twice = cells.find((cell, at) => cells.indexOf(cell) !== at);
      if (twice) throw badData(where, `the column «${twice}» stands twice`);
      columns = cells;
      continue;
    }
    if (cells.length > columns.length)
      throw badData(where, `the row has ${cells.length} cells, the header ${columns.length}`);
    const row: Record<string, string> = {};
    for (const [at, cell] of cells.entries()) if (cell !== '') row[columns[at]!] = cell;
    if (Object.keys(row).length === 0) throw badData(where, 'the row is empty');
    rows.push({ cells: row, where });
  }
  if (!columns) throw badData(`${name}:1`, 'the table has no header line');
  return { file: name, columns, rows };
};

/** The cell, which must be there. */
export const need = (row: TableRow, column: string): string => {
  const cell = row.cells[column];
  if (cell === undefined) throw badData(row.where, `«${column}» is empty`);
  return cell;
};

/** The parts of a cell that are separated by `|`, none of them empty, none twice. */
export const listOf = (row: TableRow, column: string): readonly string[] => {
  const cell = row.cells[column];
  if (cell === undefined) return [];
  const parts = cell.split('|');
  for (const [at, part] of parts.entries()) {
    if (part === '' || part !== part.trim()) throw badData(row.where, `«${column}» has an empty or padded part`);
    if (parts.indexOf(part) !== at) throw badData(row.where, `«${column}» says «${part}» twice`);
  }
  return parts;
};

/** A cell that must be one of `values`. */
export const oneOf = <T extends string>(row: TableRow, column: string, values: readonly T[]): T => {
  const cell = need(row, column);
  const found = values.find((value) => value === cell);
  if (!found) throw badData(row.where, `«${column}» is «${cell}», not one of ${values.join(', ')}`);
  return found;
};

/** Refuses a table that lacks one of `columns` or has one that is not known: a misspelt column would be lost in silence. */
export const expectColumns = (table: Table, required: readonly string[], optional: readonly string[] = []): void => {
  const missing = required.find((column) => !table.columns.includes(column));
  if (missing) throw badData(`${table.file}:1`, `the column «${missing}» is missing`);
  const unknown = table.columns.find((column) => !required.includes(column) && !optional.includes(column));
  if (unknown) throw badData(`${table.file}:1`, `the column «${unknown}» is not known`);
};
