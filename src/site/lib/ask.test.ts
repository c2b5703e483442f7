/** Addresses → questions and back; what cannot be meant is told. */
import { describe, expect, it } from 'vitest';
import { askOf, queryOf } from './ask.ts';
import { barsPath, binWords, stretchOn, ticksOf } from './axis.ts';

describe('an address', () => {
  it.each([
    ['', {}, 0],
    [
      'type=violence&actor=irgc&place=geonames:170794',
      { type: 'violence', actor: 'irgc', place: 'geonames:170794' },
      0,
    ],
    ['q=+%D8%AF%D9%8A%D8%B1+&page=3', { text: 'دير', page: 3 }, 0],
    ['from=2024-02-30&to=2024-02-29', { to: '2024-02-29' }, 1],
    ['from=24.12.2024', {}, 1],
    ['modality=denied', { modality: 'denied' }, 0],
    ['modality=toString', {}, 1],
    ['page=first', { page: 0 }, 0],
    ['page=-1', { page: 0 }, 0],
    ['type=&actor=', {}, 0],
  ])('«%s»', (search, ask, wrong) => {
    const asked = askOf(new URLSearchParams(search));
    expect(asked.ask).toEqual(ask);
    expect(asked.wrong).toHaveLength(wrong);
  });

  it('comes back from what it asks, its first page unsaid', () => {
    const query = '?q=dair&type=violence&place=geonames:170794&from=2024-01-01&page=2';
    expect(queryOf(askOf(new URLSearchParams(query)).ask)).toBe(query);
    expect(queryOf({ page: 1 })).toBe('');
  });
});

describe('an axis', () => {
  const year = { step: 'month' as const, bins: ['2024-01-01', '2024-07-01'], end: '2025-01-01' };
  it.each([
    ['2024-01-01', '2024-12-31', 0, 1],
    ['2024-07-01', '2024-07-01', 0.497, 0.5],
    ['2020-01-01', '2030-01-01', 0, 1],
  ])('%s to %s', (earliest, latest, from, to) => {
    const [first = -1, last = -1] = stretchOn(year, { earliest, latest }) ?? [];
    expect(first).toBeCloseTo(from, 2);
    expect(last).toBeCloseTo(to, 2);
  });
  it('has no place for what has no date', () => {
    expect(stretchOn(year, {})).toBeUndefined();
  });
  it.each([
    ['month', 'en', 'May 2024'],
    ['month', 'ar', 'أيار/مايو 2024'],
    ['year', 'ar', '2024'],
    ['week', 'en', '1 May 2024'],
  ] as const)('names a %s in %s', (step, language, name) => {
    expect(binWords('2024-05-01', step, language)).toBe(name);
  });
  it('names its ends and its middle', () => {
    expect(ticksOf({ ...year, bins: ['2024-01-01', '2024-02-01', '2024-03-01'] }, 'en')).toEqual([
      'January 2024',
      'February 2024',
      'March 2024',
    ]);
  });
  it('stacks what may be upon what is sure', () => {
    expect(barsPath([100, 0, 3, 1], 300, 40)).toBe('M5 40v-13M25 40v-0.4M35 40v-0.1');
  });
});
