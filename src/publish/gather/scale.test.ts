/** Bins and what stands in them: what is dated within one, what may lie in several, what lies before them all. */
import { describe, expect, it } from 'vitest';
import type { Fact } from './fact.ts';
import { binsOf, scaleBetween, scaleOf, spanOf, tallyOver } from './scale.ts';

const fact = (earliest?: string, latest?: string, more: Partial<Fact> = {}): Fact => ({
  id: `${earliest}/${latest}`,
  type: 'violence.airstrike',
  modality: 'asserted',
  review: 'machine-read',
  actors: [],
  places: [],
  areas: [],
  day: latest ?? earliest ?? '2024-01-01',
  ...(earliest === undefined ? {} : { earliest }),
  ...(latest === undefined ? {} : { latest }),
  ...more,
});

describe('a scale', () => {
  it.each([
    // from, to, step, first bin, number of bins, end
    ['2024-03-05', '2024-05-20', 'day', '2024-03-05', 77, '2024-05-21'],
    ['2024-01-03', '2024-12-24', 'week', '2024-01-01', 52, '2024-12-30'],
    ['2022-02-10', '2024-12-24', 'month', '2022-02-01', 35, '2025-01-01'],
    ['1979-02-01', '2024-12-24', 'year', '1979-01-01', 46, '2025-01-01'],
    // A single day gets days around it.
    ['2024-12-31', '2024-12-31', 'day', '2024-12-25', 13, '2025-01-07'],
    // February of a leap year, and a year that begins on a Monday.
    ['2024-02-28', '2024-03-10', 'day', '2024-02-28', 12, '2024-03-11'],
  ])('from %s to %s has a %s a bin', (from, to, step, first, count, end) => {
    const scale = scaleBetween(from, to);
    expect([scale.step, scale.bins[0], scale.bins.length, scale.end]).toEqual([step, first, count, end]);
  });

  it('of records begins where most of them do, and says how many lie before', () => {
    const many = Array.from({ length: 40 }, (_, day) => fact(`2024-05-${String((day % 28) + 1).padStart(2, '0')}`));
    const found = scaleOf([...many, fact('1979-11-04', '1979-11-04')]);
    expect(found?.before).toBe(1);
    expect(found?.scale.bins[0]?.slice(0, 4)).toBe('2024');
    // Two of three are not few.
    expect(scaleOf([fact('1979-11-04'), fact('1980-01-01'), fact('2024-01-01')])?.before).toBe(0);
  });

  it('is none where nothing has a date', () => {
    expect(scaleOf([fact(), fact()])).toBeUndefined();
  });
});

describe('a span', () => {
  it.each([
    ['2024-05-01', '2024-05-03', { from: '2024-05-01', to: '2024-05-03' }],
    ['2024-05-01', undefined, { from: '2024-05-01', to: '2024-05-01' }],
    [undefined, '2024-05-03', { from: '2024-05-03', to: '2024-05-03' }],
    ['2024-05-03', '2024-05-01', { from: '2024-05-01', to: '2024-05-03' }],
    [undefined, undefined, undefined],
  ])('of %s to %s', (earliest, latest, expected) => {
    expect(spanOf({ ...(earliest && { earliest }), ...(latest && { latest }) })).toEqual(expected);
  });
});

describe('a series', () => {
  const scale = scaleBetween('2024-01-01', '2024-12-31');
  const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

  it.each([
    ['a day', fact('2024-03-05', '2024-03-05'), 1, 0],
    ['a week that is a bin', fact('2024-01-01', '2024-01-07'), 1, 0],
    ['two weeks', fact('2024-01-03', '2024-01-10'), 0, 2],
    ['from before the scale', fact('2023-06-01', '2024-01-10'), 0, 2],
    ['wholly before it', fact('2023-06-01', '2023-06-02'), 0, 0],
    ['wholly after it', fact('2025-06-01', '2025-06-02'), 0, 0],
    ['no date', fact(), 0, 0],
  ])('counts %s', (_what, one, sure, maybe) => {
    const tally = tallyOver(scale, 'x', { en: 'X' });
    tally.add(binsOf(scale)(one));
    const series = tally.series();
    expect([sum(series.sure), sum(series.maybe)]).toEqual([sure, maybe]);
    expect(series.records).toBe(1);
  });
});
