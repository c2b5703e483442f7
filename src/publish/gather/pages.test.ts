/** Pages over many records out of facts: counts, groups, filters, postures; and what an address must not be told. */
import { describe, expect, it } from 'vitest';
import type { PublicPlace } from '../types.ts';
import { asked, counts, type Fact } from './fact.ts';
import type { Known } from './known.ts';
import { actorIndex, actorOf, mapDataOf, offersOf, pageOf, placeIndex, placeOf, sitesOfFacts } from './pages.ts';
import { postureOf, toldOf } from './posture.ts';

const place = (id: string, precision: PublicPlace['precision'], more: Partial<PublicPlace> = {}): PublicPlace => ({
  id,
  name: { en: id, ar: `م ${id}` },
  precision,
  country: 'SY',
  role: 'at',
  ...more,
});

// Points are made up on purpose.
const PLACES: Record<string, PublicPlace> = {
  town: place('town', 'town', { lat: 10, lon: 20 }),
  district: place('district', 'district', { lat: 11, lon: 21 }),
  'country:SY': place('country:SY', 'country', { lat: 12, lon: 22 }),
  nowhere: place('nowhere', 'region', {}),
};
const ABOVE: Record<string, readonly string[]> = { town: ['district', 'country:SY'], district: ['country:SY'] };

const known: Known = {
  actor: (id) => (id === 'unheard' ? undefined : { en: id }),
  actorKind: (id) =>
    id === 'unit' ? { kind: 'rebel-group', parent: 'army' } : id === 'army' ? { kind: 'state-forces' } : undefined,
  place: (id) => PLACES[id],
  above: (id) => (ABOVE[id] ?? []).flatMap((up) => PLACES[up] ?? []),
  type: (id) => ({ label: { en: id, ar: id }, definition: { en: id, ar: id } }),
};

let next = 0;
const fact = (more: Partial<Fact>): Fact => {
  next += 1;
  const places = more.places ?? ['town'];
  return {
    id: `r${next}`,
    type: 'violence.airstrike',
    modality: 'asserted',
    review: 'machine-read',
    actors: ['army'],
    places,
    areas: [...new Set(places.flatMap((id) => [id, ...(ABOVE[id] ?? [])]))],
    earliest: '2024-05-01',
    latest: '2024-05-01',
    day: '2024-05-01',
    ...more,
  };
};

describe('a question', () => {
  const facts = [
    fact({ id: 'a', type: 'posture.presence', actors: ['unit'], earliest: '2024-01-01', latest: '2024-03-31' }),
    fact({ id: 'b', places: ['district'], modality: 'denied' }),
    fact({ id: 'c', earliest: undefined as never, latest: undefined as never }),
  ];
  it.each([
    [{}, 'abc'],
    [{ type: 'posture' }, 'a'],
    [{ type: 'posture.presence' }, 'a'],
    [{ type: 'post' }, ''],
    [{ actor: 'army' }, 'bc'],
    [{ place: 'district' }, 'abc'],
    [{ place: 'town' }, 'ac'],
    [{ modality: 'denied' as const }, 'b'],
    // What may lie within it counts; what has no date does not.
    [{ from: '2024-02-01', to: '2024-02-02' }, 'a'],
    [{ from: '2024-04-01' }, 'b'],
    [{ to: '2024-04-01' }, 'a'],
    [{ place: 'unknown' }, ''],
  ])('%j finds «%s»', (ask, ids) => {
    expect(
      asked(facts, ask)
        .map((one) => one.id)
        .join(''),
    ).toBe(ids);
  });
});

describe('counts', () => {
  it('order equal ones by key, count each fact once, and name nobody unheard of', () => {
    const facts = [fact({ actors: ['b', 'b', 'a'] }), fact({ actors: ['unheard', 'c'] })];
    expect(counts.actors(facts).map(([id]) => id)).toEqual(['a', 'b', 'c', 'unheard']);
    expect(actorIndex(facts, known).map((one) => one.id)).toEqual(['a', 'b', 'c']);
  });
  it('of places go up to the country, each country’s places together', () => {
    const index = placeIndex([fact({}), fact({ places: ['district'] })], known);
    expect(index.map(({ id, records }) => `${id} ${records}`)).toEqual(['country:SY 2', 'district 2', 'town 1']);
    expect(new Set(index.map((one) => one.country?.id))).toEqual(new Set(['country:SY']));
  });
});

describe('pages of a list', () => {
  it.each([
    [1, [1, 2]],
    [2, [3]],
    [3, undefined],
    [0, undefined],
    [1.5, undefined],
  ])('%s', (page, lines) => {
    expect(pageOf([1, 2, 3], page, 2)?.lines).toEqual(lines);
  });
  it('of an empty list: one', () => {
    expect(pageOf([], 1, 2)).toEqual({ lines: [], total: 0, page: 1, pages: 1 });
  });
});

describe('an actor and a place', () => {
  const facts = [
    fact({ type: 'posture.presence', change: 'increased', actors: ['unit', 'army'] }),
    fact({
      type: 'posture.visibility',
      change: 'decreased',
      actors: ['unit'],
      earliest: '2024-06-01',
      latest: '2024-06-30',
    }),
    fact({ type: 'posture.guard', modality: 'possible', actors: ['unit'] }),
    fact({ places: ['district'] }),
  ];
  it('know what they are part of, who is named with them, and where posture is told', () => {
    const page = actorOf('unit', asked(facts, { actor: 'unit' }), facts, known);
    expect(page).toMatchObject({ kind: 'rebel-group', partOf: { id: 'army' }, others: [{ id: 'army', records: 1 }] });
    expect(page?.places).toEqual([{ id: 'town', name: PLACES.town?.name, records: 3, posture: true }]);
    expect(actorOf('army', asked(facts, { actor: 'army' }), facts, known)?.parts.map((one) => one.id)).toEqual([
      'unit',
    ]);
    const there = placeOf('district', asked(facts, { place: 'district' }), known);
    expect(there?.within.map((one) => one.id)).toEqual(['country:SY']);
    expect(there?.inside.map((one) => one.id)).toEqual(['town']);
    expect(there?.actors).toMatchObject([
      { id: 'unit', posture: true },
      { id: 'army', posture: true },
    ]);
  });
  it('make a posture: presence and visibility apart, levels by change, oldest first', () => {
    const posture = postureOf('unit', 'district', asked(facts, { actor: 'unit', place: 'district' }), known);
    expect(posture?.id).toBe('unit@district');
    expect(posture?.presence.told.map((one) => one.level)).toEqual(['more']);
    expect(posture?.visibility.told.map((one) => one.level)).toEqual(['less']);
    expect(posture?.others.map((one) => [one.type, one.told[0]?.level, one.told[0]?.modality])).toEqual([
      ['posture.guard', 'there', 'possible'],
    ]);
    expect(postureOf('army', 'district', [fact({})], known)).toBeUndefined();
    expect(postureOf('unheard', 'district', facts, known)).toBeUndefined();
  });
});

describe('a map', () => {
  it('marks what has a point, as an area where it is one, and a country by its outline', () => {
    const facts = [
      fact({ places: ['town', 'country:SY'] }),
      fact({ places: ['nowhere'] }),
      fact({ places: ['district'] }),
    ];
    const sites = sitesOfFacts(facts, known);
    expect(sites.map(({ id, km, outline }) => [id, km > 0, outline])).toEqual([
      ['country:SY', true, '760'],
      ['district', true, undefined],
      ['town', false, undefined],
    ]);
    const data = mapDataOf(facts, known);
    expect(data.records).toEqual([
      [[0, 1], 19_844, 19_844],
      [[2], 19_844, 19_844],
    ]);
  });
});

describe('a form', () => {
  it('names what is asked only where it has records', () => {
    const offers = offersOf([fact({})], known, { actor: 'army', place: 'nowhere' });
    expect(offers.places.map((one) => one.id)).not.toContain('nowhere');
    expect(offers.types).toMatchObject([{ id: 'violence.airstrike', family: 'violence' }]);
  });
});

describe('a posture of many records', () => {
  const many = Array.from({ length: 3000 }, (_, at) =>
    fact({
      type: 'posture.presence',
      actors: ['unit'],
      change: at % 2 === 0 ? 'continued' : 'decreased',
      ...(({ day }) => ({ earliest: day, latest: day, day }))({
        day: new Date(Date.UTC(2004, 0, 1 + at * 2)).toISOString().slice(0, 10),
      }),
    }),
  );
  const presence = postureOf('unit', 'district', many, known)?.presence;

  it('has as many marks as can be told apart, the newest of each bin, and says how many records they are', () => {
    const told = presence?.told ?? [];
    expect(told.length).toBeLessThanOrEqual(48);
    expect(told.at(-1)).toMatchObject({ record: many.at(-1)?.id, level: 'less' });
    expect(told.reduce((sum, { records = 1 }) => sum + records, presence?.earlier ?? 0)).toBe(3000);
  });
  it('tells of the records on a page one by one, oldest first', () => {
    const [newer, older] = [many[7], many[3]];
    expect(toldOf(many, [newer?.id ?? '', older?.id ?? '', 'none']).map((one) => one.record)).toEqual([
      older?.id,
      newer?.id,
    ]);
  });
});
