import { describe, expect, it } from 'vitest';
import type { PublicClaim, PublicPlace, PublicSpeaker } from '../../publish/types.ts';
import { commonOf, notesOf, tellsPlaces, tellsTime } from './notes.ts';

const place = (en: string): PublicPlace => ({ name: { en }, precision: 'town', role: 'at' });
const speaker = (en: string): PublicSpeaker => ({ name: { en } });

/** A claim of which only these fields matter here. */
const claim = (fields: Partial<PublicClaim>): PublicClaim =>
  ({
    id: 'a',
    places: [],
    time: { earliest: '2024-12-01', latest: '2024-12-24', precision: 'bounded' },
    timeBasis: 'report',
    speakers: [],
    ...fields,
  }) as PublicClaim;

const here = claim({ places: [place('Here')], placesFrom: 'report' });
const there = claim({ places: [place('There')], placesFrom: 'report' });
const day = { earliest: '2024-12-02', latest: '2024-12-02', precision: 'day' } as const;

describe('what is said once', () => {
  it('is what most claims have from the report; claims told again have no vote', () => {
    const again = { ...there, same: 'a' };
    expect(commonOf([there, here, here, again, again]).places).toEqual(here.places);
    expect(commonOf([claim({ time: day }), claim({}), claim({})]).time).toEqual(claim({}).time);
  });

  it('is nothing where every claim states its own', () => {
    const own = claim({ time: day, timeBasis: 'stated', places: [place('Here')], placesFrom: 'clause' });
    expect(commonOf([own])).toEqual({ time: undefined, places: undefined });
  });

  it.each([
    ['the report’s own', here, false, false],
    ['another of the report’s places', there, false, true],
    ['the same place, but stated', { ...here, placesFrom: 'sentence' as const }, false, true],
    ['a stated time', { ...here, time: day, timeBasis: 'stated' as const }, true, false],
    ['the report’s own time, stated', { ...here, timeBasis: 'implied' as const }, true, false],
    ['no place at all', { ...here, places: [] }, false, false],
  ])('%s', (_, one, time, places) => {
    const common = commonOf([here, here]);
    expect(tellsTime(one, common)).toBe(time);
    expect(tellsPlaces(one, common)).toBe(places);
  });
});

describe('notes of one part', () => {
  it('name a speaker once in a row, and again after somebody else', () => {
    const [army, witness] = [[speaker('Army')], [speaker('Witness')]];
    const notes = notesOf([army, army, witness, army].map((speakers) => claim({ speakers })));
    expect(notes.told.map(({ names }) => names)).toEqual([true, false, true, true]);
  });

  it('tell apart who passed it on', () => {
    const [one, other] = [speaker('Paper'), speaker('Wire')];
    const notes = notesOf([one, other].map((publisher) => claim({ speakers: [speaker('Army')], publisher })));
    expect(notes.told.map(({ names }) => names)).toEqual([true, true]);
  });

  it('gather what is told again, without breaking a row', () => {
    const notes = notesOf([claim({ id: 'a' }), claim({ id: 'b', same: 'z' }), claim({ id: 'c' })]);
    expect(notes.told.map(({ claim: { id }, names }) => [id, names])).toEqual([
      ['a', true],
      ['c', false],
    ]);
    expect(notes.again.map(({ id }) => id)).toEqual(['b']);
  });
});
