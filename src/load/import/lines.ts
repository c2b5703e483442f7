/** Rows of the files that people import: lines of a dump, cells of a CSV or of the sheets of a workbook. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Failure } from '../../model/index.ts';

/** Lines of a text file, one at a time. */
export const linesOf = (file: string): AsyncIterable<string> =>
  createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY });

export type Cell = string | number | boolean | Date | null | undefined;

/** Rows of a CSV file, as cells. @throws Failure `bad-file` where it is none */
export async function* csvRows(file: string): AsyncGenerator<readonly Cell[]> {
  const { parse } = await import('csv-parse');
  const parser = createReadStream(file).pipe(
    parse({ bom: true, relax_column_count: true, skip_empty_lines: true, trim: true }),
  );
  try {
    for await (const row of parser) yield row as readonly Cell[];
  } catch (error) {
    throw new Failure('bad-file', `${file} is no CSV that can be read: ${(error as Error).message}.`);
  }
}

/** Rows of all sheets of a workbook, each sheet by itself. @throws Failure `bad-file` where it is none */
export const sheetsOf = async (file: string): Promise<readonly (readonly (readonly Cell[])[])[]> => {
  const { default: readWorkbook } = await import('read-excel-file/node');
  try {
    return (await readWorkbook(file)).map(({ data }) => data as readonly (readonly Cell[])[]);
  } catch (error) {
    throw new Failure('bad-file', `${file} is no XLSX workbook that can be read: ${(error as Error).message}.`);
  }
};
