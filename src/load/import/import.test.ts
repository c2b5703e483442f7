/** Files that people have → places laid over the package's. Rows of our own; names and points are made up. */
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLocator, type PlaceTable } from '../../read/index.ts';
import { loadReaderData } from '../node.ts';
import { importPlaces } from './index.ts';
import { columnsOf } from './ocha.ts';

let folder: string;
let known: PlaceTable;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'import-'));
  known = (await loadReaderData()).places;
});
afterAll(() => rm(folder, { recursive: true }));

const file = async (name: string, text: string): Promise<string> => {
  const target = path.join(folder, name);
  await writeFile(target, text);
  return target;
};
const overlay = (name: string): string => path.join(folder, `home-${name}`);

/** A row of a dump: id, names, point, feature, country and codes; the rest empty. */
const dump = (
  id: number,
  en: string,
  others: string,
  feature: string,
  codes: readonly string[],
  people = 0,
  lat = '35',
): string => {
  const [group, code] = feature.split('.');
  const [a1 = '', a2 = '', a3 = ''] = codes;
  return [id, en, en, others, lat, '40', group, code, 'SY', '', a1, a2, a3, '', people, '', '', '', '2024-01-01'].join(
    '\t',
  );
};

describe('a GeoNames dump', () => {
  const lines = [
    // The village stands before its district.
    dump(90000001, 'Tall Qurnub', 'تل قرنب,TQ,Tell Kurnub', 'P.PPL', ['07', '9999'], 40),
    dump(90000002, 'Qurnub District', 'ناحية قرنب', 'A.ADM2', ['07', '9999']),
    dump(90000003, 'Deir ez-Zor Governorate', '', 'A.ADM1', ['07']),
    dump(90000004, 'Wadi Qurnub', '', 'H.WAD', ['07']),
    dump(90000005, 'Old Qurnub', '', 'P.PPLQ', ['07']),
    dump(90000006, 'Nowhere', '', 'P.PPL', ['07'], 10, '95'),
    dump(90000007, 'Spring of Qurnub', '', 'H.SPNG', ['07']),
    'a line that is none',
  ];
  it('becomes places that the reader finds, with what it left and why', async () => {
    const home = overlay('geonames');
    const result = await importPlaces(await file('XX.txt', `${lines.join('\n')}\n`), home, known);
    expect(result).toMatchObject({ name: 'XX', places: 3 });
    expect(Object.fromEntries(result.kinds.map(({ reason, count }) => [reason, count]))).toEqual({
      village: 1,
      district: 1,
      river: 1,
    });
    expect(Object.fromEntries(result.skipped.map(({ reason, count }) => [reason, count]))).toEqual({
      'first-level division: the package has it': 1,
      'abandoned or historical place': 1,
      'no point, or none on the earth': 1,
      'feature H.SPNG: not a kind of place that reports name': 1,
      'no row of a GeoNames dump (19 columns, an id first)': 1,
    });
    const before = await loadReaderData();
    const after = await loadReaderData(undefined, home);
    expect(after.hash).not.toBe(before.hash);
    expect(after.places.size).toBe(before.places.size + 3);
    expect(after.places.get('geonames:90000001')).toMatchObject({
      ar: 'تل قرنب',
      aliases: ['Tell Kurnub'],
      parent: 'geonames:90000002',
      kind: 'village',
    });
    const governorate = [...known].find(({ code }) => code === 'SY.07')!;
    expect(after.places.get('geonames:90000002')?.parent).toBe(governorate.id);
    const [english, arabic] = [
      createLocator(after)('Tell Kurnub', [{ start: 0, end: 11 }]),
      createLocator(after)('تل قرنب', [{ start: 0, end: 7 }]),
    ];
    expect(english[0]?.id).toBe('geonames:90000001');
    expect(arabic[0]?.admin).toEqual([governorate.en, 'Qurnub District']);
  });
});

describe('an OCHA table', () => {
  it.each([
    ['ADM1_EN,ADM1_AR,ADM1_PCODE,ADM2_EN,ADM2_PCODE', true],
    ['admin1Name_en,admin1Name_ar,admin1Pcode', true],
    ['adm1_name,adm1_pcode,adm2_name,adm2_pcode', true],
    ['name,code', false],
    ['', false],
  ])('is told by its header: %s', (header, is) => {
    expect(columnsOf(header.split(',')) !== undefined).toBe(is);
  });
  it('becomes units of every level, once each, linked to the provinces that are known', async () => {
    const home = overlay('ocha');
    const csv = [
      '\ufeffADM1_EN,ADM1_AR,ADM1_PCODE,ADM2_EN,ADM2_AR,ADM2_PCODE,ADM4_EN,ADM4_AR,ADM4_PCODE,Latitude,Longitude',
      'Homs,حمص,SY04,Qurnub,قرنب,SY0499,"Upper Qurnub, East",قرنب الفوقا,C9001,34.5,37.1',
      'Homs,حمص,SY04,Qurnub,قرنب,SY0499,,,,34.6,37.2',
      'Homs,حمص,SY04,Qurnub,قرنب,SY0499,Lower Qurnub,,SY049902,,',
      'Homs,حمص,SY04,Qurnub,قرنب,SY0499,Middle Qurnub,قرنب الوسطى,SY049903,34.55,37.15',
      'Homs,حمص,,,,,,,,,',
    ].join('\r\n');
    const result = await importPlaces(await file('units.csv', csv), home, known);
    expect(result.places).toBe(4);
    expect(Object.fromEntries(result.skipped.map(({ reason, count }) => [reason, count]))).toEqual({
      'told already by an earlier row': 1,
      'no p-code': 1,
    });
    const { places } = await loadReaderData(undefined, home);
    expect(places.get('place:ocha-sy0499')).toMatchObject({ kind: 'district', ar: 'قرنب', country: 'SY' });
    expect(places.get(places.get('place:ocha-sy0499')!.parent!)).toMatchObject({ kind: 'province', en: 'Homs' });
    expect(places.get('place:ocha-sy049903')).toMatchObject({
      kind: 'village',
      lat: 34.55,
      parent: 'place:ocha-sy0499',
    });
    expect(places.get('place:ocha-c9001')).toMatchObject({ en: 'Upper Qurnub, East', parent: 'place:ocha-sy0499' });
    expect(places.get('place:ocha-sy049902')?.lat).toBeUndefined();
  });
});

describe('what cannot be taken over is one clear line, and leaves what there was', () => {
  it.each<[string, string, string | undefined, RegExp]>([
    ['a missing file', 'none.txt', undefined, /There is no file .*none\.txt/],
    ['an empty file', 'empty.csv', '', /19 columns .*ADM1_EN, ADM1_PCODE/],
    ['some other table', 'other.csv', 'a,b\n1,2\n', /19 columns .*ADM1_EN, ADM1_PCODE/],
    ['a broken CSV', 'broken.csv', 'ADM1_EN,ADM1_PCODE\n"x,SY01\n', /no CSV that can be read/],
    ['a packed dump', 'SY.zip', 'PK', /unpack it/],
    ['no workbook', 'book.xlsx', 'not a workbook', /no XLSX workbook/],
    ['nothing of use', 'nothing.csv', 'ADM1_EN,ADM1_PCODE\nX,\n', /no place that can be taken over/],
  ])('%s', async (_, name, text, message) => {
    const home = overlay('bad');
    const target = text === undefined ? path.join(folder, name) : await file(name, text);
    await expect(importPlaces(target, home, known)).rejects.toMatchObject({
      name: 'Failure',
      message: expect.stringMatching(message),
    });
    expect(await readdir(path.join(home, 'places')).catch(() => [])).toEqual([]);
  });
});
