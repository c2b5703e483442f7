/** Files that people have → places that lie over the package's: GeoNames dumps, OCHA tables as CSV or XLSX. */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { Failure } from '../../model/index.ts';
import type { PlaceEntry, PlaceTable } from '../../read/index.ts';
import { createTally, type ImportCount, type Tally } from './counts.ts';
import { writeImport } from './files.ts';
import { geonamesPlaces, isGeonames } from './geonames.ts';
import { type Cell, csvRows, linesOf, sheetsOf } from './lines.ts';
import { columnsOf, ochaPlaces } from './ocha.ts';

export type { ImportCount } from './counts.ts';

export type ImportResult = {
  /** What it is called among the imports; a later one of the same name replaces it. */
  readonly name: string;
  readonly places: number;
  readonly kinds: readonly ImportCount[];
  /** Rows that were left, by reason. */
  readonly skipped: readonly ImportCount[];
};

const NO_HEADER =
  'has neither the 19 columns of a GeoNames dump nor names and p-codes as OCHA has them (ADM1_EN, ADM1_PCODE)';

async function* csvPlaces(file: string, known: PlaceTable, tally: Tally): AsyncGenerator<PlaceEntry> {
  const rows = csvRows(file);
  const header = await rows.next();
  const columns = header.done ? undefined : columnsOf(header.value);
  if (columns === undefined) throw new Failure('bad-file', `${file} ${NO_HEADER}.`);
  yield* ochaPlaces(columns, rows, known, tally);
}

async function* workbookPlaces(file: string, known: PlaceTable, tally: Tally): AsyncGenerator<PlaceEntry> {
  let read = 0;
  // The coarsest sheet first, as in OCHA's workbooks: a unit is told by the sheet of its own level, with its point.
  for (const sheet of await sheetsOf(file)) {
    const at = sheet.slice(0, 10).findIndex((row) => columnsOf(row) !== undefined);
    const columns = at < 0 ? undefined : columnsOf(sheet[at]!);
    if (columns === undefined) {
      tally.skip('sheet without names and p-codes');
      continue;
    }
    read++;
    yield* ochaPlaces(columns, sheet.slice(at + 1) as readonly (readonly Cell[])[], known, tally);
  }
  if (read === 0) throw new Failure('bad-file', `${file} ${NO_HEADER}.`);
}

const firstLine = async (file: string): Promise<string> => {
  for await (const line of linesOf(file)) return line;
  return '';
};

/**
 * Takes over the places of a file.
 * @param overlay folder of additions, `$MARSAD_HOME/data`
 * @param known the package's places
 * @param onProgress told now and then how many places were taken
 * @throws Failure `no-file`, `bad-file`, `no-places`: what was imported before stays as it is
 */
export const importPlaces = async (
  file: string,
  overlay: string,
  known: PlaceTable,
  onProgress: (places: number) => void = () => undefined,
): Promise<ImportResult> => {
  if (!existsSync(file) || !statSync(file).isFile()) throw new Failure('no-file', `There is no file ${file}.`);
  const ending = path.extname(file).toLowerCase();
  if (ending === '.zip') throw new Failure('bad-file', `${file} is packed: unpack it, and import the .txt inside.`);
  const tally = createTally();
  const kinds = new Map<string, number>();
  const divisions = new Map<string, string>();
  const source = async (): Promise<AsyncIterable<PlaceEntry>> => {
    if (ending === '.xlsx') return workbookPlaces(file, known, tally);
    if (ending === '.csv' || !isGeonames(await firstLine(file))) return csvPlaces(file, known, tally);
    for (const { code, id } of known) if (code) divisions.set(code, id);
    return geonamesPlaces(file, divisions, tally);
  };
  let taken = 0;
  async function* counted(places: AsyncIterable<PlaceEntry>): AsyncGenerator<PlaceEntry> {
    for await (const place of places) {
      kinds.set(place.kind, (kinds.get(place.kind) ?? 0) + 1);
      if (++taken % 100_000 === 0) onProgress(taken);
      yield place;
    }
  }
  const name = path.basename(file, path.extname(file)).replace(/[^\p{L}\p{N}_-]+/gu, '-');
  const places = await writeImport(overlay, name, counted(await source()));
  return {
    name,
    places,
    kinds: [...kinds].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count),
    skipped: tally.skipped(),
  };
};
