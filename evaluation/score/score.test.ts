import { describe, expect, test } from 'vitest';
import { scoreLabels } from './case21.ts';
import { kilometres, scorePlaces, scoreResolution } from './geo.ts';
import { scorePages } from './pages.ts';

describe('labels', () => {
  const gold = [
    { id: '1', label: 'A' },
    { id: '2', label: 'A' },
    { id: '3', label: 'A' },
    { id: '4', label: 'B' },
  ];
  const said = (labels: string): Map<string, string | undefined> =>
    new Map([...labels].map((label, at) => [String(at + 1), label === '-' ? undefined : label]));
  test.each([
    // A: 3 of 3 right, B: 1 of 1.
    ['AAAB', 100, 100, 100],
    // A: P 3/4, R 1, F 6/7; B: 0. Weighted (3 × 6/7 + 0) / 4.
    ['AAAA', 64.29, 42.86, 75],
    // A: P 1, R 2/3, F 4/5; B: P 1/2, R 1, F 2/3.
    ['AABB', 76.67, 73.33, 75],
    // A label that is nowhere gold, and a missing prediction, are wrong without a class of their own.
    ['AAC-', 60, 40, 50],
  ])('%s', (labels, weighted, macro, accuracy) => {
    const scores = scoreLabels(gold, said(labels));
    expect(scores.weightedF1).toBeCloseTo(weighted, 1);
    expect(scores.macroF1).toBeCloseTo(macro, 1);
    expect(scores.accuracy).toBeCloseTo(accuracy, 1);
  });
});

describe('places', () => {
  test('a degree of longitude at the equator is 111.2 km', () => expect(kilometres(0, 0, 0, 1)).toBeCloseTo(111.19, 1));

  const name = (start: number, end: number, lat?: number, lon?: number) => ({
    start,
    end,
    ...(lat !== undefined && lon !== undefined && { lat, lon }),
  });
  const gold = [{ id: '1', places: [name(0, 4, 10, 10), name(10, 14, 20, 20), name(20, 24)] }];
  test.each([
    ['all right', [name(0, 4, 10, 10), name(10, 14, 20, 20), name(20, 24)], 100, 100, 100],
    ['111 km off is near enough', [name(0, 4, 10, 11), name(10, 14, 20, 20), name(20, 24)], 100, 100, 100],
    ['222 km off is not', [name(0, 4, 10, 12), name(10, 14, 20, 20), name(20, 24)], 100, 50, 50],
    // An overlapping span is resolved, but not recognised.
    ['a longer span', [name(0, 5, 10, 10), name(10, 14, 20, 20), name(20, 24)], 66.67, 100, 100],
    // Recognition: 2 right of 2, of 3. End to end: P 1/1 (the name without a point is out), R 1/2.
    ['one missed', [name(0, 4, 10, 10), name(20, 24)], 80, 50, 66.67],
    // The same span twice is one prediction.
    ['told twice', [name(0, 4, 10, 10), name(0, 4, 10, 10), name(10, 14, 20, 20), name(20, 24)], 100, 100, 100],
    ['nothing found', [], 0, 0, 0],
  ])('%s', (_name, found, recognition, resolution, endToEnd) => {
    const scores = scorePlaces(gold, new Map([['1', found]]));
    expect(scores.recognition).toBeCloseTo(recognition, 1);
    expect(scores.resolution).toBeCloseTo(resolution, 1);
    expect(scores.endToEnd).toBeCloseTo(endToEnd, 1);
  });
  test.each([
    ['all right', [name(0, 4, 10, 10), name(10, 14, 20, 20)], 100, 100],
    ['one far off', [name(0, 4, 10, 12), name(10, 14, 20, 20)], 50, 100],
    ['one without a point', [name(0, 4), name(10, 14, 20, 20)], 100, 50],
    ['nothing', [], 0, 0],
  ])('resolution: %s', (_name, found, accuracy, coverage) => {
    expect(scoreResolution(gold, new Map([['1', found]]))).toEqual({ accuracy, coverage });
  });
});

describe('pages', () => {
  test.each([
    ['the same', 'a b c d e', 'a b c d e', 100],
    ['white space and signs do not count', 'a b c d e', ' a, b… c\n«d» e', 100],
    // 2 shingles shared of 2, of 4: P 1, R 1/2.
    ['half of it', 'a b c d e f g', 'a b c d e', 66.67],
    ['a text shorter than a shingle', 'قال مرصد', 'قال مرصد', 100],
    // 4 shingles, one of them twice, against 1.
    ['a repetition is counted', 'a b c d', 'a b c d a b c d', 33.33],
    ['nothing', 'a b c d', '', 0],
  ])('%s', (_name, gold, found, f1) => {
    expect(scorePages(new Map([['1', gold]]), new Map([['1', found]])).f1).toBeCloseTo(f1, 1);
  });
  test('two empty pages do not count', () => {
    const gold = new Map([
      ['1', ''],
      ['2', 'a b c d'],
    ]);
    expect(scorePages(gold, new Map([['2', 'a b c d']])).f1).toBeCloseTo(100, 5);
  });
});
