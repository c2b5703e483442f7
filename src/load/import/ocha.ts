/**
 * An administrative table of OCHA (https://data.humdata.org, «cod-ab») → places: one row a unit of the finest level, with
 * names and p-codes of all levels above it. Column names differ from country to country: ADM1_EN, admin1Name_ar, adm1_pcode.
 */
import { wordsOf } from '../../language/index.ts';
import type { PlaceEntry, PlaceKind, PlaceTable } from '../../read/index.ts';
import type { Tally } from './counts.ts';
import type { Cell } from './lines.ts';

type Columns = {
  readonly code: ReadonlyMap<number, number>;
  readonly en: ReadonlyMap<number, number>;
  readonly ar: ReadonlyMap<number, number>;
  readonly lat?: number;
  readonly lon?: number;
};

const CODE = /^adm(?:in)?(\d)_?p_?code$/;
const NAME = /^adm(?:in)?(\d)_?(?:name)?_?(en|ar)?$/;
const LAT = /^(?:lat|latitude|latitude_y|center_lat|y|y_?coord|point_y)$/;
const LON = /^(?:lon|long|longitude|longitude_x|center_lon|x|x_?coord|point_x)$/;

/** Where the table has what, or undefined where the row is no header of such a table. */
export const columnsOf = (header: readonly Cell[]): Columns | undefined => {
  const [code, en, ar] = [new Map<number, number>(), new Map<number, number>(), new Map<number, number>()];
  let [lat, lon]: (number | undefined)[] = [];
  header.forEach((cell, at) => {
    const name = String(cell ?? '')
      .trim()
      .toLowerCase();
    const level = CODE.exec(name)?.[1];
    const named = NAME.exec(name);
    if (level !== undefined) code.set(Number(level), at);
    else if (named?.[2] === 'ar') ar.set(Number(named[1]), at);
    // Without a language: English, unless a column says so itself.
    else if (named && (named[2] === 'en' || !en.has(Number(named[1])))) en.set(Number(named[1]), at);
    else if (LAT.test(name)) lat = at;
    else if (LON.test(name)) lon = at;
  });
  if (code.size === 0 || en.size + ar.size === 0) return undefined;
  return { code, en, ar, ...(lat !== undefined && lon !== undefined && { lat, lon }) };
};

const KIND: readonly PlaceKind[] = ['country', 'province', 'district', 'district'];
/** Beyond this level units are single settlements, and too many to remember. */
const SETTLEMENT = 4;

const textOf = (cell: Cell): string =>
  String(cell ?? '')
    .replace(/[\t|]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** The number of a cell, or undefined where there is none. */
const numberOf = (cell: Cell): number | undefined => {
  const text = textOf(cell).replace(',', '.');
  return text === '' || Number.isNaN(Number(text)) ? undefined : Number(text);
};

/**
 * The places of the rows under a header.
 * @param known the package's places: its provinces and countries are linked to, not doubled
 */
export async function* ochaPlaces(
  columns: Columns,
  rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>,
  known: PlaceTable,
  tally: Tally,
): AsyncGenerator<PlaceEntry> {
  const ids = new Map<string, string>();
  const levels = [...columns.code.keys()].sort((a, b) => a - b);
  for await (const row of rows) {
    const codeAt = (level: number): string => textOf(row[columns.code.get(level)!]);
    const own = levels.filter((level) => codeAt(level) !== '').at(-1);
    if (own === undefined) {
      tally.skip('no p-code');
      continue;
    }
    // The communities of Syria are C1001, but their districts SY0100.
    const country = levels
      .map((level) => /^[A-Z]{2}(?=\d|$)/i.exec(codeAt(level))?.[0].toUpperCase())
      .find((code) => code !== undefined && known.get(`country:${code}`));
    let parent = country && known.get(`country:${country}`)?.id;
    if (parent === undefined) {
      tally.skip('no p-code begins with a country');
      continue;
    }
    if (own === 0) tally.skip('country: the package has it');
    for (const level of levels) {
      const code = codeAt(level);
      if (level === 0 || level > own || code === '') continue;
      const seen: string | undefined = ids.get(code);
      if (seen !== undefined) {
        if (level === own) tally.skip('told already by an earlier row');
        parent = seen;
        continue;
      }
      const at = (names: ReadonlyMap<number, number>): string => {
        const column = names.get(level);
        return column === undefined ? '' : textOf(row[column]);
      };
      const [en, ar] = [at(columns.en), at(columns.ar)];
      if (en === '' && ar === '') {
        tally.skip('no name');
        continue;
      }
      const province = [en, ar]
        .flatMap((name) => (name && level === 1 ? known.named(wordsOf(name).join(' ')) : []))
        .find(({ entry }) => entry.kind === 'province' && entry.country === country);
      if (province) {
        ids.set(code, province.entry.id);
        if (level === own) tally.skip('first-level division: the package has it');
        parent = province.entry.id;
        continue;
      }
      const id = `place:ocha-${code.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
      const [lat, lon] = [columns.lat, columns.lon].map((column) =>
        column === undefined || level !== own ? undefined : numberOf(row[column]),
      );
      const pointed = lat !== undefined && lon !== undefined && Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
      yield {
        id,
        kind: KIND[level] ?? 'village',
        ...(en && { en }),
        ...(ar && { ar }),
        aliases: [],
        parent,
        country: country!,
        ...(pointed && { lat, lon }),
        population: 0,
      };
      if (level < SETTLEMENT) ids.set(code, id);
      parent = id;
    }
  }
}
