/** What a record says that rests on several claims. */
import { describe, expect, it } from 'vitest';
import { day, make, strike, town } from './made.test-help.ts';
import { first, match, second } from './matched.test-help.ts';

describe('what a joined record says', () => {
  it('keeps both tolls, each with who says it', () => {
    const more = second({ toll: [{ harm: 'killed', low: 6, high: 6, start: 0, end: 1 }] });
    const [record] = match(more, [first]).records;
    expect(record?.tolls).toEqual([
      { harm: 'killed', low: 4, high: 4, claims: [0] },
      { harm: 'killed', low: 6, high: 6, claims: [1] },
    ]);
  });

  it('has one row for one voice that says one number twice', () => {
    const [record] = match(second(), [first]).records;
    expect(record?.tolls).toEqual([{ harm: 'killed', low: 4, high: 4, claims: [0, 1] }]);
    expect(record?.agents).toMatchObject([{ actor: 'us-forces', claims: [0, 1] }]);
  });

  it('takes «4» and «4 people» of one voice for one toll, and keeps what either says of it', () => {
    const parts = [{ low: 1, high: 1 }];
    const held = {
      ...first,
      tolls: [{ harm: 'killed' as const, low: 4, high: 4, who: { en: 'people' }, claims: [0] }],
    };
    const including = [{ low: 1, high: 1, start: 0, end: 1 }];
    const told = second({ toll: [{ harm: 'killed', low: 4, high: 4, start: 0, end: 1, including }] });
    expect(match(told, [held]).records[0]?.tolls).toEqual([
      { harm: 'killed', low: 4, high: 4, who: { en: 'people' }, including: parts, claims: [0, 1] },
    ]);
  });

  it('has two rows for as many soldiers and civilians', () => {
    const [soldiers, civilians] = ['soldiers', 'civilians'].map((en) => ({
      ...{ harm: 'killed' as const, low: 4, high: 4, who: { en }, claims: [0] },
    }));
    const held = { ...first, tolls: [soldiers!, civilians!] };
    expect(match(second({ toll: [] }), [held]).records[0]?.tolls).toEqual([soldiers, civilians]);
  });

  it('has two rows for two voices that say one number', () => {
    const [record] = match(second({ speakers: [] }), [first]).records;
    expect(record?.tolls.map((toll) => toll.claims)).toEqual([[0], [1]]);
  });

  it('has the days on which both agree', () => {
    const bounds = { earliest: '2024-02-28', latest: '2024-03-04', precision: 'bounded' as const };
    const loose = { ...first, time: bounds };
    expect(match(second(), [loose]).records[0]?.time).toEqual({ ...day('2024-03-02'), basis: undefined });
  });

  it('takes a day that is said before one that is only the report’s', () => {
    const issued = { earliest: '2024-03-01', latest: '2024-03-04', precision: 'bounded' as const };
    const [record] = match(second(), [{ ...first, time: issued, timeBasis: 'report' as const }]).records;
    expect(record).toMatchObject({ time: { earliest: '2024-03-02', latest: '2024-03-02' }, timeBasis: 'stated' });
  });

  it('changes no value where a person has spoken', () => {
    const corrected = { ...first, by: 'person' as const, review: 'corrected' as const, tolls: [] };
    const [record] = match(second(), [corrected]).records;
    expect(record).toMatchObject({ version: 2, by: 'machine', review: 'corrected', tolls: [] });
    expect(record?.claims).toHaveLength(2);
  });
});

describe('a denial', () => {
  it('disputes the record of what it denies, and adds no value of its own', () => {
    const denial = second({ modality: 'denied', toll: [], agents: [] });
    const [record] = match(denial, [first]).records;
    expect(record?.modality).toBe('asserted');
    expect(record?.claims.map((claim) => claim.stance)).toEqual(['supports', 'disputes']);
  });

  it('is what is reported where nobody asserts it, until somebody does', () => {
    const [alone] = match(second({ modality: 'denied' })).records;
    expect(alone).toMatchObject({ modality: 'denied', claims: [{ stance: 'supports' }] });
    const [record] = match(strike(), alone ? [alone] : []).records;
    expect(record).toMatchObject({ version: 2, modality: 'asserted' });
    expect(record?.claims.map((claim) => claim.stance)).toEqual(['disputes', 'supports']);
  });

  it('disputes a claim of its own report', () => {
    const made = make({
      text: 'Jets struck Mayadin. The army denied that jets hit Mayadin.',
      mentions: { m1: { words: 'Mayadin', kind: 'place', place: town('p', 'Mayadin') } },
      claims: {
        c1: { quote: 'The army denied that jets hit Mayadin', trigger: 'hit', places: ['m1'], modality: 'denied' },
        c2: { quote: 'Jets struck Mayadin', trigger: 'struck', places: ['m1'] },
      },
    });
    const { records } = match(made);
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({
      version: 1,
      claims: [{ claimId: 'c2' }, { claimId: 'c1', stance: 'disputes' }],
    });
  });
});
