import { describe, expect, test } from 'vitest';
import { scoreLabels } from './case21.ts';
import { kilometres, scorePlaces, scoreResolution } from './geo.ts';
import { type GoldTemplate, scoreTemplates, type Template } from './muc4.ts';
import { scorePages } from './pages.ts';
import { scoreTimes, type Timex } from './timex.ts';

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

describe('times', () => {
  const time = (start: number, end: number, value: string, type = 'DATE'): Timex => ({ start, end, type, value });
  const gold = [{ id: '1', times: [time(0, 4, '2024-05'), time(10, 14, 'P3D', 'DURATION')] }];
  test.each([
    ['all right', [time(0, 4, '2024-05'), time(10, 14, 'P3D', 'DURATION')], 100, 100, 100],
    ['a longer span with the right value', [time(0, 6, '2024-05'), time(10, 14, 'P3D', 'DURATION')], 50, 100, 100],
    ['a wrong value', [time(0, 4, '2023-05'), time(10, 14, 'P3D', 'DURATION')], 100, 100, 50],
    // 1 right of 1, of 2.
    ['one missed', [time(0, 4, '2024-05')], 66.67, 66.67, 66.67],
    ['nothing found', [], 0, 0, 0],
  ])('%s', (_name, found, strict, relaxed, value) => {
    const scores = scoreTimes(gold, new Map([['1', found]]));
    expect(scores.strict).toBeCloseTo(strict, 1);
    expect(scores.relaxed).toBeCloseTo(relaxed, 1);
    expect(scores.value).toBeCloseTo(value, 1);
  });
});

describe('templates', () => {
  const none = { instrId: [], instrType: [], perpInd: [], perpOrg: [], orgConf: [], physTgt: [], physEffect: [] };
  const gold = (more: Readonly<Record<string, unknown>> = {}): GoldTemplate => ({
    ...none,
    optional: false,
    type: ['BOMBING'],
    dates: ['1989-05-01', '1989-05-03'],
    country: [],
    places: [],
    stage: [],
    perpCat: [],
    humName: [],
    humDesc: [{ alts: ['THE FARMERS'] }],
    humNumber: [{ alts: ['~30'] }],
    humEffect: [],
    ...more,
  });
  const said: Template = { type: 'BOMBING', date: '1989-05-02', victim: ['FARMERS'], victimNumber: ['30'] };
  const score = (wanted: GoldTemplate, found: readonly Template[]) =>
    scoreTemplates([{ id: '1', templates: [wanted] }], new Map([['1', found]]));
  test.each([
    ['all right; a day within the range; articles and signs of numbers do not count', gold(), [said], 100, 100],
    // An attack may stand for a bombing, but its type is wrong: 3 of 4.
    ['a kindred type', gold(), [{ ...said, type: 'ATTACK' }], 75, 75],
    ['another type is no answer', gold(), [{ ...said, type: 'ARSON' }], 0, 0],
    // Lenient: one holds the other. Strict: 3 of 4.
    ['a longer name', gold(), [{ ...said, victim: ['FARMERS OF THE VALLEY'] }], 100, 75],
    ['an optional template costs nothing', gold({ optional: true }), [said], 0, 0],
    // 4 right of 8, of 4.
    ['one too many', gold(), [said, said], 66.67, 66.67],
  ])('%s', (_name, wanted, found, lenient, strict) => {
    const scores = score(wanted, found);
    expect(scores.lenient).toBeCloseTo(lenient, 1);
    expect(scores.strict).toBeCloseTo(strict, 1);
  });
});
