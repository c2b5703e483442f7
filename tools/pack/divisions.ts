/** First-level divisions of all countries, by the codes that the base has. */

import { expectColumns, need, type Table } from '../../src/load/index.ts';
import type { PlaceEntry } from '../../src/read/data.ts';
import type { City } from './geo.ts';
import { countryOf } from './people.ts';

export type Point = { readonly lat: number; readonly lon: number };

/** Key of a division: `SY.07`. */
export const divisionKey = (country: string, code: string): string => `${country}.${code}`;

const RADIAN = Math.PI / 180;
/** To two decimals; `+ 0` makes −0, which JSON and text would lose, a plain 0. */
export const rounded = (degrees: number): number => Math.round(degrees * 100) / 100 + 0;

/** Where the towns lie on the whole: the direction of the sum of their unit vectors, so that 180° is no wall. */
const middleOf = (cities: readonly City[]): Point => {
  let [x, y, z] = [0, 0, 0];
  for (const { loc } of cities) {
    const [lon, lat] = [loc.coordinates[0] * RADIAN, loc.coordinates[1] * RADIAN];
    x += Math.cos(lat) * Math.cos(lon);
    y += Math.cos(lat) * Math.sin(lon);
    z += Math.sin(lat);
  }
  return { lat: rounded(Math.atan2(z, Math.hypot(x, y)) / RADIAN), lon: rounded(Math.atan2(y, x) / RADIAN) };
};

/** For each division a point to show it at: the middle of the base's towns that lie in it. */
export const divisionPoints = (cities: readonly City[]): ReadonlyMap<string, Point> => {
  const inside = new Map<string, City[]>();
  for (const city of cities) {
    const key = divisionKey(city.country, city.adminCode);
    const list = inside.get(key);
    if (list) list.push(city);
    else inside.set(key, [city]);
  }
  return new Map([...inside].map(([key, list]) => [key, middleOf(list)]));
};

/** Words around a division's own name in GeoNames' English: «Deir ez-Zor Governorate», «State of Maine». */
const WRAPPING =
  /^(?:Muhafazat|Special Region of|Free State of|Federal State of|State of|Province of|Provincia de|Department of|Departamento de|Republic of) | (?:Governorate|Province|District|State|Region|Oblast'?|Oblast’|County|Department|Prefecture|Sheng|Raion|Krai|Kray|Municipality|Autonomous Region|Autonomous Oblast)$/g;

/** «Special Region of Aceh», «Guangxi Zhuang Autonomous Region» → Aceh, Guangxi. */
export const bareName = (name: string): string =>
  name
    .replace(WRAPPING, '')
    .replace(/ (?:Zhuang|Uyghur|Hui)$/, '')
    .trim();

/** data/places/admin1.tsv → divisions, but for those that a curated row tells better (`told`). */
export const divisionsOf = (
  table: Table,
  points: ReadonlyMap<string, Point>,
  told: ReadonlyMap<string, string>,
  shortOf: (key: string) => readonly string[] | undefined,
): ReadonlyMap<string, PlaceEntry> => {
  expectColumns(table, ['country', 'code', 'en']);
  const divisions = new Map<string, PlaceEntry>();
  for (const row of table.rows) {
    const country = countryOf(row) ?? need(row, 'country');
    const key = divisionKey(country, need(row, 'code'));
    if (told.has(key)) continue;
    const name = need(row, 'en');
    const bare = bareName(name);
    const point = points.get(key);
    const short = shortOf(key);
    divisions.set(key, {
      id: `place:admin1-${key.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`,
      kind: 'province',
      en: bare,
      aliases: bare === name ? [] : [name],
      ...(short && { short }),
      code: key,
      parent: `country:${country}`,
      country,
      ...point,
      population: 0,
    });
  }
  return divisions;
};

/** data/places/points.divisions.tsv → the middles of divisions by key, and districts that admin1.tsv does not have. */
export const shapesOf = (
  table: Table,
): { readonly points: ReadonlyMap<string, Point>; readonly districts: readonly PlaceEntry[] } => {
  expectColumns(table, ['country', 'code', 'en', 'lat', 'lon']);
  const points = new Map<string, Point>();
  const districts: PlaceEntry[] = [];
  for (const row of table.rows) {
    const country = countryOf(row) ?? need(row, 'country');
    const point = { lat: Number(need(row, 'lat')), lon: Number(need(row, 'lon')) };
    const { code, en } = row.cells;
    if (code) points.set(divisionKey(country, code), point);
    else {
      const name = en ?? need(row, 'en');
      const slug = name
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-');
      districts.push({
        id: `place:${country.toLowerCase()}-${slug}`,
        kind: 'district',
        en: name,
        aliases: [],
        parent: `country:${country}`,
        country,
        ...point,
        population: 0,
      });
    }
  }
  return { points, districts };
};
