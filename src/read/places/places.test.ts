/** The table of places, the meanings of a name, and which is meant: small tables of our own, and the packed one. */
import { describe, expect, it } from 'vitest';
import { loadReaderData } from '../../load/index.ts';
import type { PlaceEntry, PlaceKind } from '../data.ts';
import { createLocator } from '../locate.ts';
import { compilePlaces, keysOf, meaningOfText, placeTableFrom, placeTableOf, placeTextsOf } from './index.ts';

const place = (id: string, kind: PlaceKind, en: string, more: Partial<PlaceEntry> = {}): PlaceEntry => ({
  id,
  kind,
  en,
  aliases: [],
  population: 0,
  ...more,
});

describe('keys of a name', () => {
  it.each<[string, Partial<PlaceEntry>, readonly string[]]>([
    ['folded, the article with and without', { en: 'Al-Bukamal' }, ['al bukamal', 'bukamal']],
    ['both scripts', { en: 'Homs', ar: 'حِمص' }, ['homs', 'حمص']],
    ['an acronym in capitals only', { aliases: ['UAE'] }, ['uae capitals']],
    ['an abbreviation behind a town only', { short: ['Ky.'] }, ['ky behind']],
    ['a short name keeps its article', { en: 'Al Tal' }, ['al tal']],
    ['nothing of one letter', { en: 'Å' }, []],
  ])('%s', (_, names, keys) => {
    expect(keysOf({ aliases: [], ...names }).map(({ key, only }) => (only ? `${key} ${only}` : key))).toEqual(keys);
  });
});

describe('the table', () => {
  const first = [
    place('geonames:1', 'town', 'Rome', { population: 5, lat: 0, lon: -0.5, seat: 0 }),
    place('place:r', 'province', 'Rome', { short: ['R.'], curated: true }),
    place('geonames:12', 'town', 'New Rome', { aliases: ['Nova Roma', 'NR'] }),
  ];
  it('gives back what went in', () => {
    const table = placeTableFrom(first);
    expect([...table]).toEqual(first);
    expect(table.size).toBe(3);
    expect(table.get('geonames:12')).toEqual(first[2]);
    expect(table.get('geonames:1')).toEqual(first[0]);
    expect(table.get('geonames:123')).toBeUndefined();
    expect(table.named('rome').map(({ entry }) => entry.id)).toEqual(['geonames:1', 'place:r']);
    expect(table.named('nr')).toEqual([{ entry: first[2], only: 'capitals' }]);
    expect(table.named('r')).toEqual([{ entry: first[1], only: 'behind' }]);
    expect(table.longest('new')).toBeGreaterThanOrEqual(2);
    expect(table.named('ne')).toEqual([]);
  });
  it('is laid over by a later one: one place an id, under the names of both', () => {
    const later = [place('geonames:1', 'town', 'Roma', { population: 9 }), place('place:new', 'village', 'Rome')];
    const table = placeTableOf([placeTextsOf(first), placeTextsOf(later)]);
    expect(table.get('geonames:1')?.population).toBe(9);
    expect(table.named('rome').map(({ entry }) => entry.id)).toEqual(['geonames:1', 'place:r', 'place:new']);
    expect(table.named('roma').map(({ entry }) => entry.population)).toEqual([9]);
    expect([...table].map(({ id }) => id).sort()).toEqual(['geonames:1', 'geonames:12', 'place:new', 'place:r']);
  });
  it('holds thousands of places of one name, and of none', () => {
    const many = Array.from({ length: 5_000 }, (_, at) => place(`geonames:${at + 1}`, 'village', 'Salem'));
    expect(placeTableFrom(many).named('salem')).toHaveLength(5_000);
    expect(placeTableFrom([]).named('salem')).toEqual([]);
    expect(placeTableFrom([]).get('geonames:1')).toBeUndefined();
  });
});

describe('meanings of a written name', () => {
  const index = compilePlaces({
    places: placeTableFrom([
      place('country:XA', 'country', 'Xanadu', { country: 'XA' }),
      place('place:n', 'province', 'Norland', { country: 'XA', parent: 'country:XA' }),
      place('place:c', 'district', 'Orchard County', { country: 'XA', parent: 'place:n' }),
      place('geonames:1', 'town', 'Orchard', { country: 'XA', population: 300 }),
      place('geonames:2', 'town', 'Saint Ann', { country: 'XA', population: 90_000 }),
      place('geonames:3', 'town', 'Tal Rand', { ar: 'تل رند', country: 'XA', population: 60_000 }),
    ]),
  });
  it.each<[string, readonly string[], string | undefined]>([
    ['Orchard', ['geonames:1'], undefined],
    ['Orchard County', ['place:c'], 'district'],
    ['Norland province', ['place:n'], 'province'],
    ['the city of Orchard', ['geonames:1'], 'settlement'],
    ['St. Ann', ['geonames:2'], undefined],
    ['northern Norland', ['place:n'], undefined],
    ['ريف تل رند', ['geonames:3'], undefined],
    ['مدينة تل رند', ['geonames:3'], 'settlement'],
    // What must stay unknown: a county that no table has, a part of a village, lookalikes.
    ['Tal Rand County', [], undefined],
    ['North Orchard', [], undefined],
    ['Orchards', [], undefined],
    ['تل رندة', [], undefined],
    ['', [], undefined],
    ['of the', [], undefined],
  ])('%s', (name, ids, kind) => {
    const meaning = meaningOfText(name, index);
    expect(meaning.entries.map(({ id }) => id)).toEqual(ids);
    expect(meaning.kind).toBe(kind);
  });
});

describe('which place is meant', async () => {
  const locate = createLocator(await loadReaderData());
  const answer = (marked: string): readonly (string | undefined)[] => {
    const spans: { start: number; end: number }[] = [];
    let text = '';
    marked.split(/[[\]]/).forEach((part, at) => {
      if (at % 2 === 1) spans.push({ start: text.length, end: text.length + part.length });
      text += part;
    });
    return locate(text, spans).map((found) => found && [found.country, ...(found.admin ?? [])].join(' '));
  };
  it.each<[string, readonly (string | undefined)[]]>([
    ['They met in [Paris].', ['FR Île-de-France']],
    ['The fire in [Paris], [Texas], was put out.', ['US Texas Lamar County', 'US']],
    ['Police in [Moscow], [Idaho], said so.', ['US Idaho Latah County', 'US']],
    ['They drove from [Tripoli] to [Beirut].', ['LB North', 'LB Beirut']],
    ['They drove from [Tripoli] to [Misrata].', ['LY Tripoli', 'LY Misrata']],
    ['انتقلوا من [طرابلس] إلى [بيروت].', ['LB North', 'LB Beirut']],
    ['انتقلوا من [طرابلس] إلى [مصراتة].', ['LY Tripoli', 'LY Misrata']],
    ['The state of [Georgia] borders [Alabama] and [Florida].', ['US', 'US', 'US']],
    ['[Georgia] and [Armenia] signed in [Tbilisi].', ['GE', 'AM', 'GE']],
    ['She is [Sudanese].', ['SD']],
    ['A village named [Qwzytown] was hit.', [undefined]],
    ['قرية [خربة الشقشقوف] قصفت.', [undefined]],
  ])('%s', (text, expected) => {
    const found = answer(text);
    expect(found.map((one, at) => (expected[at] && one?.startsWith(expected[at]!) ? expected[at] : one))).toEqual(
      expected,
    );
  });
});
