import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { geoDistance } from 'd3-geo';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseTable, type Table } from '../../src/load/index.ts';
import type { PlaceEntry } from '../../src/read/data.ts';
import { readData } from '../pack.ts';
import { baseCities, kindOf } from './geo.ts';
import { foldName, sameName } from './names.ts';
import { placesOf } from './places.ts';
import { readTable } from './tables.ts';

const root = path.join(import.meta.dirname, '../..');
const tableOf = (name: string): Promise<Table> => readTable(root, path.join(root, 'data/places', name));
/** Mean radius of the Earth (IUGG), km. */
const EARTH = 6371.0088;

let places: ReadonlyMap<string, PlaceEntry>;
beforeAll(async () => {
  places = new Map((await readData(root)).places.map((place) => [place.id, place]));
});

describe('ids of the base', () => {
  it('are those of a place of that name', async () => {
    const base = new Map(baseCities().map((city) => [String(city.cityId), city]));
    const wrong = (await tableOf('curated.tsv')).rows.filter(({ cells }) => {
      if (!cells.geonames) return false;
      const names = [cells.en!, ...(cells.aliases_en ?? '').split('|')].map((name) => name.replace(/ District$/, ''));
      const city = base.get(cells.geonames);
      return !city || city.country !== cells.country || !sameName(city.name, names);
    });
    expect(wrong.map((row) => row.where)).toEqual([]);
  });

  it('lie within 10 km of where a second source has them', async () => {
    const far: string[] = [];
    let compared = 0;
    for (const { cells } of (await tableOf('points.check.tsv')).rows) {
      const place = places.get(`geonames:${cells.geonames}`);
      if (place?.lat === undefined || place.lon === undefined) continue;
      compared++;
      const km = EARTH * geoDistance([place.lon, place.lat], [Number(cells.lon), Number(cells.lat)]);
      if (km > 10) far.push(`${place.en} ${km.toFixed(1)} km`);
    }
    expect(far).toEqual([]);
    expect(compared).toBeGreaterThan(300);
  });

  const tables = (row: string) => () =>
    placesOf({
      countries: parseTable('c.tsv', 'code\ten\tar\taliases_en\taliases_ar\tpeople_en\tpeople_ar\nSY\tSyria\tسوريا\n'),
      curated: [parseTable('p.tsv', `id\tkind\ten\tar\tparent\tcountry\tgeonames\tadmin1\n${row}\n`)],
      divisions: parseTable('d.tsv', 'country\tcode\ten\nSY\t07\tDeir ez-Zor Governorate\n'),
      arabic: parseTable('a.tsv', 'geonames\tar\n174448\tالبو كمال\n'),
      short: parseTable('s.tsv', 'country\tcode\tshort\n'),
      world: parseTable('w.tsv', 'id\tlat\tlon\n'),
      persons: new Set(),
      regions: parseTable('r.tsv', 'id\tmembers\tisland\n'),
      shapes: parseTable('h.tsv', 'country\tcode\ten\tlat\tlon\n'),
    });
  const refused: readonly (readonly [string, string, string])[] = [
    [
      'an id of another place',
      'x\ttown\tHoms\tحمص\t\tSY\t174448',
      'GeoNames 174448 is «Ālbū Kamāl» (SY), which the row does not name',
    ],
    ['an id that is not in the base', 'x\ttown\tHoms\tحمص\t\tSY\t1', 'GeoNames 1 is not in cities500'],
    ['another country', 'x\ttown\tAlbu Kamal\tالبوكمال\t\tIQ\t174448', 'GeoNames 174448 lies in SY, the row says IQ'],
    ['a code of no division', 'x\tprovince\tX\tس\t\tSY\t\t99', 'the base has no place with admin-1 code SY.99'],
    ['a country that is not listed', 'x\tbase\tX\tس\tcountry:IQ', 'the parent «country:IQ» is not in countries.tsv'],
  ];
  it.each(refused)('refuses %s', (_, row, message) => {
    expect(tables(row)).toThrow(`p.tsv:2: ${message}`);
  });

  it('links a town of the base to its division, and lets a curated row tell it better', () => {
    const found = new Map(tables('bk\ttown\tAlbu Kamal\tالبوكمال\t\tSY\t174448')().map((place) => [place.id, place]));
    expect(found.get('geonames:174448')).toMatchObject({
      en: 'Albu Kamal',
      ar: 'البوكمال',
      // The base's other spellings come along, in both scripts.
      aliases: expect.arrayContaining(['Abu Kamal', 'أبو كمال', 'البو كمال']),
      parent: 'place:admin1-sy-07',
    });
    expect(found.get('place:admin1-sy-07')).toMatchObject({
      en: 'Deir ez-Zor',
      aliases: ['Deir ez-Zor Governorate'],
      parent: 'country:SY',
    });
  });
});

describe('places of the seed', () => {
  const chain = (id: string): readonly string[] => {
    const place = places.get(id);
    return place ? [place.en ?? place.id, ...(place.parent ? chain(place.parent) : [])] : [];
  };
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ['geonames:174448', ['Al-Bukamal', 'Al-Bukamal District', 'Deir ez-Zor', 'Syria']],
    ['place:al-qusour-al-bukamal', ['Al-Qusour', 'Al-Bukamal', 'Al-Bukamal District', 'Deir ez-Zor', 'Syria']],
    ['place:al-siyal', ['Al-Siyal', 'Al-Bukamal', 'Al-Bukamal District', 'Deir ez-Zor', 'Syria']],
    ['place:southern-badia', ['Southern Badia', 'Syria']],
    ['geonames:99072', ['Mosul', 'Mosul District', 'Nineveh', 'Iraq']],
  ];
  it.each(rows)('%s lies in %j', (id, expected) => {
    expect(chain(id)).toEqual(expected);
  });
  it('gives no point to what the base does not have', () => {
    for (const id of ['place:al-qusour-al-bukamal', 'place:al-siyal', 'place:southern-badia', 'place:euphrates'])
      expect(places.get(id), id).not.toHaveProperty('lat');
  });
});

describe('names', () => {
  it('are the same without marks and article, and not otherwise', () => {
    expect(foldName('Ālbū Kamāl')).toBe('albukamal');
    expect(foldName('Ar Raqqah')).toBe(foldName('al-Raqqah'));
    expect(sameName('Dayr az Zawr', ['Deir ez-Zor'])).toBe(false);
  });
  it('are careful where they are words', async () => {
    const text = await readFile(path.join(root, 'data/places/ambiguous.tsv'), 'utf8');
    for (const name of ['Of', 'Reading', 'Nice', 'Mobile', 'Hamas', 'الباب'])
      expect(text).toMatch(new RegExp(`^${name}\t`, 'm'));
  });
});

it('counts a small place that is no seat as a village', () => {
  const city = (featureCode: string, population: number) =>
    ({ featureCode, population }) as Parameters<typeof kindOf>[0];
  expect(kindOf(city('PPL', 4999))).toBe('village');
  expect(kindOf(city('PPL', 5000))).toBe('town');
  expect(kindOf(city('PPLA3', 0))).toBe('town');
  expect(kindOf(city('PPLX', 90000))).toBe('quarter');
});
