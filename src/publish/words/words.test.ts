/** Words, numbers and dates of the interface in both languages. */
import { describe, expect, it } from 'vitest';
import type { Interval, Language } from '../../model/index.ts';
import { words } from './index.ts';
import { COUNT_NOUNS } from './words.ts';

const time = (earliest?: string, latest?: string, precision: Interval['precision'] = 'bounded'): Interval => ({
  ...(earliest ? { earliest } : {}),
  ...(latest ? { latest } : {}),
  precision,
});

const INTERVALS: readonly (readonly [Interval, string, string])[] = [
  [time('2024-12-24', '2024-12-24', 'day'), 'on 24 December 2024', 'في 24 كانون الأول/ديسمبر 2024'],
  [time('2024-04-01', '2024-04-30', 'month'), 'in April 2024', 'في نيسان/أبريل 2024'],
  [time('2024-01-01', '2024-12-31', 'year'), 'in 2024', 'في عام 2024'],
  [
    time('2024-04-01', '2024-12-24'),
    'between 1 April and 24 December 2024',
    'بين 1 نيسان/أبريل و24 كانون الأول/ديسمبر 2024',
  ],
  [time('2024-04-01', '2024-04-09'), 'between 1 and 9 April 2024', 'بين 1 و9 نيسان/أبريل 2024'],
  [
    time('2023-10-07', '2024-02-01'),
    'between 7 October 2023 and 1 February 2024',
    'بين 7 تشرين الأول/أكتوبر 2023 و1 شباط/فبراير 2024',
  ],
  [time(undefined, '2024-02-01'), 'by 1 February 2024', 'حتى 1 شباط/فبراير 2024'],
  [time('2024-02-01'), 'since 1 February 2024', 'منذ 1 شباط/فبراير 2024'],
  [time(), 'date unknown', 'بتاريخ غير معروف'],
];

describe('intervals', () => {
  it.each(INTERVALS)('%o', (interval, en, ar) => {
    expect(words.en.when(interval)).toBe(en);
    expect(words.ar.when(interval)).toBe(ar);
  });
  it('stand without a preposition on their own', () => {
    expect(words.en.interval(time('2024-12-24', '2024-12-24', 'day'))).toBe('24 December 2024');
    expect(words.ar.interval(time())).toBe('التاريخ غير معروف');
  });
});

describe('days', () => {
  it('are written out with their weekday', () => {
    expect(words.en.weekday('2024-12-24')).toBe('Tuesday 24 December 2024');
    expect(words.ar.weekday('2024-12-24')).toBe('الثلاثاء 24 كانون الأول/ديسمبر 2024');
    expect(words.ar.day('2024-12-24', 'arabic')).toBe('٢٤ كانون الأول/ديسمبر ٢٠٢٤');
  });
  it.each(['2024-02-30', 'yesterday', ''])('%j is no day and comes back as it is', (iso) => {
    expect(words.en.day(iso)).toBe(iso);
    expect(words.ar.weekday(iso)).toBe(iso);
  });
});

const PLURALS: readonly (readonly [number, string])[] = [
  [0, '0 تقرير'],
  [1, 'تقرير واحد'],
  [2, 'تقريران'],
  [3, '3 تقارير'],
  [10, '10 تقارير'],
  [11, '11 تقريراً'],
  [99, '99 تقريراً'],
  [100, '100 تقرير'],
  [102, '102 تقرير'],
  [103, '103 تقارير'],
  [111, '111 تقريراً'],
  [1000, '1,000 تقرير'],
];

describe('numbers', () => {
  it.each(PLURALS)('%i reports in Arabic', (value, expected) => {
    expect(words.ar.count('report', value)).toBe(expected);
  });
  it('count in English', () => {
    expect([0, 1, 2, 12345].map((n) => words.en.count('person', n))).toEqual([
      '0 people',
      '1 person',
      '2 people',
      '12,345 people',
    ]);
  });
  it.each([
    [7, undefined, 'at least 7', '7 على الأقل'],
    [7, 7, '7', '7'],
    [3, 5, '3–5', '\u20663–5\u2069'],
  ] as const)('range %s–%s', (low, high, en, ar) => {
    expect(words.en.range(low, high)).toBe(en);
    expect(words.ar.range(low, high)).toBe(ar);
  });
  it('say tolls, a stated none too', () => {
    expect(words.en.toll('killed', 0, 0)).toBe('none killed');
    expect(words.ar.toll('killed', 0, 0)).toBe('لا قتلى');
    expect(words.ar.toll('killed', 2, 2)).toBe('مقتل شخصين');
    expect(words.ar.toll('injured', 3, 15)).toBe('إصابة ما بين 3 و15 شخصاً');
    expect(words.ar.toll('displaced', 1000)).toBe('نزوح ما لا يقل عن 1,000 شخص');
  });
});

describe.each(['en', 'ar'] as const)('the words of %s', (language: Language) => {
  it('are all there, in their script, and differ within a list', () => {
    const { months, weekdays } = words[language];
    expect([months.length, weekdays.length]).toEqual([12, 7]);
    for (const [list, entries] of Object.entries(words[language])) {
      if (typeof entries === 'function') continue;
      const texts = Object.values(entries as Record<string, string>);
      expect(new Set(texts).size, list).toBe(texts.length);
      for (const text of texts) expect(/\p{Script=Arabic}/u.test(text), `${list}: ${text}`).toBe(language === 'ar');
    }
    for (const noun of COUNT_NOUNS) expect(words[language].count(noun, 5)).toMatch(/5 \p{L}+/u);
  });
});
