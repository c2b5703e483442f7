/** A GeoNames country dump → places. Columns: https://download.geonames.org/export/dump/readme.txt. */
import type { PlaceEntry, PlaceKind } from '../../read/index.ts';
import type { Tally } from './counts.ts';
import { linesOf } from './lines.ts';

const COLUMNS = 19;
/** Under this many people a place that is no seat counts as a village: as for the package's own base. */
const VILLAGE_BELOW = 5000;

/** Kinds by feature code, longest prefix first; class P is told apart below. */
const KINDS: readonly (readonly [RegExp, PlaceKind])[] = [
  [/^A\.ADM1$/, 'province'],
  [/^A\.ADM[2-5]$/, 'district'],
  [/^P\.PPLX$/, 'quarter'],
  [/^H\.(?:STM|RVR|CNL|WAD)/, 'river'],
  [/^T\.(?:DSRT|HMDA|ERG)/, 'desert'],
  [/^H\.(?:LK|RSV|GULF|SEA|BAY|STRT)|^L\.(?:RGN|AREA|CST|PRT)|^T\.(?:MT|MTS|PLN|VAL|ISL|PEN)/, 'region'],
  [/^R\.(?:RD|HWY|ST|TRL)/, 'road'],
  [/^S\.(?:MILB|AIRB)|^L\.MILB/, 'base'],
  [/^S\.(?:PSTB|CSTM)/, 'crossing'],
  [/^S\.(?:AIRP|HSP|SCH|UNIV|MSQE|CH|PRT|PS|OIL|RFN|DAM|BDG|PRN|MKT|MUS)|^L\.(?:PRT|OILF|GASF|RFG|CMP)/, 'facility'],
];

const kindOf = (feature: string, population: number): PlaceKind | undefined => {
  const kind = KINDS.find(([pattern]) => pattern.test(feature))?.[1];
  if (kind || !feature.startsWith('P.')) return kind;
  // Abandoned, destroyed and historical places are no places of news.
  if (/^P\.PPL[QHW]|PPLCH/.test(feature)) return undefined;
  return /^P\.PPL[ACG]/.test(feature) || population >= VILLAGE_BELOW ? 'town' : 'village';
};

// Letters of Persian, Urdu and Kurdish that Arabic news do not write.
const ARABIC = /^[\u0621-\u063a\u0641-\u064a\s-]+$/;
const LATIN = /^\p{Lu}[\p{Script=Latin}\p{M}\s’‘'ʼ`.-]+$/u;

type Row = {
  readonly id: string;
  readonly kind: PlaceKind;
  readonly level: number;
  /** Codes of the divisions that it lies in, from the country down. */
  readonly codes: readonly string[];
  readonly entry: Omit<PlaceEntry, 'parent'>;
};

const clean = (text: string): string => text.replace(/[\t|]/g, ' ').replace(/\s+/g, ' ').trim();

const rowFrom = (line: string, tally: Tally): Row | undefined => {
  const cells = line.split('\t');
  if (cells.length !== COLUMNS || !/^\d+$/.test(cells[0]!)) {
    tally.skip('no row of a GeoNames dump (19 columns, an id first)');
    return undefined;
  }
  const [id, name, ascii, others, lat, lon, group, code, country] = cells as [string, ...string[]];
  const population = Number(cells[14]) || 0;
  const kind = kindOf(`${group}.${code}`, population);
  if (kind === undefined) {
    tally.skip(
      group === 'P'
        ? 'abandoned or historical place'
        : `feature ${group}.${code}: not a kind of place that reports name`,
    );
    return undefined;
  }
  const [latitude, longitude] = [Number(lat), Number(lon)];
  if (lat === '' || lon === '' || !(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
    tally.skip('no point, or none on the earth');
    return undefined;
  }
  const spellings = (others ?? '').split(',').map(clean);
  const arabic = spellings.filter((spelling) => spelling.length > 1 && ARABIC.test(spelling));
  const latin = spellings.filter(
    (spelling) => spelling.length > 2 && LATIN.test(spelling) && spelling !== spelling.toUpperCase(),
  );
  const en = clean(name ?? '');
  const ar = arabic[0];
  const level = /^ADM(\d)/.exec(code ?? '')?.[1];
  const seat = code === 'PPLC' ? 0 : /^PPLA/.test(code ?? '') ? Number(code!.slice(4) || 1) : undefined;
  return {
    id: id!,
    kind,
    level: group === 'A' && level ? Number(level) : 0,
    codes: cells.slice(10, 13).filter((part) => part !== '' && part !== '00'),
    entry: {
      id: `geonames:${id}`,
      kind,
      ...(en && { en }),
      ...(ar && { ar }),
      aliases: [...new Set([clean(ascii ?? ''), ...latin, ...arabic.slice(1)])].filter(
        (one) => one !== '' && one !== en,
      ),
      ...(country && { country }),
      lat: latitude,
      lon: longitude,
      population,
      ...(seat !== undefined && { seat }),
    },
  };
};

/** Whether a line is one of a GeoNames dump. */
export const isGeonames = (line: string): boolean => /^\d+\t/.test(line) && line.split('\t').length === COLUMNS;

/**
 * The places of a dump. The file is read twice: divisions first, since a town may stand before its district.
 * @param known ids of the package's first-level divisions by code, `SY.07`: they are told better there
 */
export async function* geonamesPlaces(
  file: string,
  known: ReadonlyMap<string, string>,
  tally: Tally,
): AsyncGenerator<PlaceEntry> {
  const divisions = new Map(known);
  const keyOf = (row: Row, length: number): string => [row.entry.country, ...row.codes.slice(0, length)].join('.');
  const silent: Tally = { skip: () => undefined, skipped: () => [] };
  for await (const line of linesOf(file)) {
    if (!/\tADM[1-3]\t/.test(line)) continue;
    const row = rowFrom(line, silent);
    if (row === undefined || row.level === 0 || row.codes.length < row.level) continue;
    const key = keyOf(row, row.level);
    if (!divisions.has(key)) divisions.set(key, row.entry.id);
  }
  for await (const line of linesOf(file)) {
    if (line === '') continue;
    const row = rowFrom(line, tally);
    if (row === undefined) continue;
    if (row.level > 0 && known.has(keyOf(row, row.level)) && row.level === 1) {
      tally.skip('first-level division: the package has it');
      continue;
    }
    let parent = row.entry.country ? `country:${row.entry.country}` : undefined;
    const deepest = row.level > 0 ? row.level - 1 : row.codes.length;
    for (let length = deepest; length > 0; length--) {
      const id = divisions.get(keyOf(row, length));
      if (id === undefined || id === row.entry.id) continue;
      parent = id;
      break;
    }
    yield { ...row.entry, ...(parent && { parent }) };
  }
}
